import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errorsOf, openShop, type Shop } from './testing/shopOrg.ts';

function sell(shop: Shop, amount: number, values: Record<string, string> = {}): string {
  return shop.create('Sale__c', { Store__c: shop.storeId, Amount__c: amount, ...values });
}

function totals(shop: Shop): unknown[] {
  const store = shop.stored('Store__c', shop.storeId);
  return [store['SalesTotal__c'], store['Largest__c'], shop.stored('Region__c', shop.regionId)['SalesTotal__c']];
}

describe('an undelete', () => {
  it('brings a record back, and the roll-ups of its masters with it', () => {
    const shop = openShop();
    const [small, large] = [sell(shop, 3), sell(shop, 8)];
    shop.records.delete('Sale__c', [large], shop.options);
    assert.deepEqual(totals(shop), [3, 3, 3]);
    assert.deepEqual(
      shop.records.undelete('Sale__c', [large], shop.options),
      [{ success: true, id: large, created: true }].map(({ id }) => ({ success: true, id, created: false })),
    );
    assert.deepEqual(totals(shop), [11, 8, 11]);
    assert.equal(shop.stored('Sale__c', small)['Amount__c'], 3);
  });

  it('brings back what went with a master, and nothing that was deleted before', () => {
    const shop = openShop();
    const [kept, gone] = [sell(shop, 3), sell(shop, 8)];
    shop.records.delete('Sale__c', [gone], shop.options);
    shop.records.delete('Store__c', [shop.storeId], shop.options);
    assert.equal(shop.stored('Region__c', shop.regionId)['SalesTotal__c'], 0);
    assert.equal(shop.records.undelete('Store__c', [shop.storeId], shop.options)[0]?.success, true);
    assert.deepEqual(totals(shop), [3, 3, 3]);
    assert.equal(shop.stored('Sale__c', kept)['Store__c'], shop.storeId);
    assert.throws(() => shop.stored('Sale__c', gone));
  });

  it('points cleared lookups at the record again, unless they point elsewhere by now', () => {
    const shop = openShop();
    const [first, second] = [shop.create('Contact', { LastName: 'First' }), shop.create('Contact', { LastName: 'Second' })];
    const [one, two] = [sell(shop, 1, { Buyer__c: first }), sell(shop, 2, { Buyer__c: first })];
    shop.records.delete('Contact', [first], shop.options);
    assert.equal(shop.stored('Sale__c', one)['Buyer__c'], null);
    shop.records.update('Sale__c', [{ Id: two, Buyer__c: second }], shop.options);
    shop.records.undelete('Contact', [first], shop.options);
    assert.deepEqual([shop.stored('Sale__c', one)['Buyer__c'], shop.stored('Sale__c', two)['Buyer__c']], [first, second]);
  });

  it('is refused for what is not deleted, whose master is deleted, and whose key another record has', () => {
    const shop = openShop();
    const [free, taken] = [sell(shop, 1), sell(shop, 2, { Key__c: 'K' })];
    assert.deepEqual(errorsOf(shop.records.undelete('Sale__c', [free], shop.options)[0]), [
      'UNDELETE_FAILED: Entity is not in the recycle bin',
    ]);
    shop.records.delete('Sale__c', [taken], shop.options);
    const other = sell(shop, 3, { Key__c: 'k' });
    assert.deepEqual(errorsOf(shop.records.undelete('Sale__c', [taken], shop.options)[0]), [
      `DUPLICATE_VALUE: duplicate value found: Key__c duplicates value on record with id: ${other}`,
    ]);
    shop.records.delete('Sale__c', [other], shop.options);
    shop.records.delete('Store__c', [shop.storeId], shop.options);
    assert.match(errorsOf(shop.records.undelete('Sale__c', [taken], shop.options)[0])[0] ?? '', /UNDELETE_FAILED/u);
    assert.throws(() => shop.stored('Sale__c', taken), 'what was refused stays deleted');
  });

  it('finds nothing of what was deleted for good', () => {
    const shop = openShop();
    const id = sell(shop, 4);
    assert.equal(shop.records.hardDelete('Sale__c', [id], shop.options)[0]?.success, true);
    assert.deepEqual(totals(shop), [0, null, 0]);
    assert.deepEqual(errorsOf(shop.records.undelete('Sale__c', [id], shop.options)[0]), [
      'UNDELETE_FAILED: Entity is not in the recycle bin',
    ]);
    assert.deepEqual(shop.queries.run(`SELECT Id FROM Sale__c WHERE Id = '${id}'`, shop.user, { allRows: true }).records, []);
  });
});
