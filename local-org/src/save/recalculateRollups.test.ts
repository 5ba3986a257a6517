import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recalculateRollups } from './recalculateRollups.ts';
import { shopOrg, type ShopOrg } from './testing/shopOrg.ts';

function recalculate(org: ShopOrg): readonly string[] {
  return recalculateRollups({ ...org, organizationId: '', now: org.clock.now() });
}

describe('recalculating roll-ups', () => {
  it('works out what is new or changed, details first, and nothing twice', () => {
    const org = shopOrg();
    const regionId = org.create('Region__c', { Name: 'North' });
    const storeId = org.create('Store__c', { Name: 'a', Region__c: regionId });
    for (const amount of [1, 2.5]) org.create('Sale__c', { Name: 's', Store__c: storeId, Amount__c: amount });
    // As after an upgrade that brings the fields: their columns are blank.
    org.database.execute(
      'UPDATE "Store__c" SET "SalesTotal__c" = NULL, "Largest__c" = NULL; UPDATE "Region__c" SET "SalesTotal__c" = NULL',
    );
    assert.equal(recalculate(org).length, 8);
    const store = org.stored('Store__c', storeId);
    assert.deepEqual([store['SalesTotal__c'], store['Largest__c'], store['SquareTotal__c']], [3.5, 2.5, 7.25]);
    assert.equal(org.stored('Region__c', regionId)['SalesTotal__c'], 3.5);
    assert.deepEqual(recalculate(org), []);

    org.database.execute(`UPDATE local_rollup SET definition = 'another' WHERE field = 'Store__c.SaleCount__c'`);
    assert.deepEqual(recalculate(org), ['Store__c.SaleCount__c']);
  });
});
