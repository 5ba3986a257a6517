import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contractOrg, type ContractOrg } from './org';

let org: ContractOrg;
let accountId: string;
let contactId: string;

before(async () => {
  org = await contractOrg();
  accountId = await created('Account', { Name: `Contract ${org.run}` });
  contactId = await created('Contact', { LastName: 'Contract', AccountId: accountId, Email: `${org.run}@contract.example` });
  await upserted('AccountPulse__c', 'Key__c', { Key__c: `A:${accountId}`, Account__c: accountId });
  await upserted('ContactPulse__c', 'Key__c', {
    Key__c: contactKey(),
    Contact__c: contactId,
    AccountPulse__r: { Key__c: `A:${accountId}` },
  });
});

after(async () => {
  await org.stop();
});

test('given ratings of 10, 9 and 3 in the window and 8 before it, then score, prior score, trend and band follow on contact and account', async () => {
  await answer('a', { Rating__c: 10, RespondedAt__c: daysAgo(30) });
  await answer('b', { Rating__c: 9, RespondedAt__c: daysAgo(60) });
  await answer('c', { Rating__c: 3, RespondedAt__c: daysAgo(90) });
  await answer('d', { Rating__c: 8, RespondedAt__c: daysAgo(400) });
  await answer('e', { Comment__c: 'No rating, still worth reading', RespondedAt__c: daysAgo(20) });
  for (const [object, key] of [
    ['ContactPulse__c', contactKey()],
    ['AccountPulse__c', `A:${accountId}`],
  ] as const) {
    const fields = 'Score__c, PriorScore__c, Trend__c, Band__c, RatingCount__c, ResponseCount__c, Nps__c';
    const pulse = (await org.connection.query<Pulse>(`SELECT ${fields} FROM ${object} WHERE Key__c = '${key}'`)).records[0];
    assert.ok(pulse);
    assert.equal(pulse.Score__c?.toFixed(2), '7.33', object);
    assert.equal(pulse.PriorScore__c, 8);
    assert.equal(pulse.Trend__c?.toFixed(2), '-0.67');
    assert.equal(pulse.Band__c, 'Yellow');
    assert.equal(pulse.RatingCount__c, 3);
    assert.equal(pulse.ResponseCount__c, 5);
    assert.equal(pulse.Nps__c, null, 'transactional answers never enter NPS');
  }
});

test('given a fresh detractor saved twice, then there is one follow-up with one task, and no comment in either', async () => {
  const secret = 'The driver was rude to me';
  const id = await answer('f', {
    Rating__c: 2,
    RespondedAt__c: daysAgo(1),
    Contact__c: contactId,
    Account__c: accountId,
    Comment__c: secret,
  });
  await answer('f', { Rating__c: 1, RespondedAt__c: daysAgo(1) });
  const followUps = await org.eventually<{ Id: string; Status__c: string; DueAt__c: string }>(
    `SELECT FIELDS(ALL) FROM PulseFollowUp__c WHERE CauseKey__c = 'R:${id}' LIMIT 5`,
    (rows) => rows.length > 0,
  );
  assert.equal(followUps.length, 1);
  assert.equal(followUps[0]?.Status__c, 'Open');
  const tasks = await org.eventually<{ WhoId: string; Subject: string }>(
    `SELECT FIELDS(STANDARD) FROM Task WHERE WhatId = '${followUps[0].Id}' LIMIT 5`,
    (rows) => rows.length > 0,
  );
  assert.equal(tasks.length, 1);
  assert.equal(tasks[0]?.WhoId, contactId);
  assert.ok(!JSON.stringify([followUps, tasks]).includes(secret));
});

test('given pulses with a known account and contact, then both records point at them and show the score', async () => {
  const [contact] = await org.eventually<Linked>(`SELECT Pulse__r.Key__c, CustomerPulse__c FROM Contact WHERE Id = '${contactId}'`, linked);
  const [account] = await org.eventually<Linked>(`SELECT Pulse__r.Key__c, CustomerPulse__c FROM Account WHERE Id = '${accountId}'`, linked);
  assert.equal(contact?.Pulse__r?.Key__c, contactKey());
  assert.equal(account?.Pulse__r?.Key__c, `A:${accountId}`);
  assert.equal(typeof account.CustomerPulse__c, 'number');
});

for (const rating of [11, -1, 7.5]) {
  test(`given a rating of ${String(rating)}, then the record is refused with the rule's message beside the field`, async () => {
    await assert.rejects(answer('g', { Rating__c: rating, RespondedAt__c: daysAgo(1) }), {
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: /whole number from 0 to 10/u,
    });
  });
}

interface Pulse {
  readonly Score__c: number | null;
  readonly PriorScore__c: number | null;
  readonly Trend__c: number | null;
  readonly Band__c: string | null;
  readonly RatingCount__c: number;
  readonly ResponseCount__c: number;
  readonly Nps__c: number | null;
}

interface Linked {
  readonly Pulse__r: { readonly Key__c: string } | null;
  readonly CustomerPulse__c: number | null;
}

const linked = (rows: readonly Linked[]): boolean => rows[0]?.Pulse__r !== null;
const contactKey = (): string => `C:${contactId}:${accountId}`;
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

async function answer(name: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
  const record = { ExternalId__c: `contract-${org.run}:${name}`, ContactPulse__r: { Key__c: contactKey() }, ...fields };
  return upserted('PulseResponse__c', 'ExternalId__c', record);
}

async function created(object: string, record: Readonly<Record<string, unknown>>): Promise<string> {
  const result = await org.connection.sobject(object).create(record);
  assert.ok(result.success);
  return result.id;
}

/** jsforce does not encode the id in the address of an upsert; ours hold colons only, which need none. */
async function upserted(object: string, key: string, record: Readonly<Record<string, unknown>>): Promise<string> {
  const result = await org.connection.sobject(object).upsert(record, key);
  assert.ok(result.success);
  const found = await org.connection.query<{ Id: string }>(`SELECT Id FROM ${object} WHERE ${key} = '${String(record[key])}'`);
  return found.records[0]?.Id ?? '';
}
