import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { at, uiApiShop, type UiApiShop } from '../testing/uiApiShop.ts';

describe('GraphQL mutations', () => {
  let shop: UiApiShop;
  let store: string;

  beforeEach(() => {
    shop = uiApiShop();
    store = shop.create('Store__c', { Name: 'Harbour', Region__c: shop.create('Region__c', { Name: 'North' }) });
  });

  const count = async (): Promise<unknown> =>
    at((await shop.graphql('{ uiapi { query { Sale__c { totalCount } } } }')).body, 'data.uiapi.query.Sale__c.totalCount');

  it('create a record and show it as it was saved', async () => {
    const { body } = await shop.graphql(
      `mutation create($input: Sale__cCreateInput!) { uiapi { sale: Sale__cCreate(input: $input) {
        Record { Id Amount__c { value displayValue } SoldAt__c { value } Square__c { value } Store__r { Name { value } } } } } }`,
      { input: { Sale__c: { Name: 'S1', Store__c: store, Amount__c: 3, SoldAt__c: '2026-03-01T10:00:00Z' } } },
    );
    assert.deepEqual(at(body, 'errors'), []);
    const record = at(body, 'data.uiapi.sale.Record');
    assert.match(String(at(record, 'Id')), /^\w{18}$/);
    assert.deepEqual(at(record, 'Amount__c'), { value: 3, displayValue: '3.00' });
    assert.equal(at(record, 'SoldAt__c.value'), '2026-03-01T10:00:00.000Z');
    assert.equal(at(record, 'Square__c.value'), 9);
    assert.equal(at(record, 'Store__r.Name.value'), 'Harbour');
  });

  it('change and delete a record', async () => {
    const sale = shop.create('Sale__c', { Name: 'S1', Store__c: store, Amount__c: 3 });
    const changed = await shop.graphql(
      `mutation { uiapi { Sale__cUpdate(input: {Id: "${sale}", Sale__c: {Amount__c: 5}}) { success Record { Amount__c { value } } } } }`,
    );
    assert.deepEqual(at(changed.body, 'data.uiapi.Sale__cUpdate'), { success: true, Record: { Amount__c: { value: 5 } } });
    const deleted = await shop.graphql(`mutation { uiapi { Sale__cDelete(input: {Id: "${sale}"}) { Id } } }`);
    assert.deepEqual(at(deleted.body, 'data.uiapi.Sale__cDelete'), { Id: sale });
    assert.equal(await count(), 0);
  });

  it('refer to the record of an operation before', async () => {
    const { body } = await shop.graphql(
      `mutation { uiapi {
        shop: Store__cCreate(input: {Store__c: {Name: "Market", Region__c: "${shop.create('Region__c', { Name: 'South' })}"}}) { Record { Id } }
        Sale__cCreate(input: {Sale__c: {Name: "S1", Store__c: "@{shop}"}}) { Record { Store__c { value } } } } }`,
    );
    assert.deepEqual(at(body, 'errors'), []);
    assert.equal(at(body, 'data.uiapi.Sale__cCreate.Record.Store__c.value'), at(body, 'data.uiapi.shop.Record.Id'));
  });

  const two = (input: string): string =>
    `mutation { uiapi${input} {
      good: Sale__cCreate(input: {Sale__c: {Name: "S1", Store__c: "${store}"}}) { Record { Id } }
      bad: Sale__cCreate(input: {Sale__c: {Name: "S2", Store__c: "${store}", Amount__c: -1}}) { Record { Id } } } }`;

  it('save all or nothing, and say why', async () => {
    const { status, body } = await shop.graphql(two(''));
    assert.equal(status, 200);
    assert.deepEqual(at(body, 'data.uiapi'), { good: null, bad: null });
    assert.equal(at(body, 'errors.0.message'), 'The amount must not be negative.');
    assert.equal(at(body, 'errors.0.extensions.errorCode'), 'FIELD_CUSTOM_VALIDATION_EXCEPTION');
    assert.deepEqual(at(body, 'errors.0.paths'), ['uiapi', 'bad']);
    assert.equal(at(body, 'errors.1.extensions.errorCode'), 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
    assert.equal(await count(), 0);
  });

  it('save what can be saved when asked to', async () => {
    const { body } = await shop.graphql(two('(input: {allOrNone: false})'));
    assert.notEqual(at(body, 'data.uiapi.good'), null);
    assert.equal(at(body, 'data.uiapi.bad'), null);
    assert.equal(await count(), 1);
  });

  const refusals: readonly (readonly [string, RegExp])[] = [
    ['Sale__cCreate(input: {Sale__c: {Missing__c: 1}}) { Record { Id } }', /Missing__c/],
    ['Sale__cCreate(input: {Sale__c: {Name: "S1", Store__c: "@{nothing}"}}) { Record { Id } }', /does not come before/],
    ['Sale__cUpdate(input: {Id: "001000000000001AAA", Sale__c: {Name: "x"}}) { success }', /is no Sale__c/],
    ['Sale__cDelete(input: {Id: "nonsense"}) { Id }', /does not exist/],
    ['Sale__cUpdate(input: {Sale__c: {Name: "x"}}) { success }', /Id/],
    ['Sale__cCreate(input: {Sale__c: {Square__c: 4}}) { Record { Id } }', /Square__c/],
  ];
  for (const [operation, message] of refusals) {
    it(`say what is wrong with ${operation}`, async () => {
      const { body } = await shop.graphql(`mutation { uiapi { ${operation} } }`);
      assert.match(String(at(body, 'errors.0.message')), message, JSON.stringify(body));
    });
  }
});
