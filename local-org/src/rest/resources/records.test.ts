import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync, deflateSync } from 'node:zlib';
import { rawCall } from '../testing/rawCall.ts';
import { runOrg, type Answer, type RunningOrg } from '../testing/runningOrg.ts';

let org: RunningOrg;

before(async () => {
  org = await runOrg();
});

after(async () => {
  await org.stop();
});

async function create(object: string, values: Record<string, unknown>): Promise<string> {
  const { status, body, headers } = await org.call('POST', `/sobjects/${object}`, values);
  assert.equal(status, 201, JSON.stringify(body));
  const location = headers.get('location') ?? '';
  assert.match(location, new RegExp(`^/services/data/v66.0/sobjects/${object}/\\w{18}$`, 'u'));
  return location.slice(-18);
}

function codeOf({ status, body }: Answer): string {
  const [first] = Array.isArray(body) ? (body as { errorCode?: string }[]) : [];
  return `${status} ${first?.errorCode ?? ''}`.trim();
}

async function field(object: string, id: string, name: string): Promise<unknown> {
  const { body } = await org.call('GET', `/sobjects/${object}/${id}?fields=${name}`);
  return (body as Record<string, unknown>)[name];
}

describe('a request on a condition', () => {
  it('reads what has changed only', async () => {
    const path = `/sobjects/Account/${await create('Account', { Name: 'Conditional' })}`;
    const { headers } = await org.call('GET', path);
    const [etag, modified] = [headers.get('etag') ?? '', headers.get('last-modified') ?? ''];
    assert.ok(etag !== '' && modified !== '');
    const read = async (conditions: Record<string, string>): Promise<string> => codeOf(await org.call('GET', path, undefined, conditions));
    assert.equal(await read({ 'if-none-match': etag }), '304');
    assert.equal(await read({ 'if-none-match': '"other"' }), '200');
    assert.equal(await read({ 'if-modified-since': modified }), '304');
    assert.equal(await read({ 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' }), '200');
    assert.equal(await read({ 'if-unmodified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' }), '412 PRECONDITION_FAILED');
    assert.equal(await read({ 'if-match': '"other"' }), '412 PRECONDITION_FAILED');
    assert.equal(await read({ 'if-modified-since': 'nonsense' }), '200');
  });

  it('is made by the client alone: no browser keeps an answer, for the next user or beyond a write', async () => {
    const { headers } = await org.call('GET', `/sobjects/Account/${await create('Account', { Name: 'Fresh' })}`);
    assert.ok(headers.has('last-modified'), 'which browsers would reckon from how long to keep it');
    assert.match(headers.get('cache-control') ?? '', /no-store.*private/u);
  });

  it('changes and deletes what the client has seen only', async () => {
    const id = await create('Account', { Name: 'Guarded' });
    const path = `/sobjects/Account/${id}`;
    const past = { 'if-unmodified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' };
    assert.equal(codeOf(await org.call('PATCH', path, { Name: 'Changed' }, past)), '412 PRECONDITION_FAILED');
    assert.equal(codeOf(await org.call('DELETE', path, undefined, past)), '412 PRECONDITION_FAILED');
    assert.equal(await field('Account', id, 'Name'), 'Guarded');
    const { headers } = await org.call('GET', path);
    assert.equal((await org.call('PATCH', path, { Name: 'Changed' }, { 'if-match': headers.get('etag') ?? '' })).status, 204);
  });

  it('describes what was deployed since only', async () => {
    for (const path of ['/sobjects', '/sobjects/Account/describe']) {
      const { headers } = await org.call('GET', path);
      const since = headers.get('last-modified') ?? '';
      assert.equal((await org.call('GET', path, undefined, { 'if-modified-since': since })).status, 304);
      assert.equal((await org.call('GET', path, undefined, { 'if-modified-since': 'Sat, 01 Jan 2000 00:00:00 GMT' })).status, 200);
    }
  });
});

describe('a relationship in an address', () => {
  it('leads to the parent and to the children', async () => {
    const accountId = await create('Account', { Name: 'Parent' });
    const contactId = await create('Contact', { LastName: 'Child', AccountId: accountId });
    const parent = await org.call('GET', `/sobjects/Contact/${contactId}/Account?fields=Name`);
    assert.deepEqual((parent.body as { Name: string }).Name, 'Parent');
    const children = await org.call('GET', `/sobjects/Account/${accountId}/contacts?fields=LastName`);
    assert.match(JSON.stringify(children.body), /"totalSize":1,"done":true,.*"LastName":"Child"/u);
    assert.equal(codeOf(await org.call('GET', `/sobjects/Contact/${contactId}/ReportsTo`)), '404 NOT_FOUND');
    assert.equal(codeOf(await org.call('GET', `/sobjects/Contact/${contactId}/Nothing`)), '404 NOT_FOUND');
  });

  it('changes and deletes the parent, not the children', async () => {
    const accountId = await create('Account', { Name: 'Parent' });
    const contactId = await create('Contact', { LastName: 'Child', AccountId: accountId });
    const path = `/sobjects/Contact/${contactId}/Account`;
    assert.equal((await org.call('PATCH', path, { Name: 'Renamed' })).status, 204);
    assert.equal(await field('Account', accountId, 'Name'), 'Renamed');
    const children = `/sobjects/Account/${accountId}/Contacts`;
    assert.equal(codeOf(await org.call('PATCH', children, { LastName: 'x' })), '405 METHOD_NOT_ALLOWED');
    assert.equal((await org.call('DELETE', path)).status, 204);
    assert.equal(codeOf(await org.call('GET', path)), '404 NOT_FOUND');
  });
});

describe('copies kept elsewhere', () => {
  it('are told what was changed and deleted in a span of time', async () => {
    const [kept, gone] = [await create('Account', { Name: 'Kept' }), await create('Account', { Name: 'Gone' })];
    await org.call('DELETE', `/sobjects/Account/${gone}`);
    const now = org.org.clock.now();
    const at = (minutes: number): string => encodeURIComponent(new Date(now + minutes * 60_000).toISOString().replace('Z', '+00:00'));
    const updated = await org.call('GET', `/sobjects/Account/updated?start=${at(-5)}&end=${at(5)}`);
    assert.ok((updated.body as { ids: string[] }).ids.includes(kept));
    assert.ok(!(updated.body as { ids: string[] }).ids.includes(gone));
    const deleted = await org.call('GET', `/sobjects/Account/deleted/?start=${at(-5)}&end=${at(5)}`);
    assert.ok(
      (deleted.body as { deletedRecords: { id: string }[] }).deletedRecords.some(({ id }) => id === gone),
      JSON.stringify(deleted.body),
    );
    assert.equal(codeOf(await org.call('GET', `/sobjects/Account/deleted?start=${at(5)}&end=${at(-5)}`)), '400 INVALID_REPLICATION_DATE');
    assert.equal(
      codeOf(await org.call('GET', `/sobjects/Account/updated?start=${at(-50_000)}&end=${at(0)}`)),
      '400 INVALID_REPLICATION_DATE',
    );
    assert.equal((await org.call('GET', '/sobjects/Account/updated?start=x')).status, 400);
  });
});

describe('an upsert by an external id', () => {
  it('creates only when it may', async () => {
    const path = '/sobjects/AccountPulse__c/Key__c/only';
    assert.equal((await org.call('PATCH', `${path}?updateOnly=true`, {})).status, 404);
    const created = await org.call('PATCH', path, {});
    assert.deepEqual([created.status, (created.body as { created: boolean }).created], [201, true]);
    assert.match(created.headers.get('location') ?? '', /AccountPulse__c/u);
    const updated = await org.call('PATCH', `${path}?updateOnly=true`, { Target__c: 3 });
    assert.deepEqual([updated.status, (updated.body as { created: boolean }).created], [200, false]);
  });

  it('on Id creates without one, and updates with one', async () => {
    const created = await org.call('POST', '/sobjects/Account/Id', { Name: 'By id' });
    assert.equal(created.status, 201, JSON.stringify(created.body));
    const { id } = created.body as { id: string };
    assert.equal((await org.call('PATCH', `/sobjects/Account/Id/${id}`, { Name: 'Renamed' })).status, 204);
    assert.equal(await field('Account', id, 'Name'), 'Renamed');
  });

  it('takes a parent by its external id, trimmed as it is stored', async () => {
    await org.call('PATCH', '/sobjects/AccountPulse__c/Key__c/trimmed', {});
    const { status, body } = await org.call('POST', '/sobjects/ContactPulse__c', { Key__c: 't', AccountPulse__r: { Key__c: ' trimmed ' } });
    assert.equal(status, 201, JSON.stringify(body));
  });
});

describe('bodies and answers', () => {
  it('come compressed, and go compressed or laid out when asked', async () => {
    for (const [encoding, packed] of [
      ['gzip', gzipSync('{"Name":"Packed"}')],
      ['deflate', deflateSync('{"Name":"Packed"}')],
    ] as const) {
      const { status, body } = await rawCall(org, 'POST', '/services/data/v66.0/sobjects/Account', {
        body: packed,
        headers: { 'content-encoding': encoding },
      });
      assert.equal(status, 201, body);
    }
    const zipped = await org.call('GET', '/sobjects/Account/describe', undefined, { 'accept-encoding': 'gzip' });
    assert.equal(zipped.headers.get('content-encoding'), 'gzip');
    const plain = await org.call('GET', '/sobjects/Account/describe', undefined, { 'accept-encoding': 'identity' });
    assert.equal(plain.headers.get('content-encoding'), null);
    const pretty = await rawCall(org, 'GET', '/services/data/v66.0/limits', { headers: { 'x-prettyprint': '1' } });
    assert.match(pretty.body, /^\{\n {2}"/u);
  });

  it('are bounded, and not in XML', async () => {
    const large = await rawCall(org, 'POST', '/services/data/v66.0/sobjects/Account', {
      body: gzipSync(Buffer.alloc(60_000_000, 32)),
      headers: { 'content-encoding': 'gzip' },
    });
    assert.equal(large.status, 413, large.body);
    const xml = await rawCall(org, 'GET', '/services/data/v66.0/sobjects/Account', { headers: { accept: 'application/xml' } });
    assert.deepEqual([xml.status, /NOT_ACCEPTABLE/u.test(xml.body)], [406, true]);
    const sent = await rawCall(org, 'POST', '/services/data/v66.0/sobjects/Account', {
      body: '<Account/>',
      headers: { 'content-type': 'application/xml' },
    });
    assert.deepEqual([sent.status, /UNSUPPORTED_MEDIA_TYPE/u.test(sent.body)], [415, true]);
  });

  it('tell where a value of the wrong type stands', async () => {
    const { body } = await org.call('POST', '/sobjects/Account', '{\n "Name": "x",\n "NumberOfEmployees": "many"}');
    assert.match(
      JSON.stringify(body),
      /JSON_PARSER_ERROR.*Cannot deserialize instance of int from VALUE_STRING value many or request may be missing a required field at \[line:3, column:23\]/u,
    );
  });
});

describe('a result', () => {
  it('comes in pages of the size that is asked for, child rows too', async () => {
    const accountId = await create('Account', { Name: 'Paged' });
    for (let round = 0; round < 2; round += 1) {
      const records = Array.from({ length: 150 }, (_unused, place) => ({
        attributes: { type: 'Contact' },
        LastName: `P ${round} ${place}`,
        AccountId: accountId,
      }));
      await org.call('POST', '/composite/sobjects', { records });
    }
    const small = { 'sforce-query-options': 'batchSize=200' };
    const soql = encodeURIComponent(`SELECT Id FROM Contact WHERE AccountId = '${accountId}'`);
    const first = (await org.call('GET', `/query?q=${soql}`, undefined, small)).body as {
      records: unknown[];
      nextRecordsUrl: string;
      totalSize: number;
    };
    assert.deepEqual([first.records.length, first.totalSize], [200, 300]);
    const second = (await org.call('GET', first.nextRecordsUrl, undefined, small)).body as { records: unknown[]; done: boolean };
    assert.deepEqual([second.records.length, second.done], [100, true]);

    const nested = encodeURIComponent(`SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Id = '${accountId}'`);
    const parent = (await org.call('GET', `/query?q=${nested}`, undefined, small)).body as {
      records: { Contacts: { records: unknown[]; done: boolean; totalSize: number; nextRecordsUrl: string } }[];
    };
    const children = parent.records[0]?.Contacts;
    assert.deepEqual([children?.records.length, children?.done, children?.totalSize], [200, false, 300]);
    const rest = (await org.call('GET', children?.nextRecordsUrl ?? '', undefined, small)).body as { records: unknown[]; done: boolean };
    assert.deepEqual([rest.records.length, rest.done], [100, true]);
    assert.equal(codeOf(await org.call('GET', '/query/01gLo0000000099AAA-200')), '400 INVALID_QUERY_LOCATOR');
  });

  it('of deleted records is for queryAll alone', async () => {
    assert.equal((await org.call('GET', `/query?q=${encodeURIComponent('SELECT Id FROM Account ALL ROWS')}`)).status, 400);
    assert.equal((await org.call('GET', `/queryAll?q=${encodeURIComponent('SELECT Id FROM Account')}`)).status, 200);
  });
});
