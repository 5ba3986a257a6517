import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { runOrg, type RunningOrg } from './testing/runningOrg.ts';

let org: RunningOrg;

before(async () => {
  org = await runOrg();
});

after(async () => {
  await org.stop();
});

const account = (values: Record<string, unknown>): Record<string, unknown> => ({ attributes: { type: 'Account' }, ...values });

async function count(soql: string): Promise<number> {
  return (await org.connection.query(soql)).totalSize;
}

describe('paths', () => {
  it('that lead nowhere, or with the wrong method, are refused as the platform refuses them', async () => {
    const nowhere = await org.call('GET', '/nowhere');
    assert.equal(nowhere.status, 404);
    assert.deepEqual(nowhere.body, [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }]);
    const versions = ['v20.0', 'v67.0'].map((version) => org.call('GET', `/services/data/${version}/sobjects`));
    assert.deepEqual(
      (await Promise.all(versions)).map(({ status, body }) => [status, JSON.stringify(body).includes('UNSUPPORTED_API_VERSION')]),
      [
        [410, true],
        [404, true],
      ],
    );
    const wrongMethod = await org.call('DELETE', '/sobjects/Account');
    assert.equal(wrongMethod.status, 405);
    assert.match(JSON.stringify(wrongMethod.body), /METHOD_NOT_ALLOWED/u);
  });

  it('may start with two slashes, and need no login for the list of versions', async () => {
    const response = await fetch(`${org.url}//services/data`);
    const versions: unknown = await response.json();
    assert.ok(Array.isArray(versions));
    assert.deepEqual(
      [versions.at(0), versions.at(-1)],
      [
        { label: "Summer '14", url: '/services/data/v31.0', version: '31.0' },
        { label: "Spring '26", url: '/services/data/v66.0', version: '66.0' },
      ],
    );
  });

  it('answer a body that is no JSON with JSON_PARSER_ERROR', async () => {
    const { status, body } = await org.call('POST', '/sobjects/Account', '{"Name": ');
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /JSON_PARSER_ERROR/u);
  });

  it('refuse a scheme of authorization other than Bearer', async () => {
    const { status, body } = await org.call('GET', '/sobjects', undefined, { authorization: 'Basic abc' });
    assert.equal(status, 401);
    assert.match(JSON.stringify(body), /INVALID_AUTH_HEADER/u);
  });
});

describe('one record', () => {
  it('is not told twice which it is: by the address, and by the body', async () => {
    const { body: account } = await org.call('POST', '/sobjects/Account', { Name: 'Told' });
    const id = idIn(account);
    const refusals = [
      await org.call('PATCH', `/sobjects/Account/${id}`, { Id: id, Name: 'Told again' }),
      await org.call('PATCH', '/sobjects/AccountPulse__c/Key__c/told', { Key__c: 'otherwise', Account__c: id }),
      await org.call('PATCH', '/sobjects/AccountPulse__c/Key__c/told', { id, Account__c: id }),
    ];
    assert.deepEqual(
      refusals.map(({ status, body }) => [status, body]),
      ['Id', 'Key__c', 'Id'].map((name) => [
        400,
        [{ errorCode: 'INVALID_FIELD', message: `The ${name} field should not be specified in the sobject data.` }],
      ]),
    );
  });

  it('of a new user needs no nickname', async () => {
    const profile = (await org.connection.query<{ Id: string }>('SELECT Id FROM Profile LIMIT 1')).records[0]?.Id;
    const name = 'nadia@customer-pulse.example';
    const user = await org.call('POST', '/sobjects/User', {
      Username: name,
      LastName: 'New',
      Email: name,
      Alias: 'nadia',
      ProfileId: profile,
      TimeZoneSidKey: 'Europe/London',
      LocaleSidKey: 'en_GB',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
    });
    assert.equal(user.status, 201, JSON.stringify(user.body));
    const { body } = await org.call('GET', `/sobjects/User/${idIn(user.body)}?fields=CommunityNickname`);
    assert.match(JSON.stringify(body), /"CommunityNickname":"nadia@/u);
  });
});

function idIn(body: unknown): string {
  assert.ok(typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string', JSON.stringify(body));
  return body.id;
}

describe('collections', () => {
  it('answer in order, each record for itself', async () => {
    const { status, body } = await org.call('POST', '/composite/sobjects', {
      allOrNone: false,
      records: [account({ Name: 'A' }), account({}), { attributes: { type: 'Contact' }, LastName: 'C' }],
    });
    assert.equal(status, 200);
    assert.ok(Array.isArray(body));
    assert.deepEqual(
      body.map((entry: { success: boolean }) => entry.success),
      [true, false, true],
    );
    assert.deepEqual(body[1], {
      success: false,
      errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [Name]', fields: ['Name'] }],
    });
  });

  it('all or none undo runs of other objects too', async () => {
    const { body } = await org.call('POST', '/composite/sobjects', {
      allOrNone: true,
      records: [account({ Name: 'Undone' }), { attributes: { type: 'Contact' } }],
    });
    assert.match(JSON.stringify(body), /ALL_OR_NONE_OPERATION_ROLLED_BACK/u);
    assert.equal(await count("SELECT Id FROM Account WHERE Name = 'Undone'"), 0);
  });

  it('carry 200 records at most', async () => {
    const records = Array.from({ length: 201 }, () => account({ Name: 'x' }));
    const { status, body } = await org.call('POST', '/composite/sobjects', { records });
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /EXCEEDED_ID_LIMIT/u);
  });

  it('read, change and delete by id', async () => {
    const created = await org.call('POST', '/composite/sobjects', { records: ['one', 'two'].map((Name) => account({ Name })) });
    assert.ok(Array.isArray(created.body));
    const ids = created.body.map((entry: { id: string }) => entry.id);
    const changed = await org.call('PATCH', '/composite/sobjects', { records: ids.map((id) => account({ id, Phone: '1' })) });
    assert.deepEqual(
      changed.body,
      ids.map((id) => ({ id, success: true, errors: [] })),
    );
    const read = await org.call('GET', `/composite/sobjects/Account?ids=${ids.join(',')},001Lo0000000zzzIAA&fields=Name,Phone`);
    assert.ok(Array.isArray(read.body));
    assert.deepEqual(
      read.body.map((record: { Name: string } | null) => record?.Name),
      ['one', 'two', undefined],
    );
    const deleted = await org.call('DELETE', `/composite/sobjects?ids=${ids.join(',')}`);
    assert.deepEqual(
      deleted.body,
      ids.map((id) => ({ id, success: true, errors: [] })),
    );
  });
});

describe('composite', () => {
  const subrequest = (referenceId: string, method: string, path: string, body?: unknown): unknown => ({
    referenceId,
    method,
    url: path.startsWith('/services') ? path : `/services/data/v66.0${path}`,
    body,
  });

  it('lets later calls use what earlier ones answered', async () => {
    const { status, body } = await org.call('POST', '/composite', {
      compositeRequest: [
        subrequest('acc', 'POST', '/sobjects/Account', { Name: 'Composed' }),
        subrequest('con', 'POST', '/sobjects/Contact', { LastName: 'Composed', AccountId: '@{acc.id}' }),
        subrequest('read', 'GET', '/sobjects/Account/@{acc.id}?fields=Name'),
        subrequest('find', 'GET', "/query?q=SELECT+Id,AccountId+FROM+Contact+WHERE+LastName='Composed'"),
        subrequest('again', 'PATCH', '/sobjects/Account/@{find.records[0].AccountId}', { Phone: '7' }),
      ],
    });
    assert.equal(status, 200);
    const { compositeResponse } = body as { compositeResponse: { httpStatusCode: number; referenceId: string; body: unknown }[] };
    assert.deepEqual(
      compositeResponse.map(({ httpStatusCode }) => httpStatusCode),
      [201, 201, 200, 200, 204],
    );
    assert.match(JSON.stringify(compositeResponse[2]?.body), /"Name":"Composed"/u);
  });

  it('halts what depends on a failure, and undoes all with allOrNone', async () => {
    const compositeRequest = [
      subrequest('good', 'POST', '/sobjects/Account', { Name: 'Halted' }),
      subrequest('bad', 'POST', '/sobjects/Account', {}),
      subrequest('next', 'POST', '/sobjects/Contact', { LastName: 'x', AccountId: '@{bad.id}' }),
    ];
    const free = await org.call('POST', '/composite', { compositeRequest });
    assert.match(JSON.stringify(free.body), /PROCESSING_HALTED.*Invalid reference specified\. No value for bad\.id found in bad/u);
    assert.equal(await count("SELECT Id FROM Account WHERE Name = 'Halted'"), 1);
    const bound = await org.call('POST', '/composite', { allOrNone: true, compositeRequest });
    assert.match(JSON.stringify(bound.body), /The transaction was rolled back since another operation in the same transaction failed/u);
    assert.match(JSON.stringify(bound.body), /REQUIRED_FIELD_MISSING/u);
    assert.equal(await count("SELECT Id FROM Account WHERE Name = 'Halted'"), 1);
  });

  it('carries no composite inside', async () => {
    const { body } = await org.call('POST', '/composite', {
      compositeRequest: [subrequest('in', 'POST', '/composite', { compositeRequest: [] })],
    });
    assert.match(JSON.stringify(body), /"httpStatusCode":400/u);
    assert.match(JSON.stringify(body), /INVALID_INPUT/u);
  });

  it('carries 25 calls, 5 of them collections, and counts as one', async () => {
    const many = Array.from({ length: 26 }, (_unused, place) => subrequest(`r${place}`, 'GET', '/limits'));
    assert.equal((await org.call('POST', '/composite', { compositeRequest: many })).status, 400);
    const collections = Array.from({ length: 6 }, (_unused, place) =>
      subrequest(`c${place}`, 'POST', '/composite/sobjects', { records: [account({ Name: 'x' })] }),
    );
    assert.equal((await org.call('POST', '/composite', { compositeRequest: collections })).status, 400);
    const before = org.connection.limitInfo.apiUsage?.used ?? 0;
    const five = await org.call('POST', '/composite', { compositeRequest: collections.slice(0, 5) });
    assert.equal(five.status, 200);
    await org.connection.limits();
    assert.ok((org.connection.limitInfo.apiUsage?.used ?? 0) - before < 5 + 3);
  });
});

describe('composite batch and tree', () => {
  it('batch answers each call for itself', async () => {
    const { body } = await org.call('POST', '/composite/batch', {
      batchRequests: [
        { method: 'GET', url: 'v66.0/limits' },
        { method: 'GET', url: 'v66.0/sobjects/Nope' },
      ],
    });
    const { hasErrors, results } = body as { hasErrors: boolean; results: { statusCode: number }[] };
    assert.equal(hasErrors, true);
    assert.deepEqual(
      results.map(({ statusCode }) => statusCode),
      [200, 404],
    );
  });

  it('tree creates parents and children together, or none', async () => {
    const tree = (lastName: string | null): unknown => ({
      records: [
        {
          attributes: { type: 'Account', referenceId: 'a' },
          Name: 'Tree',
          Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'c' }, LastName: lastName }] },
        },
      ],
    });
    const refused = await org.call('POST', '/composite/tree/Account', tree(null));
    assert.equal(refused.status, 400);
    assert.equal(await count("SELECT Id FROM Account WHERE Name = 'Tree'"), 0);
    const planted = await org.call('POST', '/composite/tree/Account', tree('Leaf'));
    assert.equal(planted.status, 201);
    assert.equal(await count("SELECT Id FROM Contact WHERE Account.Name = 'Tree' AND LastName = 'Leaf'"), 1);
  });
});

describe('what only a local org has', () => {
  it('keeps its clock when it is told a moment that no date can hold', async () => {
    for (const body of [{ advanceSeconds: 1e300 }, { advanceSeconds: -1e12 }, { now: '1600-01-01T00:00:00Z' }, { now: 'noon' }]) {
      const refused = await org.call('POST', '/local-org/clock', body);
      assert.deepEqual([refused.status, /INVALID_INPUT/u.test(JSON.stringify(refused.body))], [400, true], JSON.stringify(body));
    }
    assert.equal((await org.call('GET', '/local-org/clock')).status, 200);
  });

  it('tells its health to anybody, its queue to users, and lets the administrator move the clock', async () => {
    assert.equal((await fetch(`${org.url}/local-org/health`)).status, 200);
    assert.equal((await fetch(`${org.url}/local-org/async-work`)).status, 401);
    assert.deepEqual((await org.call('GET', '/local-org/async-work')).status, 200);
    // One night of the package's schedules, not years of them.
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const moved = await org.call('POST', '/local-org/clock', { now: `${tomorrow}T23:00:00Z` });
    assert.ok(JSON.stringify(moved.body).includes(`"now":"${tomorrow}T23:00:00`), JSON.stringify(moved.body));
    const id = (await org.connection.sobject('Account').create({ Name: 'Future' })).id ?? '';
    assert.ok(String((await org.connection.sobject('Account').retrieve(id))['CreatedDate']).startsWith(tomorrow));
    await org.call('POST', '/local-org/clock', { now: new Date().toISOString() });
  });
});
