import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { at, keysOf, uiApiShop, type UiApiShop } from '../testing/uiApiShop.ts';

describe('UI API records', () => {
  let shop: UiApiShop;
  let store: string;
  let sale: string;

  before(() => {
    shop = uiApiShop();
    const region = shop.create('Region__c', { Name: 'North' });
    store = shop.create('Store__c', { Name: 'Harbour', Region__c: region });
    sale = shop.create('Sale__c', {
      Name: 'S1',
      Store__c: store,
      Amount__c: 1234.5,
      Kind__c: 'Online',
      SoldAt__c: Date.UTC(2026, 0, 1, 9, 30),
    });
  });

  it('gives the fields asked for, with display texts, and those behind lookups', async () => {
    const fields =
      'Sale__c.Amount__c,Sale__c.SoldAt__c,Sale__c.Store__r.Name,Sale__c.Store__r.Region__r.SalesTotal__c,Sale__c.Buyer__r.Name';
    const { status, body } = await shop.call('GET', `/ui-api/records/${sale}?fields=${fields}`);
    assert.equal(status, 200);
    assert.equal(at(body, 'apiName'), 'Sale__c');
    assert.equal(at(body, 'id'), sale);
    assert.deepEqual(at(body, 'fields.Amount__c'), { displayValue: '1,234.50', value: 1234.5 });
    assert.equal(at(body, 'fields.SoldAt__c.value'), '2026-01-01T09:30:00.000Z');
    assert.equal(at(body, 'fields.Store__r.displayValue'), 'Harbour');
    assert.equal(at(body, 'fields.Store__r.value.id'), store);
    assert.deepEqual(at(body, 'fields.Store__r.value.fields.Region__r.value.fields.SalesTotal__c.value'), 1234.5);
    assert.deepEqual(at(body, 'fields.Buyer__r'), { displayValue: null, value: null });
    assert.deepEqual(keysOf(at(body, 'fields')), ['Amount__c', 'SoldAt__c', 'Store__r', 'Buyer__r']);
    assert.match(String(at(body, 'eTag')), /^[0-9a-f]{32}$/);
    assert.equal(at(body, 'lastModifiedById'), shop.user.id);
  });

  it('gives the owner, who may be a user or a queue', async () => {
    const [region] = shop.queries.run('SELECT Id FROM Region__c', shop.user).records;
    const { body } = await shop.call('GET', `/ui-api/records/${region?.id ?? ''}?fields=Region__c.Owner.Name`);
    assert.equal(at(body, 'fields.Owner.value.fields.Name.value'), shop.user.name);
    assert.equal(at(body, 'fields.Owner.value.apiName'), 'User');
  });

  it('tells a reader who has the record as it is that nothing changed', async () => {
    const path = `/ui-api/records/${sale}?fields=Sale__c.Amount__c`;
    const first = await shop.call('GET', path);
    const tag = String(first.headers['etag']);
    assert.equal(tag, `"${String(at(first.body, 'eTag'))}"`);
    assert.equal((await shop.call('GET', path, undefined, { 'If-None-Match': tag })).status, 304);
    assert.equal((await shop.call('GET', path, undefined, { 'If-None-Match': '"other"' })).status, 200);
    const since = String(first.headers['last-modified']);
    assert.equal((await shop.call('GET', path, undefined, { 'If-Modified-Since': since })).status, 304);
  });

  it('does not write over what somebody else changed meanwhile', async () => {
    const changed = shop.create('Sale__c', { Name: 'S7', Store__c: store, Amount__c: 1 });
    const path = `/ui-api/records/${changed}`;
    const before = new Date(Date.UTC(2020, 0, 1)).toUTCString();
    const refused = await shop.call('PATCH', path, { fields: { Amount__c: 2 } }, { 'If-Unmodified-Since': before });
    assert.equal(refused.status, 412);
    assert.equal(at(refused.body, 'output.errors.0.errorCode'), 'RECORD_CHANGED');
    const { body } = await shop.call('GET', `${path}?fields=Sale__c.Amount__c`);
    const since = String(at(body, 'lastModifiedDate'));
    assert.equal((await shop.call('PATCH', path, { fields: { Amount__c: 2 } }, { 'If-Unmodified-Since': since })).status, 200);
    assert.equal((await shop.call('DELETE', path, undefined, { 'If-Unmodified-Since': before })).status, 412);
  });

  it('leaves out optional fields that are not there, and refuses required ones', async () => {
    const optional = await shop.call(
      'GET',
      `/ui-api/records/${sale}?fields=Sale__c.Name&optionalFields=Sale__c.Missing__c,Sale__c.Kind__c`,
    );
    assert.deepEqual(at(optional.body, 'fields'), {
      Name: { displayValue: null, value: 'S1' },
      Kind__c: { displayValue: 'Online', value: 'Online' },
    });
    const required = await shop.call('GET', `/ui-api/records/${sale}?fields=Sale__c.Missing__c`);
    assert.equal(required.status, 400);
    assert.equal(at(required.body, '0.errorCode'), 'INVALID_FIELD');
  });

  it('gives every field for a layout', async () => {
    const { body } = await shop.call('GET', `/ui-api/records/${sale}?layoutTypes=Full&modes=View`);
    assert.equal(at(body, 'fields.Square__c.value'), 1523990.25);
  });

  it('says when there is no such record', async () => {
    const { status, body } = await shop.call('GET', `/ui-api/records/${store.slice(0, 3)}000000000ZZZ?fields=Store__c.Name`);
    assert.equal(status, 404);
    assert.deepEqual(body, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
  });

  it('gives several records at once', async () => {
    const { body } = await shop.call('GET', `/ui-api/records/batch/${sale},nonsense?fields=Sale__c.Name`);
    assert.equal(at(body, 'hasErrors'), true);
    assert.equal(at(body, 'results.0.result.fields.Name.value'), 'S1');
    assert.equal(at(body, 'results.1.statusCode'), 404);
  });

  it('creates, changes and deletes', async () => {
    const made = await shop.call('POST', '/ui-api/records', { apiName: 'Sale__c', fields: { Name: 'New', Store__c: store, Amount__c: 5 } });
    assert.equal(made.status, 201);
    const id = String(at(made.body, 'id'));
    assert.equal(at(made.body, 'fields.Square__c.value'), 25);
    const changed = await shop.call('PATCH', `/ui-api/records/${id}`, { fields: { Amount__c: 6, Id: id } });
    assert.equal(changed.status, 200);
    assert.equal(at(changed.body, 'fields.Amount__c.value'), 6);
    assert.equal((await shop.call('DELETE', `/ui-api/records/${id}`)).status, 204);
    assert.equal((await shop.call('GET', `/ui-api/records/${id}?fields=Sale__c.Name`)).status, 404);
  });

  it('says beside the field why a record was not saved', async () => {
    const { status, body } = await shop.call('PATCH', `/ui-api/records/${sale}`, { fields: { Amount__c: -1 } });
    assert.equal(status, 400);
    assert.equal(at(body, 'message'), 'An error occurred while trying to update the record. Please try again.');
    assert.equal(at(body, 'enhancedErrorType'), 'RecordError');
    assert.deepEqual(at(body, 'output.errors'), []);
    assert.deepEqual(at(body, 'output.fieldErrors.Amount__c.0'), {
      constituentField: null,
      duplicateRecordError: null,
      errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      field: 'Amount__c',
      fieldLabel: 'Amount',
      message: 'The amount must not be negative.',
    });
  });

  it('says in the same form that a field does not exist', async () => {
    const { status, body } = await shop.call('PATCH', `/ui-api/records/${sale}`, { fields: { Missing__c: 1 } });
    assert.equal(status, 400);
    assert.equal(at(body, 'output.errors.0.errorCode'), 'INVALID_FIELD');
  });
});
