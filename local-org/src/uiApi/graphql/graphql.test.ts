import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { at, uiApiShop, type UiApiShop } from '../testing/uiApiShop.ts';

/** Names of the records of a connection below `uiapi.query`. */
function names(body: unknown, connection: string): unknown[] {
  const edges = at(body, `data.uiapi.query.${connection}.edges`);
  assert.ok(Array.isArray(edges), JSON.stringify(body));
  return edges.map((edge: unknown) => at(edge, 'node.Name.value'));
}

const ask = (selection: string): string => `query { uiapi { query { ${selection} } } }`;

describe('GraphQL over records', () => {
  let shop: UiApiShop;
  let north: string;
  let buyer: string;

  before(() => {
    shop = uiApiShop();
    buyer = shop.create('Contact', { LastName: 'Lovelace', FirstName: 'Ada', Email: 'ada@example.com' });
    north = shop.create('Region__c', { Name: 'North' });
    const south = shop.create('Region__c', { Name: 'South' });
    const harbour = shop.create('Store__c', { Name: 'Harbour', Region__c: north, Code__c: 'H1' });
    shop.create('Store__c', { Name: 'Market', Region__c: north, Code__c: 'M1' });
    shop.create('Store__c', { Name: 'Airport', Region__c: south, Closed__c: true });
    for (const [index, amount] of [10, 20, 30, 40].entries()) {
      const soldAt = Date.UTC(2026, 0, 1 + index, 12);
      shop.create('Sale__c', { Name: `S${index + 1}`, Store__c: harbour, Amount__c: amount, SoldAt__c: soldAt, Kind__c: 'Counter' });
    }
    shop.create('Sale__c', { Name: 'S5', Store__c: harbour, Kind__c: 'Online', Buyer__c: buyer, SoldAt__c: Date.UTC(2025, 0, 1) });
  });

  it('answers values with their display text', async () => {
    const { status, body } = await shop.graphql(
      ask(
        'Sale__c(where: {Name: {eq: "s1"}}) { edges { node { Id ApiName Amount__c { value displayValue } SoldAt__c { value } Kind__c { value label } } } }',
      ),
    );
    assert.equal(status, 200);
    assert.deepEqual(at(body, 'errors'), []);
    const node = at(body, 'data.uiapi.query.Sale__c.edges.0.node');
    assert.equal(at(node, 'ApiName'), 'Sale__c');
    assert.deepEqual(at(node, 'Amount__c'), { value: 10, displayValue: '10.00' });
    assert.deepEqual(at(node, 'SoldAt__c'), { value: '2026-01-01T12:00:00.000Z' });
    assert.deepEqual(at(node, 'Kind__c'), { value: 'Counter', label: 'Counter' });
  });

  it('follows lookups, and aliases as they are written', async () => {
    const { body } = await shop.graphql(
      ask(
        'sales: Sale__c(where: {Name: {eq: "S5"}}) { edges { node { who: Buyer__r { Name { value } } Store__r { Region__r { Name { value } } } amount: Amount__c { value } } } }',
      ),
    );
    assert.deepEqual(at(body, 'data.uiapi.query.sales.edges.0.node'), {
      who: { Name: { value: 'Ada Lovelace' } },
      Store__r: { Region__r: { Name: { value: 'North' } } },
      amount: { value: null },
    });
  });

  it('follows a lookup to several objects by fragments', async () => {
    const { body } = await shop.graphql(
      ask('Region__c(first: 1) { edges { node { Owner { ... on User { Name { value } Id } ... on Group { Name { value } } } } } }'),
    );
    assert.deepEqual(at(body, 'data.uiapi.query.Region__c.edges.0.node.Owner'), { Name: { value: shop.user.name }, Id: shop.user.id });
  });

  it('brings a page of children with each parent in one query', async () => {
    const queriesBefore = shop.queryCount();
    const { body } = await shop.graphql(
      ask(
        'Store__c(orderBy: {Name: {order: ASC}}) { edges { node { Name { value } Sales__r(first: 2, orderBy: {Amount__c: {order: DESC, nulls: LAST}}) { edges { node { Name { value } } } pageInfo { hasNextPage } } } } }',
      ),
    );
    assert.equal(shop.queryCount() - queriesBefore, 1);
    const harbour = at(body, 'data.uiapi.query.Store__c.edges.1.node');
    assert.deepEqual(at(harbour, 'Sales__r'), {
      edges: [{ node: { Name: { value: 'S4' } } }, { node: { Name: { value: 'S3' } } }],
      pageInfo: { hasNextPage: true },
    });
    assert.deepEqual(at(body, 'data.uiapi.query.Store__c.edges.0.node.Sales__r.edges'), []);
  });

  it('answers the same children twice, counted, and children of children', async () => {
    const { body } = await shop.graphql(
      ask(`Region__c(where: {Name: {eq: "North"}}) { edges { node { Stores__r(orderBy: {Name: {order: ASC}}) { totalCount edges { node {
        Name { value }
        all: Sales__r(first: 1) { totalCount }
        online: Sales__r(where: {Kind__c: {eq: "Online"}}) { totalCount edges { node { Name { value } } } }
      } } } } } }`),
    );
    assert.deepEqual(at(body, 'data.uiapi.query.Region__c.edges.0.node.Stores__r'), {
      totalCount: 2,
      edges: [
        {
          node: {
            Name: { value: 'Harbour' },
            all: { totalCount: 5 },
            online: { totalCount: 1, edges: [{ node: { Name: { value: 'S5' } } }] },
          },
        },
        { node: { Name: { value: 'Market' }, all: { totalCount: 0 }, online: { totalCount: 0, edges: [] } } },
      ],
    });
  });

  it('walks from page to page until there is none', async () => {
    const query = `query page($after: String) { uiapi { query { Sale__c(first: 2, after: $after, orderBy: {SoldAt__c: {order: DESC}}) {
      totalCount edges { node { Name { value } } cursor } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } } } }`;
    const seen: unknown[] = [];
    let after: unknown = null;
    for (let page = 0; page < 3; page++) {
      const { body } = await shop.graphql(query, { after });
      const info = at(body, 'data.uiapi.query.Sale__c.pageInfo');
      assert.equal(at(body, 'data.uiapi.query.Sale__c.totalCount'), 5);
      assert.equal(at(info, 'hasPreviousPage'), page > 0);
      assert.equal(at(info, 'hasNextPage'), page < 2);
      after = at(info, 'endCursor');
      seen.push(...names(body, 'Sale__c'));
    }
    assert.deepEqual(seen, ['S4', 'S3', 'S2', 'S1', 'S5']);
  });

  const filters: readonly (readonly [string, readonly string[]])[] = [
    ['{Amount__c: {gt: 10, lte: 30}}', ['S2', 'S3']],
    ['{Amount__c: {eq: null}}', ['S5']],
    ['{Name: {in: ["S1", "S3"]}}', ['S1', 'S3']],
    ['{Name: {nin: ["S1", "S3"]}}', ['S2', 'S4', 'S5']],
    ['{Name: {like: "%4"}}', ['S4']],
    ['{or: [{Name: {eq: "S1"}}, {Amount__c: {eq: 40}}]}', ['S1', 'S4']],
    ['{not: {Kind__c: {eq: "Counter"}}}', ['S5']],
    ['{and: [{Kind__c: {eq: "Counter"}}, {Amount__c: {ne: 10}}]}', ['S2', 'S3', 'S4']],
    ['{Store__r: {Region__r: {Name: {eq: "North"}}}, Amount__c: {eq: 20}}', ['S2']],
    ['{Buyer__r: {Email: {eq: "ada@example.com"}}}', ['S5']],
    ['{SoldAt__c: {gte: {value: "2026-01-03T00:00:00Z"}}}', ['S3', 'S4']],
    ['{SoldAt__c: {eq: {literal: LAST_YEAR}}}', ['S5']],
    ['{SoldAt__c: {eq: {range: {last_n_days: 30}}}}', ['S1', 'S2', 'S3', 'S4']],
  ];
  for (const [where, expected] of filters) {
    it(`filters by ${where}`, async () => {
      const { body } = await shop.graphql(
        ask(`Sale__c(where: ${where}, orderBy: {Name: {order: ASC}}) { edges { node { Name { value } } } }`),
      );
      assert.deepEqual(names(body, 'Sale__c'), expected);
    });
  }

  it('filters an owner of one kind', async () => {
    const { body } = await shop.graphql(
      'query owned($name: String) { uiapi { query { Region__c(where: {Owner: {User: {Username: {eq: $name}}}}) { totalCount } } } }',
      { name: shop.user.username },
    );
    assert.equal(at(body, 'data.uiapi.query.Region__c.totalCount'), 2);
  });

  it('sorts by fields in the order in which they are written', async () => {
    const sorted = async (orderBy: string): Promise<unknown[]> =>
      names((await shop.graphql(ask(`Store__c(orderBy: ${orderBy}) { edges { node { Name { value } } } }`))).body, 'Store__c');
    assert.deepEqual(await sorted('{Closed__c: {order: DESC}, Name: {order: ASC}}'), ['Airport', 'Harbour', 'Market']);
    assert.deepEqual(await sorted('{Region__r: {Name: {order: DESC}}, Name: {order: DESC}}'), ['Airport', 'Market', 'Harbour']);
    const byVariable = await shop.graphql(
      'query q($by: Store__c_OrderBy) { uiapi { query { Store__c(orderBy: $by) { edges { node { Name { value } } } } } } }',
      { by: { Name: { order: 'DESC' }, Closed__c: { order: 'DESC' } } },
    );
    assert.deepEqual(names(byVariable.body, 'Store__c'), ['Market', 'Harbour', 'Airport']);
  });

  it('leaves out optional fields that the org does not have', async () => {
    const { body } = await shop.graphql(
      ask(
        'Sale__c(first: 1, orderBy: {Name: {order: ASC}}) { edges { node { Missing__c @optional { value } Name @optional { value } } } }',
      ),
    );
    assert.deepEqual(at(body, 'data.uiapi.query.Sale__c.edges.0.node'), { Name: { value: 'S1' } });
  });

  it('leaves out with an optional part the variables and fragments that only it used', async () => {
    const { body } = await shop.graphql(
      `query q($code: String, $name: String) { uiapi { query {
         Missing__c(where: {Name: {eq: $code}}) @optional { edges { node { ...missing } } }
         Sale__c(where: {Name: {eq: $name}}) { edges { node { ...sale } } } } } }
       fragment missing on Missing__c { Name { value } }
       fragment sale on Sale__c { Name { value } }`,
      { code: 'x', name: 'S1' },
    );
    assert.deepEqual(names(body, 'Sale__c'), ['S1']);
    const unused = await shop.graphql('query q($code: String) { uiapi { query { Sale__c { totalCount Missing__c @optional } } } }');
    assert.match(String(at(unused.body, 'errors.0.message')), /code/);
  });

  it('opens fragments and obeys @skip and @include', async () => {
    const { body } = await shop.graphql(
      `query q($yes: Boolean!) { uiapi { query { Sale__c(first: 1, orderBy: {Name: {order: ASC}}) { edges { node { ...sale Amount__c @skip(if: $yes) { value } } } } } } }
       fragment sale on Sale__c { Name @include(if: $yes) { value } }`,
      { yes: true },
    );
    assert.deepEqual(at(body, 'data.uiapi.query.Sale__c.edges.0.node'), { Name: { value: 'S1' } });
  });

  const refusals: readonly (readonly [string, string, RegExp])[] = [
    ['Sale__c { edges { node { Missing__c { value } } } }', 'ValidationError', /Missing__c/],
    ['Sale__c(first: 2001) { totalCount }', 'ValidationError', /between 1 and 2000/],
    ['Sale__c(after: "x") { totalCount }', 'ValidationError', /Invalid cursor/],
    ['Sale__c(where: {Amount__c: {eq: "many"}}) { totalCount }', 'ValidationError', /must be a number/],
    ['Sale__c(where: {Store__c: {eq: "no id"}}) { totalCount }', 'DataFetchingException', /invalid ID/],
    [Array.from({ length: 11 }, (_, index) => `s${index}: Sale__c { totalCount }`).join(' '), 'ValidationError', /at most 10/],
    ['Sale__c {', 'InvalidSyntax', /Syntax Error/],
  ];
  for (const [selection, classification, message] of refusals) {
    it(`says what is wrong with ${selection}`, async () => {
      const { status, body } = await shop.graphql(ask(selection));
      assert.equal(status, 200);
      assert.equal(at(body, 'errors.0.extensions.classification'), classification);
      assert.match(String(at(body, 'errors.0.message')), message);
    });
  }

  it('refuses a body that is no GraphQL request', async () => {
    const { status, body } = await shop.call('POST', '/graphql', { text: 'x' });
    assert.equal(status, 400);
    assert.equal(at(body, '0.errorCode'), 'JSON_PARSER_ERROR');
  });

  it('can be introspected', async () => {
    const { body } = await shop.graphql('{ __type(name: "Region__c") { fields { name type { name kind ofType { name } } } } }');
    const fields = at(body, 'data.__type.fields');
    assert.ok(Array.isArray(fields));
    const typeOf = (name: string): unknown =>
      at(
        fields.find((field: unknown) => at(field, 'name') === name),
        'type.name',
      );
    assert.equal(typeOf('Name'), 'StringValue');
    assert.equal(typeOf('Owner'), 'Region__c_Owner');
    assert.equal(typeOf('Stores__r'), 'Store__cConnection');
    assert.equal(typeOf('SalesTotal__c'), 'DoubleValue');
  });
});
