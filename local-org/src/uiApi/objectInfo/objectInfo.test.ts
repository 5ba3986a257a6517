import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { at, keysOf, uiApiShop, type UiApiShop } from '../testing/uiApiShop.ts';

describe('UI API object info', () => {
  let shop: UiApiShop;
  before(() => {
    shop = uiApiShop();
  });

  it('tells labels, fields and relationships', async () => {
    const { status, body } = await shop.call('GET', '/ui-api/object-info/store__c');
    assert.equal(status, 200);
    assert.equal(at(body, 'apiName'), 'Store__c');
    assert.deepEqual(at(body, 'nameFields'), ['Name']);
    assert.equal(at(body, 'fields.Region__c.dataType'), 'Reference');
    assert.deepEqual(at(body, 'fields.Region__c.referenceToInfos'), [{ apiName: 'Region__c', nameFields: ['Name'] }]);
    assert.equal(at(body, 'fields.SalesTotal__c.calculated'), true);
    const children = at(body, 'childRelationships');
    assert.ok(Array.isArray(children));
    assert.ok(children.some((child: unknown) => at(child, 'relationshipName') === 'Sales__r'));
  });

  it('tells of several objects at once, and of those that are not there', async () => {
    const { body } = await shop.call('GET', '/ui-api/object-info/batch/Sale__c,Nothing__c');
    assert.equal(at(body, 'results.0.result.label'), 'Sale');
    assert.equal(at(body, 'results.1.statusCode'), 404);
  });

  it('tells the values of one picklist, and of all', async () => {
    const one = await shop.call('GET', '/ui-api/object-info/Sale__c/picklist-values/012000000000000AAA/Kind__c');
    assert.equal(at(one.body, 'defaultValue.value'), 'Counter');
    assert.deepEqual(at(one.body, 'values.1'), { attributes: null, label: 'Online', validFor: [], value: 'Online' });
    const all = await shop.call('GET', '/ui-api/object-info/Sale__c/picklist-values/012000000000000AAA');
    assert.deepEqual(keysOf(at(all.body, 'picklistFieldValues')), ['Kind__c']);
  });

  it('says what is not there', async () => {
    assert.equal((await shop.call('GET', '/ui-api/object-info/Nothing__c')).status, 404);
    assert.equal((await shop.call('GET', '/ui-api/object-info/Sale__c/picklist-values/012000000000000AAA/Amount__c')).status, 400);
  });
});
