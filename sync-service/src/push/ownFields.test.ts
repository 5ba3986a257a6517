import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { answer, answers, pushRun } from './testing/pushRun.ts';

const plan = { from: 'extra.plan', to: 'Plan__c', optional: false };
const field = (name: string, type = 'string', writable = true) => ({ name, type, createable: writable, updateable: writable });

test("values of the source reach the customer's own fields, in the form the fields take", async (t) => {
  const fields = [
    plan,
    { from: 'extra.seats', to: 'Seats__c', optional: false },
    { from: 'extra.vip', to: 'Vip__c', optional: false },
    { from: 'language', to: 'Tongue__c', optional: false },
  ];
  const { org, store, drain } = await pushRun(t, { fields });
  org.records.fields = [field('Plan__c'), field('Seats__c', 'double'), field('Vip__c', 'boolean'), field('Tongue__c')];
  await store.accept([
    answer('1', { extra: { plan: 7, seats: '12', vip: 'yes' } }, { language: 'de' }),
    answer('2', { extra: { plan: null } }),
  ]);
  await drain();
  const stored = org.records.byKey('PulseResponse__c', 's:1');
  assert.deepEqual([stored?.['Plan__c'], stored?.['Seats__c'], stored?.['Vip__c'], stored?.['Tongue__c']], ['7', 12, true, 'de']);
  assert.equal('Plan__c' in (org.records.byKey('PulseResponse__c', 's:2') ?? {}), false);
});

test('a value that its field cannot take is the dead letter of its own answer, although the org refuses the whole call', async (t) => {
  const { org, store, drain } = await pushRun(t, { fields: [{ from: 'extra.seats', to: 'Seats__c', optional: false }] });
  org.records.fields = [field('Seats__c', 'double')];
  await store.accept([...answers(60), answer('bad', { extra: { seats: 'many' } })]);
  assert.equal((await drain()).created, 60);
  assert.deepEqual(
    (await store.refusals(10)).map(({ externalId, state, code }) => [externalId, state, code]),
    [['s:bad', 'dead', 'JSON_PARSER_ERROR']],
  );
});

test('a field that is missing: answers with a value for it wait and wake when it is there; said once; the others go', async (t) => {
  const said: (string | undefined)[] = [];
  const telemetry = {
    ...silentTelemetry,
    condition: (part: string, problem?: string): void => {
      if (part === 'fields') said.push(problem);
    },
  };
  const { org, store, drain, restarted } = await pushRun(t, { fields: [plan], telemetry });
  await store.accept([answer('1', { extra: { plan: 'gold' } }), answer('2')]);
  assert.equal((await drain()).created, 1);
  assert.deepEqual(
    (await store.refusals(10)).map(({ externalId, state, code }) => [externalId, state, code]),
    [['s:1', 'parked', 'FIELD_MAPPING']],
  );
  assert.match(said[0] ?? '', /PulseResponse__c\.Plan__c is not there, or the user may not see it/);
  org.records.fields = [field('Plan__c')];
  await store.unpark();
  assert.equal((await restarted().drain()).created, 1);
  assert.equal(org.records.byKey('PulseResponse__c', 's:1')?.['Plan__c'], 'gold');
});

test('a field that may not be written, but is optional: answers go without it', async (t) => {
  const { org, store, drain } = await pushRun(t, { fields: [{ ...plan, optional: true }] });
  org.records.fields = [field('Plan__c', 'string', false)];
  await store.accept([answer('1', { extra: { plan: 'gold' } })]);
  assert.equal((await drain()).created, 1);
  assert.equal('Plan__c' in (org.records.byKey('PulseResponse__c', 's:1') ?? {}), false);
});

test('without mappings the org is not asked about its fields', async (t) => {
  const { store, drain, client } = await pushRun(t);
  await store.accept(answers(3));
  await drain();
  assert.equal(client.calls, 1);
});

test('a package in the org that is older than the service: answers go without the fields it does not have', async (t) => {
  const { org, store, drain } = await pushRun(t);
  org.failRecords((object, record) =>
    object === 'PulseResponse__c' && 'MatchedBy__c' in record
      ? { code: 'INVALID_FIELD', message: "No such column 'MatchedBy__c' on sobject of type PulseResponse__c" }
      : undefined,
  );
  await store.accept(answers(30));
  assert.equal((await drain()).created, 30);
});
