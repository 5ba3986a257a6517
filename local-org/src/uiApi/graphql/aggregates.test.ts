import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { at, uiApiShop, type UiApiShop } from '../testing/uiApiShop.ts';

const ask = (selection: string): string => `query { uiapi { aggregate { ${selection} } } }`;

/** The aggregates of an answer's only connection. */
function groups(body: unknown): unknown[] {
  assert.deepEqual(at(body, 'errors'), [], JSON.stringify(body));
  const edges = at(body, 'data.uiapi.aggregate.Sale__c.edges');
  assert.ok(Array.isArray(edges), JSON.stringify(body));
  return edges.map((edge: unknown) => at(edge, 'node.aggregate'));
}

describe('GraphQL aggregates', () => {
  let shop: UiApiShop;

  before(() => {
    shop = uiApiShop();
    const north = shop.create('Region__c', { Name: 'North' });
    const south = shop.create('Region__c', { Name: 'South' });
    const harbour = shop.create('Store__c', { Name: 'Harbour', Region__c: north, Code__c: 'H1' });
    const airport = shop.create('Store__c', { Name: 'Airport', Region__c: south });
    for (const [index, amount] of [10, 20, 30, 40].entries()) {
      const sold = { SoldAt__c: Date.UTC(2026, index, 1, 12), Kind__c: index < 3 ? 'Counter' : 'Online', Batch__c: `B${index}` };
      shop.create('Sale__c', { Name: `S${index}`, Store__c: harbour, Amount__c: amount, ...sold });
    }
    shop.create('Sale__c', { Name: 'S4', Store__c: airport, Kind__c: 'Online', SoldAt__c: Date.UTC(2025, 0, 1) });
  });

  it('makes one group of all records when nothing is grouped by', async () => {
    const { body } = await shop.graphql(
      ask(
        'Sale__c { totalCount edges { node { aggregate { Id { count { value } } money: Amount__c { sum { value displayValue } avg { value } min { value } max { value } count { value } } } } } }',
      ),
    );
    assert.equal(at(body, 'data.uiapi.aggregate.Sale__c.totalCount'), 5);
    assert.deepEqual(groups(body), [
      {
        Id: { count: { value: 5 } },
        money: {
          sum: { value: 100, displayValue: '100.00' },
          avg: { value: 25 },
          min: { value: 10 },
          max: { value: 40 },
          count: { value: 4 },
        },
      },
    ]);
  });

  it('gives blanks for nothing, but counts of 0', async () => {
    const { body } = await shop.graphql(
      ask(
        'Sale__c(where: {Name: {eq: "none"}}) { edges { node { aggregate { Amount__c { count { value } sum { value displayValue } } } } } }',
      ),
    );
    assert.deepEqual(groups(body), [{ Amount__c: { count: { value: 0 }, sum: { value: null, displayValue: null } } }]);
  });

  it('groups by a picklist with its label', async () => {
    const { body } = await shop.graphql(
      ask(
        'Sale__c(groupBy: {Kind__c: {group: true}}) { totalCount edges { node { aggregate { Kind__c { value label displayValue } Amount__c { sum { value } } } } } }',
      ),
    );
    assert.equal(at(body, 'data.uiapi.aggregate.Sale__c.totalCount'), 2);
    assert.deepEqual(groups(body), [
      { Kind__c: { value: 'Counter', label: 'Counter', displayValue: 'Counter' }, Amount__c: { sum: { value: 60 } } },
      { Kind__c: { value: 'Online', label: 'Online', displayValue: 'Online' }, Amount__c: { sum: { value: 40 } } },
    ]);
  });

  it('groups by a function of a date-time', async () => {
    const { body } = await shop.graphql(
      ask(
        'Sale__c(groupBy: {SoldAt__c: {function: CALENDAR_MONTH}}) { edges { node { aggregate { SoldAt__c { calendarMonth { value } } Id { count { value } } } } } }',
      ),
    );
    const month = (value: number, count: number): object => ({ SoldAt__c: { calendarMonth: { value } }, Id: { count: { value: count } } });
    assert.deepEqual(groups(body), [month(1, 2), month(2, 1), month(3, 1), month(4, 1)]);
  });

  it('groups by what is behind lookups, and filters before', async () => {
    const { body } = await shop.graphql(
      ask(`Sale__c(where: {Kind__c: {eq: "Online"}}, groupBy: {Store__r: {Region__r: {Name: {group: true}}}}, orderBy: {Store__r: {Region__r: {Name: {order: DESC}}}}) {
        edges { node { aggregate { Store__r { Region__r { region: Name { value } } } Id { count { value } } } } } }`),
    );
    const region = (name: string): object => ({ Store__r: { Region__r: { region: { value: name } } }, Id: { count: { value: 1 } } });
    assert.deepEqual(groups(body), [region('South'), region('North')]);
  });

  it('orders groups by an aggregate, and pages through them', async () => {
    const query = `query page($after: String, $by: Sale__c_OrderBy) { uiapi { aggregate { Sale__c(groupBy: {Batch__c: {group: true}}, orderBy: $by, first: 2, after: $after) {
      totalCount edges { cursor node { aggregate { Batch__c { value } } } } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`;
    const by = { Amount__c: { function: 'SUM', order: 'DESC', nulls: 'LAST' } };
    const first = await shop.graphql(query, { by });
    assert.deepEqual(groups(first.body), [{ Batch__c: { value: 'B3' } }, { Batch__c: { value: 'B2' } }]);
    assert.equal(at(first.body, 'data.uiapi.aggregate.Sale__c.totalCount'), 5);
    const { body } = await shop.graphql(query, { by, after: at(first.body, 'data.uiapi.aggregate.Sale__c.pageInfo.endCursor') });
    assert.deepEqual(groups(body), [{ Batch__c: { value: 'B1' } }, { Batch__c: { value: 'B0' } }]);
    assert.equal(at(body, 'data.uiapi.aggregate.Sale__c.pageInfo.hasNextPage'), true);
    assert.equal(at(body, 'data.uiapi.aggregate.Sale__c.pageInfo.hasPreviousPage'), true);
  });

  it('adds subtotals by ROLLUP, told apart by grouping', async () => {
    const { body } = await shop.graphql(
      ask(
        'Sale__c(groupBy: {Kind__c: {group: true}, type: ROLLUP}) { edges { node { aggregate { Kind__c { value grouping { value } } Id { count { value } } } } } }',
      ),
    );
    const row = (value: string | null, grouping: number, count: number): object => ({
      Kind__c: { value, grouping: { value: grouping } },
      Id: { count: { value: count } },
    });
    const found = groups(body);
    assert.equal(found.length, 3);
    for (const expected of [row('Counter', 0, 3), row('Online', 0, 2), row(null, 1, 5)]) {
      assert.ok(
        found.some((one) => JSON.stringify(one) === JSON.stringify(expected)),
        JSON.stringify(found),
      );
    }
  });

  it('counts groups of which nothing is shown', async () => {
    const { body } = await shop.graphql(ask('Sale__c(groupBy: {Kind__c: {group: true}}) { totalCount }'));
    assert.equal(at(body, 'data.uiapi.aggregate.Sale__c.totalCount'), 2);
  });

  it('answers records and aggregates of one document', async () => {
    const { body } = await shop.graphql(
      '{ uiapi { query { Store__c { totalCount } } aggregate { Sale__c { edges { node { aggregate { Id { count { value } } } } } } } } }',
    );
    assert.equal(at(body, 'data.uiapi.query.Store__c.totalCount'), 2);
    assert.deepEqual(groups(body), [{ Id: { count: { value: 5 } } }]);
  });

  const refusals: readonly (readonly [string, string, RegExp])[] = [
    ['Sale__c(groupBy: {Amount__c: {group: true}}) { totalCount }', 'ValidationError', /Amount__c/],
    ['Sale__c(groupBy: {SoldAt__c: {group: true}}) { totalCount }', 'ValidationError', /group/],
    ['Store__c { edges { node { aggregate { Closed__c { count { value } } } } } }', 'ValidationError', /count/],
    ['Sale__c { edges { node { aggregate { Name { sum { value } } } } } }', 'ValidationError', /sum/],
    [
      'Sale__c(groupBy: {Kind__c: {group: true}}) { edges { node { aggregate { Batch__c { value } } } } }',
      'DataFetchingException',
      /must be grouped or aggregated: Batch__c/,
    ],
    ['Sale__c(groupBy: {type: CUBE}) { totalCount }', 'ValidationError', /needs a field/],
    [
      'Sale__c(groupBy: {Kind__c: {group: true}}, orderBy: {Batch__c: {order: ASC}}) { totalCount }',
      'DataFetchingException',
      /Ordered field must be grouped or aggregated/,
    ],
    [Array.from({ length: 11 }, (_, index) => `s${index}: Sale__c { totalCount }`).join(' '), 'ValidationError', /at most 10/],
  ];
  for (const [selection, classification, message] of refusals) {
    it(`says what is wrong with ${selection}`, async () => {
      const { body } = await shop.graphql(ask(selection));
      assert.equal(at(body, 'errors.0.extensions.classification'), classification, JSON.stringify(body));
      assert.match(String(at(body, 'errors.0.message')), message);
    });
  }

  it('sorts records by no aggregate', async () => {
    const { body } = await shop.graphql('{ uiapi { query { Sale__c(orderBy: {Amount__c: {function: SUM}}) { totalCount } } } }');
    assert.match(String(at(body, 'errors.0.message')), /only aggregates can/);
  });
});
