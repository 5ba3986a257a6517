import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorsOf, idOf, openShop } from './testing/shopOrg.ts';

describe('all or none', () => {
  it('undoes everything, over all batches, and says so of the others', () => {
    const org = openShop();
    const sales = Array.from({ length: 450 }, (_unused, place) => ({
      Name: 's',
      Store__c: org.storeId,
      Amount__c: place === 300 ? -1 : 1,
    }));
    const results = org.records.insert('Sale__c', sales, { ...org.options, allOrNone: true });
    assert.match(errorsOf(results[300])[0] ?? '', /^FIELD_CUSTOM_VALIDATION_EXCEPTION/u);
    const others = new Set(results.filter((_result, place) => place !== 300).flatMap((result) => errorsOf(result)));
    assert.deepEqual(
      [...others],
      [
        'ALL_OR_NONE_OPERATION_ROLLED_BACK: Record rolled back because not all records were valid and the request was using AllOrNone header',
      ],
    );
    assert.equal(org.stored('Store__c', org.storeId)['SaleCount__c'], 0);
  });

  it('without it keeps every other record', () => {
    const org = openShop();
    const sales = Array.from({ length: 450 }, (_unused, place) => ({
      Name: 's',
      Store__c: org.storeId,
      Amount__c: place % 3 === 0 ? -1 : 1,
    }));
    const results = org.records.insert('Sale__c', sales, org.options);
    assert.equal(results.filter((result) => result.success).length, 300);
    assert.equal(org.stored('Store__c', org.storeId)['SaleCount__c'], 300);
  });
});

describe('upsert', () => {
  it('finds the record that a key with white space around it made', () => {
    const org = openShop();
    const sale = { Key__c: ' padded ', Name: 'n', Store__c: org.storeId };
    const [first] = org.records.upsert('Sale__c', 'Key__c', [sale], org.options);
    const [again, twice] = org.records.upsert('Sale__c', 'Key__c', [sale, { ...sale, Key__c: 'padded' }], org.options);
    assert.deepEqual([again?.success, idOf(again)], [true, idOf(first)]);
    assert.match(errorsOf(twice).join(), /Duplicate external id specified: padded/u);
  });

  it('creates and updates in the order of the request', () => {
    const org = openShop();
    const known = org.create('Sale__c', { Name: 's', Store__c: org.storeId, Key__c: 'known', Amount__c: 1 });
    const results = org.records.upsert(
      'Sale__c',
      'Key__c',
      [
        { Key__c: 'new', Name: 'n', Store__c: org.storeId },
        { Key__c: 'known', Amount__c: 5 },
        { Key__c: 'NEW', Name: 'again', Store__c: org.storeId },
        { Name: 'no key', Store__c: org.storeId },
      ],
      org.options,
    );
    assert.deepEqual(results[1], { success: true, id: known, created: false });
    assert.equal(results[0]?.success === true && results[0].created, true);
    assert.deepEqual(errorsOf(results[2]), ['DUPLICATE_VALUE: Duplicate external id specified: NEW']);
    assert.deepEqual(errorsOf(results[3]), ['MISSING_ARGUMENT: Key__c not specified']);
    assert.equal(org.stored('Sale__c', known)['Amount__c'], 5);
  });

  it('refuses an external id that several records carry', () => {
    const org = openShop();
    for (const name of ['a', 'b']) org.create('Sale__c', { Name: name, Store__c: org.storeId, Batch__c: 'same' });
    const [result] = org.records.upsert('Sale__c', 'Batch__c', [{ Batch__c: 'same', Amount__c: 1 }], org.options);
    assert.match(errorsOf(result)[0] ?? '', /^DUPLICATE_EXTERNAL_ID/u);
  });

  it('finds a parent by its external id, or says which it did not find', () => {
    const org = openShop();
    const [found, lost] = [
      { Key__c: 'a', Name: 'a' },
      { Key__c: 'b', Name: 'b' },
    ];
    const parent = (value: string) => [{ field: 'Store__c', targetObject: 'Store__c', externalIdField: 'Code__c', value }];
    const foreignKeys = new Map([
      [found, parent('main')],
      [lost, parent('nowhere')],
    ]);
    const results = org.records.upsert('Sale__c', 'Key__c', [found, lost], { ...org.options, foreignKeys });
    assert.equal(org.stored('Sale__c', idOf(results[0]))['Store__c'], org.storeId);
    assert.deepEqual(errorsOf(results[1]), [
      'INVALID_FIELD: Foreign key external ID: nowhere not found for field Code__c in entity Store__c',
    ]);
  });
});

describe('deleting', () => {
  it('takes details along and clears lookups', () => {
    const org = openShop();
    const buyerId = org.create('Contact', { LastName: 'Ek' });
    const saleId = org.create('Sale__c', { Name: 's', Store__c: org.storeId, Amount__c: 2, Buyer__c: buyerId });
    idOf(org.records.delete('Contact', [buyerId], org.options)[0]);
    assert.equal(org.stored('Sale__c', saleId)['Buyer__c'], null);
    idOf(org.records.delete('Region__c', [org.regionId], org.options)[0]);
    assert.equal(org.store.read(org.object('Sale__c'), [saleId]).size, 0);
    assert.equal(org.store.read(org.object('Store__c'), [org.storeId]).size, 0);
    assert.deepEqual(errorsOf(org.records.delete('Sale__c', [saleId], org.options)[0]), ['ENTITY_IS_DELETED: entity is deleted']);
  });
});
