import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { GraphQLResult } from '../../lds/GraphQLWire.ts';
import { callsMade, orgAnswers, settled } from '../../testing/page.ts';

const { gql, graphql } = await import('./graphql.ts');

const fragment = gql`
  fragment Names on Account {
    Name {
      value
    }
  }
`;
const query = gql`
  query ($id: ID) {
    uiapi {
      query {
        Account(where: { Id: { eq: $id } }) {
          edges {
            node {
              ...Names
            }
          }
        }
      }
    }
  }
  ${fragment}
`;

suite('graphql', () => {
  test('given a query with a fragment and variables, they are sent, and data comes without errors', async () => {
    orgAnswers(() => ({ body: { data: { uiapi: {} }, errors: [] } }));
    const wire = wired({ query, variables: { id: '001A' } });
    await settled();

    assert.equal(callsMade()[0]?.path, '/graphql');
    assert.match(JSON.stringify(callsMade()[0]?.body), /fragment Names.*"variables":\{"id":"001A"\}/u);
    assert.deepEqual(wire.last().data, { uiapi: {} });
    assert.equal(wire.last().errors, undefined);
  });

  test('given data and errors together, both arrive', async () => {
    orgAnswers(() => ({ body: { data: { uiapi: null }, errors: [{ message: 'No access', paths: [] }] } }));
    const wire = wired({ query });
    await settled();
    assert.deepEqual(wire.last().data, { uiapi: null });
    assert.equal(wire.last().errors?.[0]?.message, 'No access');
  });

  test('given a refused request, its message arrives as an error', async () => {
    orgAnswers(() => ({ status: 401, body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }] }));
    const wire = wired({ query });
    await settled();
    assert.equal(wire.last().errors?.[0]?.message, 'Session expired or invalid');
    assert.equal(wire.last().data, undefined);
  });

  test('given refresh, the query runs again and the fresh result comes through the wire', async () => {
    orgAnswers(() => ({ body: { data: { count: 1 } } }));
    const wire = wired({ query });
    await settled();
    orgAnswers(() => ({ body: { data: { count: 2 } } }));
    await wire.last().refresh?.();
    assert.deepEqual(wire.last().data, { count: 2 });
  });

  test('given two components with the same query at once, one request serves both', async () => {
    orgAnswers(() => ({ body: { data: { count: 3 } } }));
    const wires = [wired({ query }), wired({ query })];
    await settled();
    assert.equal(callsMade().length, 1);
    for (const wire of wires) assert.deepEqual(wire.last().data, { count: 3 });
  });

  test('given no query yet, nothing is asked', async () => {
    orgAnswers(() => ({}));
    wired({ query: undefined });
    await settled();
    assert.equal(callsMade().length, 0);
  });
});

function wired(config: Parameters<InstanceType<typeof graphql>['update']>[0]): { readonly last: () => GraphQLResult } {
  const results: GraphQLResult[] = [];
  const adapter = new graphql((result) => results.push(result));
  adapter.connect();
  adapter.update(config);
  return { last: () => results.at(-1) ?? { data: 'nothing was emitted', errors: undefined, refresh: undefined } };
}
