import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { at, uiApiShop, type UiApiShop } from '../testing/uiApiShop.ts';

describe('UI API related lists', () => {
  let shop: UiApiShop;
  let list: string;

  before(() => {
    shop = uiApiShop();
    const region = shop.create('Region__c', { Name: 'North' });
    const store = shop.create('Store__c', { Name: 'Harbour', Region__c: region });
    for (const amount of [30, 10, 20]) shop.create('Sale__c', { Name: `Sale of ${amount}`, Store__c: store, Amount__c: amount });
    list = `/ui-api/related-list-records/${store}/Sales__r`;
  });

  function amounts(body: unknown): unknown[] {
    const records = at(body, 'records');
    assert.ok(Array.isArray(records), JSON.stringify(body));
    return records.map((record: unknown) => at(record, 'fields.Amount__c.value'));
  }

  it('gives child records, sorted, page by page', async () => {
    const first = await shop.call('GET', `${list}?fields=Sale__c.Amount__c,Sale__c.Store__r.Name&sortBy=-Sale__c.Amount__c&pageSize=2`);
    assert.equal(first.status, 200);
    assert.deepEqual(amounts(first.body), [30, 20]);
    assert.equal(at(first.body, 'count'), 2);
    assert.equal(at(first.body, 'records.0.fields.Store__r.value.fields.Name.value'), 'Harbour');
    assert.equal(at(first.body, 'listReference.relatedListId'), 'Sales__r');
    const token = String(at(first.body, 'nextPageToken'));
    const next = await shop.call('POST', list, {
      fields: ['Sale__c.Amount__c'],
      sortBy: ['-Sale__c.Amount__c'],
      pageSize: 2,
      pageToken: token,
    });
    assert.deepEqual(amounts(next.body), [10]);
    assert.equal(at(next.body, 'nextPageToken'), null);
    assert.equal(at(next.body, 'previousPageToken'), '0');
  });

  it('filters as GraphQL does', async () => {
    const where = '{ and: [{ Amount__c: { gt: 10 } }, { Name: { like: "%2%" } }] }';
    const { body } = await shop.call('POST', list, { fields: ['Sale__c.Amount__c'], where });
    assert.deepEqual(amounts(body), [20]);
  });

  it('gives several lists at once, and says of one that is not there', async () => {
    const path = list.replace('related-list-records', 'related-list-records/batch').replace('/Sales__r', '');
    const { status, body } = await shop.call('POST', path, {
      relatedListParameters: [
        { relatedListId: 'Sales__r', fields: ['Sale__c.Amount__c'], sortBy: ['Sale__c.Amount__c'], pageSize: 2 },
        { relatedListId: 'Nothing__r', fields: ['Sale__c.Name'] },
      ],
    });
    assert.equal(status, 200);
    assert.deepEqual(amounts(at(body, 'results.0.result')), [10, 20]);
    assert.match(String(at(body, 'results.0.result.nextPageUrl')), /related-list-records\/\w+\/Sales__r\?/);
    assert.equal(at(body, 'results.1.statusCode'), 404);
    assert.equal(at(body, 'results.1.result.0.errorCode'), 'NOT_FOUND');
  });

  it('counts up to a limit', async () => {
    const path = list.replace('related-list-records', 'related-list-count');
    const whole = await shop.call('GET', path);
    assert.equal(at(whole.body, 'count'), 3);
    assert.equal(at(whole.body, 'hasMore'), false);
    const batch = await shop.call('GET', `${path.replace('related-list-count', 'related-list-count/batch')}?maxCount=2`);
    assert.equal(at(batch.body, 'results.0.result.count'), 2);
    assert.equal(at(batch.body, 'results.0.result.hasMore'), true);
  });

  it('says what is wrong', async () => {
    const wrong: readonly (readonly [object, number, RegExp])[] = [
      [{ fields: ['Sale__c.Missing__c'] }, 400, /Missing__c/],
      [{ fields: ['Sale__c.Name'], where: '{ Missing__c: { eq: 1 } }' }, 400, /Missing__c/],
      [{ fields: ['Sale__c.Name'], where: 'x {' }, 400, /where/],
      [{ fields: ['Sale__c.Name'], pageSize: 5000 }, 400, /pageSize/],
      [{ fields: ['Sale__c.Name'], sortBy: ['Sale__c.Missing__c'] }, 400, /Missing__c/],
    ];
    for (const [body, status, message] of wrong) {
      const answer = await shop.call('POST', list, body);
      assert.equal(answer.status, status);
      assert.match(String(at(answer.body, '0.message')), message);
    }
    assert.equal((await shop.call('GET', `${list.replace('Sales__r', 'Nothing__r')}?fields=Sale__c.Name`)).status, 404);
  });
});
