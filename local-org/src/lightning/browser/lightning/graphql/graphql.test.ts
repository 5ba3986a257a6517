import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { GraphQLResult } from '../../lds/GraphQLWire.ts';
import { callsMade, orgAnswers, record, settled } from '../../testing/page.ts';

const { executeMutation, gql, graphql } = await import('./graphql.ts');
const { updateRecord } = await import('../uiRecordApi/uiRecordApi.ts');

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
    const variables = { id: '001T' };
    const wires = [wired({ query, variables }), wired({ query, variables })];
    await settled();
    assert.equal(callsMade().length, 1);
    for (const wire of wires) assert.deepEqual(wire.last().data, { count: 3 });
  });

  test('given a component that comes later with the same query and variables in another order, it gets the answer without a request', async () => {
    orgAnswers(() => ({ body: { data: { count: 4 } } }));
    wired({ query, variables: { id: '001L', kind: 'x' } });
    await settled();
    const later = wired({ query, variables: { kind: 'x', id: '001L' } });
    await settled();
    assert.equal(callsMade().length, 1);
    assert.deepEqual(later.last().data, { count: 4 });
    wired({ query, variables: { id: '001M', kind: 'x' } });
    await settled();
    assert.equal(callsMade().length, 2);
  });

  test('given one component that refreshes, all with the same query get the fresh answer of one request', async () => {
    orgAnswers(() => ({ body: { data: { count: 5 } } }));
    const wires = [wired({ query, variables: { id: '001R' } }), wired({ query, variables: { id: '001R' } })];
    await settled();
    orgAnswers(() => ({ body: { data: { count: 6 } } }));
    await wires[0]?.last().refresh?.();
    await settled();
    assert.equal(callsMade().length, 1);
    for (const wire of wires) assert.deepEqual(wire.last().data, { count: 6 });
  });

  test('given a record that this page changes, documents that show it are asked again, and no others', async () => {
    orgAnswers(({ body }) => ({ body: { data: { shows: JSON.stringify(body).includes('first') ? '001W' : '001X' } } }));
    wired({ query, variables: { id: 'first' } });
    wired({ query, variables: { id: 'second' } });
    await settled();
    orgAnswers(({ method }) =>
      method === 'PATCH' ? { body: record('001W', { Name: 'New' }) } : { body: { data: { shows: '001W again' } } },
    );
    await updateRecord({ fields: { Id: '001W', Name: 'New' } });
    await settled();
    assert.deepEqual(
      callsMade().map(({ path, method }) => `${method} ${path}`),
      ['PATCH /ui-api/records/001W', 'POST /graphql'],
    );
  });

  test('given an answer with errors, the next component asks again', async () => {
    orgAnswers(() => ({ body: { data: null, errors: [{ message: 'No access' }] } }));
    wired({ query, variables: { id: '001E' } });
    await settled();
    assert.equal(callsMade().length, 1);
    orgAnswers(() => ({ body: { data: { count: 7 } } }));
    const second = wired({ query, variables: { id: '001E' } });
    await settled();
    assert.deepEqual(second.last().data, { count: 7 });
  });

  test('given a mutation, it is sent each time, and documents that show its record are asked again', async () => {
    orgAnswers(() => ({ body: { data: { shows: '001Y' } } }));
    wired({ query, variables: { id: 'mutated' } });
    await settled();
    const changed = { uiapi: { AccountUpdate: { Record: { Id: '001Y' } } } };
    orgAnswers(({ body }) => ({ body: { data: JSON.stringify(body).includes('mutation') ? changed : { shows: '001Y' } } }));
    const mutation = gql`
      mutation {
        uiapi
      }
    `;
    assert.deepEqual(await executeMutation({ query: mutation }), { data: changed, errors: undefined });
    await executeMutation({ query: mutation });
    await settled();
    const sent = callsMade().map(({ body }) => JSON.stringify(body).includes('mutation'));
    assert.equal(sent.filter(Boolean).length, 2);
    assert.ok(sent.includes(false));
  });

  test('given a mutation that the org refuses, the errors are in the result', async () => {
    orgAnswers(() => ({ body: { data: { uiapi: null }, errors: [{ message: 'Too long' }] } }));
    assert.equal((await executeMutation({ query })).errors?.[0]?.message, 'Too long');
    orgAnswers(() => ({ status: 500, body: [{ message: 'Down' }] }));
    assert.equal((await executeMutation({ query })).errors?.[0]?.message, 'Down');
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
