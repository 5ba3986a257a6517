import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runOrg, type RunningOrg } from '../../testing/runningOrg.ts';

let org: RunningOrg;

before(async () => {
  org = await runOrg();
});

after(async () => {
  await org.stop();
});

const at = (path: string): string => `/services/data/v66.0${path}`;

interface GraphAnswer {
  readonly graphs: readonly {
    readonly graphId: string;
    readonly isSuccessful: boolean;
    readonly graphResponse: { readonly compositeResponse: readonly { httpStatusCode: number; referenceId: string; body: unknown }[] };
  }[];
}

async function run(graphs: unknown): Promise<GraphAnswer> {
  const { status, body } = await org.call('POST', '/composite/graph', { graphs });
  assert.equal(status, 200, JSON.stringify(body));
  return body as GraphAnswer;
}

const node = (referenceId: string, url: string, body: unknown, method = 'POST'): unknown => ({ method, url: at(url), referenceId, body });

async function count(object: string, where: string): Promise<number> {
  return (await org.connection.query(`SELECT Id FROM ${object} WHERE ${where}`)).totalSize;
}

describe('composite graphs', () => {
  it('are each all or none, whatever becomes of the others', async () => {
    const { graphs } = await run([
      {
        graphId: 'good',
        compositeRequest: [
          node('a', '/sobjects/Account', { Name: 'Graph' }),
          node('c', '/sobjects/Contact', { LastName: 'G', AccountId: '@{a.id}' }),
        ],
      },
      {
        graphId: 'bad',
        compositeRequest: [
          node('a', '/sobjects/Account', { Name: 'Undone graph' }),
          node('c', '/sobjects/Contact', { AccountId: '@{a.id}' }),
        ],
      },
    ]);
    assert.deepEqual(
      graphs.map(({ graphId, isSuccessful }) => [graphId, isSuccessful]),
      [
        ['good', true],
        ['bad', false],
      ],
    );
    assert.deepEqual(
      graphs.map(({ graphResponse }) =>
        graphResponse.compositeResponse.map(({ httpStatusCode, referenceId }) => `${referenceId} ${httpStatusCode}`),
      ),
      [
        ['a 201', 'c 201'],
        ['a 400', 'c 400'],
      ],
    );
    assert.match(JSON.stringify(graphs[1]), /PROCESSING_HALTED.*The transaction was rolled back.*REQUIRED_FIELD_MISSING/u);
    assert.deepEqual(
      [
        await count('Account', "Name = 'Graph'"),
        await count('Contact', "Account.Name = 'Graph'"),
        await count('Account', "Name = 'Undone graph'"),
      ],
      [1, 1, 0],
    );
  });

  it('run their nodes in the order of their references', async () => {
    const { graphs } = await run([
      {
        graphId: '1',
        compositeRequest: [
          node('child', '/sobjects/Contact', { LastName: 'Before', AccountId: '@{parent.id}' }),
          node('parent', '/sobjects/Account', { Name: 'Behind' }),
        ],
      },
    ]);
    assert.equal(graphs[0]?.isSuccessful, true, JSON.stringify(graphs));
    assert.deepEqual(
      graphs[0].graphResponse.compositeResponse.map(({ referenceId }) => referenceId),
      ['child', 'parent'],
    );
  });

  it('are refused for circles, other resources, double names and too many nodes', async () => {
    const refusal = async (graphs: unknown): Promise<string> => {
      const { status, body } = await org.call('POST', '/composite/graph', { graphs });
      return `${status} ${JSON.stringify(body)}`;
    };
    const circle = [
      {
        graphId: '1',
        compositeRequest: [node('a', '/sobjects/Account', { Name: '@{b.id}' }), node('b', '/sobjects/Account', { Name: '@{a.id}' })],
      },
    ];
    assert.match(await refusal(circle), /^400 .*circle/u);
    const same = { graphId: '1', compositeRequest: [] };
    assert.match(await refusal([same, same]), /^400 .*Duplicate graphId/u);
    const many = Array.from({ length: 2 }, (_unused, graph) => ({
      graphId: `g${graph}`,
      compositeRequest: Array.from({ length: 251 }, (_none, place) => node(`r${place}`, '/sobjects/Account', { Name: 'x' })),
    }));
    assert.match(await refusal(many), /^400 .*LIMIT_EXCEEDED.*502 nodes/u);
    assert.match(
      await refusal(Array.from({ length: 76 }, (_unused, place) => ({ graphId: `g${place}`, compositeRequest: [] }))),
      /76 graphs/u,
    );
    const { graphs } = await run([
      { graphId: '1', compositeRequest: [{ method: 'GET', url: at('/query?q=SELECT+Id+FROM+Account'), referenceId: 'q' }] },
    ]);
    assert.match(JSON.stringify(graphs), /cannot be used in a composite graph request/u);
  });
});

describe('a composite', () => {
  it('refers to lists, dotted paths and addresses of earlier answers', async () => {
    const { body } = await org.call('POST', '/composite', {
      allOrNone: true,
      collateSubrequests: false,
      compositeRequest: [
        {
          method: 'POST',
          url: at('/composite/sobjects'),
          referenceId: 'list',
          body: { records: ['x y&z', 'two'].map((Name) => ({ attributes: { type: 'Account' }, Name })) },
        },
        { method: 'GET', url: at('/query?q=SELECT+Id,Name+FROM+Account+WHERE+Id=%27@{list[0].id}%27'), referenceId: 'found' },
        { method: 'GET', url: '@{found.records[0].attributes.url}?fields=Name', referenceId: 'read' },
        {
          method: 'POST',
          url: at('/sobjects/Contact'),
          referenceId: 'made',
          body: { LastName: 'of @{read.Name}', AccountId: '@{list[1].id}' },
          httpHeaders: { 'Sforce-Auto-Assign': 'FALSE' },
        },
        { method: 'GET', url: at("/query?q=SELECT+Id+FROM+Account+WHERE+Name='@{read.Name}'"), referenceId: 'byName' },
      ],
    });
    const answers = (body as { compositeResponse: { httpStatusCode: number; body: unknown; httpHeaders: Record<string, string> }[] })
      .compositeResponse;
    assert.deepEqual(
      answers.map(({ httpStatusCode }) => httpStatusCode),
      [200, 200, 200, 201, 200],
      JSON.stringify(answers),
    );
    assert.equal(await count('Contact', "LastName = 'of x y&z' AND Account.Name = 'two'"), 1);
    assert.match(answers[3]?.httpHeaders['Location'] ?? '', /Contact/u);
    assert.equal((answers[4]?.body as { totalSize: number }).totalSize, 1);
  });

  it('refuses headers that belong to the whole, and composites in it', async () => {
    const header = await org.call('POST', '/composite', {
      compositeRequest: [{ method: 'GET', url: at('/limits'), referenceId: 'a', httpHeaders: { Authorization: 'x' } }],
    });
    assert.equal(header.status, 400);
    const nested = await org.call('POST', '/composite', {
      compositeRequest: [{ method: 'POST', url: at('/composite/tree/Account'), referenceId: 'a', body: {} }],
    });
    assert.match(JSON.stringify(nested.body), /cannot be used in a composite request/u);
  });
});
