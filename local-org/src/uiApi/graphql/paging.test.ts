import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { at, uiApiShop, type UiApiShop } from '../testing/uiApiShop.ts';

const PAGE = `query page($after: String, $by: Sale__c_OrderBy, $first: Int, $bound: Int) { uiapi { query {
  Sale__c(first: $first, after: $after, upperBound: $bound, orderBy: $by) { edges { node { Name { value } } } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`;

describe('GraphQL pages', () => {
  let shop: UiApiShop;
  let store: string;

  const sell = (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
    shop.create('Sale__c', { Name: name, Store__c: store, ...values });

  async function page(variables: object): Promise<{ readonly names: readonly unknown[]; readonly info: unknown; readonly body: unknown }> {
    const { body } = await shop.graphql(PAGE, variables);
    const edges = at(body, 'data.uiapi.query.Sale__c.edges');
    assert.ok(Array.isArray(edges), JSON.stringify(body));
    return { names: edges.map((edge) => at(edge, 'node.Name.value')), info: at(body, 'data.uiapi.query.Sale__c.pageInfo'), body };
  }

  async function all(by: object, first: number): Promise<readonly unknown[]> {
    const seen: unknown[] = [];
    let after: unknown = null;
    for (;;) {
      const { names, info } = await page({ by, first, after });
      seen.push(...names);
      if (at(info, 'hasNextPage') !== true) return seen;
      after = at(info, 'endCursor');
    }
  }

  before(() => {
    shop = uiApiShop();
    const region = shop.create('Region__c', { Name: 'North' });
    store = shop.create('Store__c', { Name: 'Harbour', Region__c: region });
    for (const [index, amount] of [30, undefined, 10, 30, undefined, 20, 10].entries()) {
      const soldAt = index % 3 === 0 ? undefined : Date.UTC(2026, 0, 1 + (index % 2));
      sell(`S${index}`, { ...(amount === undefined ? {} : { Amount__c: amount }), ...(soldAt === undefined ? {} : { SoldAt__c: soldAt }) });
    }
  });

  const orders = ['ASC', 'DESC'].flatMap((order) => ['FIRST', 'LAST'].map((nulls) => ({ order, nulls })));
  for (const clause of orders) {
    for (const other of orders) {
      it(`follow one another, blanks among them, for ${Object.values(clause).join(' ')}, ${Object.values(other).join(' ')}`, async () => {
        const by = { Amount__c: clause, SoldAt__c: other };
        assert.deepEqual(await all(by, 2), (await page({ by, first: 100 })).names);
      });
    }
  }

  it('leave nothing out and repeat nothing while records come and go', async () => {
    const by = { Amount__c: { order: 'DESC', nulls: 'LAST' } };
    const whole = await all(by, 100);
    const first = await page({ by, first: 3 });
    const newcomer = sell('newcomer', { Amount__c: 999 });
    const second = await page({ by, first: 3, after: at(first.info, 'endCursor') });
    shop.records.delete('Sale__c', [newcomer], shop.options);
    const third = await page({ by, first: 3, after: at(second.info, 'endCursor') });
    assert.deepEqual([...first.names, ...second.names, ...third.names], whole);
    assert.equal(at(second.info, 'hasPreviousPage'), true);
  });

  it('of texts go by position', async () => {
    const by = { Name: { order: 'DESC' } };
    assert.deepEqual(await all(by, 2), ['S6', 'S5', 'S4', 'S3', 'S2', 'S1', 'S0']);
  });

  describe('of many records', () => {
    before(() => {
      const rows = Array.from({ length: 4200 }, (_, index) => ({ Name: `M${index}`, Store__c: store, Amount__c: index + 1000 }));
      shop.records.insert('Sale__c', rows, shop.options);
    });

    for (const by of [{ Amount__c: { order: 'ASC', nulls: 'LAST' } }, { Name: { order: 'ASC' } }]) {
      it(`go past 4,000 with an upper bound, by ${JSON.stringify(by)}`, async () => {
        const seen = new Set<unknown>();
        let after: unknown = null;
        for (let turn = 0; turn < 3; turn += 1) {
          const { names, info } = await page({ by, first: 2000, bound: 50_000, after });
          for (const name of names) seen.add(name);
          assert.equal(at(info, 'hasNextPage'), turn < 2);
          after = at(info, 'endCursor');
        }
        assert.equal(seen.size, 4207);
      });
    }

    it('end at the upper bound', async () => {
      const first = await page({ first: 200, bound: 300 });
      const second = await page({ first: 200, bound: 300, after: at(first.info, 'endCursor') });
      assert.equal(at(first.info, 'hasNextPage'), true);
      assert.equal(second.names.length, 100);
      assert.equal(at(second.info, 'hasNextPage'), false);
    });

    it('end where OFFSET does without one', async () => {
      const first = await page({ first: 2000 });
      const second = await page({ first: 2000, after: at(first.info, 'endCursor') });
      const { body } = await shop.graphql(PAGE, { first: 10, after: at(second.info, 'endCursor') });
      assert.match(String(at(body, 'errors.0.message')), /Maximum SOQL offset allowed is 2000/);
    });

    it('with an upper bound have at least 200 records', async () => {
      const { body } = await shop.graphql(PAGE, { first: 100, bound: 1000 });
      assert.match(String(at(body, 'errors.0.message')), /between 200 and 2000, not 100/);
    });
  });
});
