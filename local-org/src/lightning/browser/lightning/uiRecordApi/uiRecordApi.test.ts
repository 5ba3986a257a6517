import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { type Call, callsMade, orgAnswers, record, settled } from '../../testing/page.ts';
import type { WireResult } from '../../lds/DataWire.ts';
import type { RecordRepresentation } from '../../lds/records.ts';
import type { GetRecordConfig } from './uiRecordApi.ts';

const { createRecord, deleteRecord, getFieldValue, getRecord, notifyRecordUpdateAvailable, updateRecord } =
  await import('./uiRecordApi.ts');

type Result = WireResult<RecordRepresentation>;

suite('uiRecordApi', () => {
  test('given two components that ask for the same record at once, one request asks for both, and each gets its own fields', async () => {
    orgAnswers(() => ({ body: record('001A', { Name: 'Acme', Phone: '1' }) }));
    const first = wired({ recordId: '001A', fields: ['Account.Name'] });
    const second = wired({ recordId: '001A', optionalFields: [{ objectApiName: 'Account', fieldApiName: 'Phone' }] });
    await settled();

    assert.deepEqual(
      callsMade().map((call) => call.path),
      ['/ui-api/records/001A?fields=Account.Name&optionalFields=Account.Phone'],
    );
    assert.deepEqual(Object.keys(first.last().data?.fields ?? {}), ['Name']);
    assert.deepEqual(Object.keys(second.last().data?.fields ?? {}), ['Phone']);
    assert.ok(Object.isFrozen(first.last().data));
  });

  test('given fields that are loaded, another component gets them without a request; fields that are not are asked for', async () => {
    orgAnswers(() => ({ body: record('001B', { Name: 'Acme' }) }));
    wired({ recordId: '001B', fields: ['Account.Name'] });
    await settled();
    const known = wired({ recordId: '001B', fields: ['Account.Name'] });
    await settled();
    assert.equal(callsMade().length, 1);
    assert.equal(getFieldValue(known.last().data, 'Account.Name'), 'Acme');

    orgAnswers(() => ({ body: record('001B', { Phone: '1' }) }));
    const more = wired({ recordId: '001B', optionalFields: ['Account.Name', 'Account.Phone'] });
    await settled();
    assert.equal(callsMade().length, 1);
    assert.equal(getFieldValue(more.last().data, 'Account.Phone'), '1');
  });

  test('given an optional field that the user may not read, it is left out and not asked for again', async () => {
    orgAnswers(() => ({ body: record('001C', { Name: 'Acme' }) }));
    const config = { recordId: '001C', optionalFields: ['Account.Name', 'Account.Secret__c'] };
    wired(config);
    await settled();
    const again = wired(config);
    await settled();
    assert.equal(callsMade().length, 1);
    assert.equal(getFieldValue(again.last().data, 'Account.Secret__c'), undefined);
  });

  test('given one component with a wrong field, only that one gets the error', async () => {
    const refusal = [{ errorCode: 'INVALID_FIELD', message: 'No such column' }];
    orgAnswers(({ path }: Call) => (path.includes('Wrong') ? { status: 400, body: refusal } : { body: record('001D', { Name: 'Acme' }) }));
    const good = wired({ recordId: '001D', fields: ['Account.Name'] });
    const bad = wired({ recordId: '001D', fields: ['Account.Wrong'] });
    await settled();

    assert.equal(getFieldValue(good.last().data, 'Account.Name'), 'Acme');
    assert.deepEqual(bad.last().error, { ok: false, status: 400, statusText: '', body: refusal, errorType: 'fetchResponse', headers: {} });
  });

  test('given no record id yet, nothing is asked', async () => {
    orgAnswers(() => ({}));
    const wire = wired({ recordId: undefined, fields: ['Account.Name'] });
    await settled();
    assert.equal(callsMade().length, 0);
    assert.deepEqual(wire.last(), { data: undefined, error: undefined });
  });

  test('given an update, the wires that show the record follow', async () => {
    orgAnswers(() => ({ body: record('001E', { Name: 'Acme' }) }));
    const wire = wired({ recordId: '001E', fields: ['Account.Name'] });
    await settled();
    orgAnswers(() => ({ body: record('001E', { Name: 'Renamed' }) }));
    await updateRecord({ fields: { Id: '001E', Name: 'Renamed' } });
    await settled();

    const { headers: _, ...sent } = callsMade()[0] ?? { headers: {} };
    assert.deepEqual(sent, { method: 'PATCH', path: '/ui-api/records/001E', body: { fields: { Name: 'Renamed' } } });
    assert.equal(getFieldValue(wire.last().data, 'Account.Name'), 'Renamed');
  });

  test('given a record that changed by other means, notifying makes its wires ask again', async () => {
    orgAnswers(() => ({ body: record('001F', { Name: 'Acme' }) }));
    const wire = wired({ recordId: '001F', fields: ['Account.Name'] });
    await settled();
    orgAnswers(() => ({ body: record('001F', { Name: 'Elsewhere' }) }));
    await notifyRecordUpdateAvailable([{ recordId: '001F' }]);
    await settled();
    assert.equal(getFieldValue(wire.last().data, 'Account.Name'), 'Elsewhere');
  });

  test('given another answer about the same record while a component waits for its own, it does not ask twice', async () => {
    orgAnswers(({ path }) => ({ body: path.includes('Phone') ? record('001J', { Phone: '1' }) : record('001J', { Name: 'Acme' }) }));
    wired({ recordId: '001J', optionalFields: ['Account.Name'] });
    await new Promise((resolve) => setTimeout(resolve, 0));
    const second = wired({ recordId: '001J', optionalFields: ['Account.Phone'] });
    await settled();
    assert.equal(callsMade().length, 2);
    assert.equal(getFieldValue(second.last().data, 'Account.Phone'), '1');
  });

  test('given a component that comes while the fields that it wants are under way, it waits for them; after a change it asks', async () => {
    orgAnswers(() => ({ body: record('001K', { Name: 'Acme', Phone: '1' }) }));
    wired({ recordId: '001K', optionalFields: ['Account.Name', 'Account.Phone'] });
    await new Promise((resolve) => setTimeout(resolve, 0));
    const later = wired({ recordId: '001K', optionalFields: ['Account.Phone'] });
    await notifyRecordUpdateAvailable([{ recordId: '001K' }]);
    const last = wired({ recordId: '001K', optionalFields: ['Account.Name'] });
    await settled();
    assert.equal(getFieldValue(later.last().data, 'Account.Phone'), '1');
    assert.equal(getFieldValue(last.last().data, 'Account.Name'), 'Acme');
    assert.equal(callsMade().length, 2, 'one before the change, one after it for all');
  });

  test('given a component that left the page, it gets nothing more', async () => {
    orgAnswers(() => ({ body: record('001G', { Name: 'Acme' }) }));
    const wire = wired({ recordId: '001G', fields: ['Account.Name'] });
    wire.adapter.disconnect();
    await settled();
    assert.deepEqual(wire.last(), { data: undefined, error: undefined });
  });

  test('given a create that is refused, the error carries what the org said', async () => {
    const body = { statusCode: 400, message: 'An error occurred', output: { errors: [], fieldErrors: { Name: [] } } };
    orgAnswers(() => ({ status: 400, body }));
    await assert.rejects(() => createRecord({ apiName: 'Account', fields: {} }), { status: 400, body });
    await assert.rejects(() => deleteRecord('001H'), { status: 400 });
  });
});

function wired(config: GetRecordConfig): { readonly last: () => Result; readonly adapter: InstanceType<typeof getRecord> } {
  const results: Result[] = [];
  const adapter = new getRecord((result) => results.push(result));
  adapter.connect();
  adapter.update(config);
  return { adapter, last: () => results.at(-1) ?? { data: undefined, error: 'nothing was emitted' } };
}
