import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { bulkCalls } from '../bulk/testing/bulkCalls.ts';
import { rawCall, type RawAnswer } from './testing/rawCall.ts';
import { runOrg, type RunningOrg } from './testing/runningOrg.ts';

/** Tries of each property; more by hand: `FUZZ_RUNS=5000`. */
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 60);

let org: RunningOrg;
let witnesses: string;

before(async () => {
  org = await runOrg();
  await org.call('POST', '/composite/sobjects', {
    allOrNone: true,
    records: [
      { attributes: { type: 'Account' }, Name: 'Witness', Description: 'must not be touched' },
      { attributes: { type: 'AccountPulse__c' }, Key__c: 'witness' },
      { attributes: { type: 'Contact' }, LastName: 'Witness' },
    ],
  });
  witnesses = await seen();
});

after(async () => {
  await org.stop();
});

/** The witnesses as they are now: any write to one of them shows. */
async function seen(): Promise<string> {
  const found = ['Account', 'AccountPulse__c', 'Contact'].map((object) => {
    const { records } = org.org.queries.run(
      `SELECT Id, SystemModstamp, LastModifiedById FROM ${object} WHERE CreatedDate != null ORDER BY Id LIMIT 1`,
      admin(),
    );
    return records.map((record) => [...record.fields]);
  });
  return JSON.stringify(found);
}

function admin(): Parameters<RunningOrg['org']['queries']['run']>[1] {
  const user = org.org.user(org.org.sessions.userIdOf(org.adminToken) ?? '');
  assert.ok(user);
  return user;
}

async function harmless(answer: Promise<RawAnswer>, what: string): Promise<RawAnswer> {
  const { status, body } = await answer;
  assert.ok(status < 500 || status === 501, `${status} ${body.slice(0, 300)} for ${what}`);
  return { status, body };
}

const data = '/services/data/v66.0';
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constantFrom(
    "'",
    '"',
    '..',
    '.',
    '/',
    '\\',
    "' OR Name != '",
    '%',
    '_',
    '\0',
    '\uFEFF',
    '#N/A',
    'null',
    '0',
    '-1',
    '🙂',
    'é',
    'a/b?c#d&e=f+g h%2F',
    '@{x.id}',
    '__proto__',
    'constructor',
  ),
);
const encoded = anyText.map((text) => encodeURIComponent(text.toWellFormed()));
/** What may stand in a request line at all. */
const anyPath = fc.string({ unit: fc.constantFrom(...Array.from('aA0/.%?&=+-_:;@\'"#<>[]{}|^~')), maxLength: 60 });

describe('an external id', () => {
  it('with any characters makes one record, finds it again, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const path = `${data}/sobjects/AccountPulse__c/Key__c/${encodeURIComponent(`k${text}k`.toWellFormed())}`;
        const made = await rawCall(org, 'PATCH', path, { body: '{}' });
        assert.equal(made.status, 201, made.body);
        const { id } = JSON.parse(made.body) as { id: string };
        const again = await rawCall(org, 'PATCH', path, { body: '{"Target__c": 5}' });
        assert.deepEqual([again.status, (JSON.parse(again.body) as { id: string }).id], [200, id]);
        const read = JSON.parse((await rawCall(org, 'GET', path)).body) as { Id: string; Key__c: string };
        assert.equal(read.Id, id);
        const viaCollection = await rawCall(org, 'PATCH', `${data}/composite/sobjects/AccountPulse__c/Key__c`, {
          body: JSON.stringify({ records: [{ attributes: { type: 'AccountPulse__c' }, Key__c: read.Key__c, Target__c: 6 }] }),
        });
        assert.equal((JSON.parse(viaCollection.body) as { id: string }[])[0]?.id, id, viaCollection.body);
        assert.equal((await rawCall(org, 'DELETE', path)).status, 204);
        assert.equal((await rawCall(org, 'GET', path)).status, 404);
      }),
      { numRuns },
    );
    assert.equal(await seen(), witnesses);
  });

  it('with any characters in a job makes one record and finds it again', async () => {
    const bulk = bulkCalls(org);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyText, { minLength: 1, maxLength: 30, selector: (text) => text.replaceAll('\0', '').toWellFormed() }),
        async (texts) => {
          const keys = texts.map((text) => `b${text.replaceAll('\0', '').toWellFormed()}b`);
          const csv = `Key__c,Target__c\n${keys.map((key) => `"${key.replaceAll('"', '""')}",1\n`).join('')}`;
          const job = { object: 'AccountPulse__c', operation: 'upsert', externalIdFieldName: 'Key__c' };
          const first = await bulk.run(job, csv);
          assert.deepEqual([first.state, first.numberRecordsFailed], ['JobComplete', 0], await bulk.text(first.id, 'failedResults'));
          const ids = idsOf(await bulk.text(first.id, 'successfulResults'));
          const second = await bulk.run(job, csv);
          assert.deepEqual(idsOf(await bulk.text(second.id, 'successfulResults')), ids);
          const gone = await bulk.run({ object: 'AccountPulse__c', operation: 'delete' }, `Id\n${ids.join('\n')}\n`);
          assert.equal(gone.numberRecordsFailed, 0);
        },
      ),
      { numRuns: Math.ceil(numRuns / 10) },
    );
    assert.equal(await seen(), witnesses);
  });

  function idsOf(csv: string): string[] {
    return [...csv.matchAll(/^"(\w{18})",/gmu)].map(([, id = '']) => id);
  }
});

describe('an address', () => {
  it('with anything in it is answered, and writes nothing it does not name', async () => {
    const forms = fc.constantFrom(
      (a: string) => `/sobjects/Account/${a}`,
      (a: string, b: string) => `/sobjects/${a}/${b}`,
      (a: string, b: string) => `/sobjects/AccountPulse__c/${a}/${b}`,
      (a: string) => `/sobjects/AccountPulse__c/Key__c/x${a}`,
      (a: string, b: string) => `/sobjects/Account/deleted?start=${a}&end=${b}`,
      (a: string) => `/query?q=${a}`,
      (a: string) => `/query?q=SELECT%20Id%20FROM%20Account%20WHERE%20Name%20=%20%27${a}`,
      (a: string) => `/query?explain=${a}`,
      (a: string, b: string) => `/query/${a}-${b}`,
      (a: string, b: string) => `/composite/sobjects/Account?ids=${a}&fields=${b}`,
      (a: string) => `/composite/sobjects?ids=${a}`,
      (a: string, b: string) => `/jobs/query/${a}/results?locator=${b}`,
      (a: string) => `/jobs/ingest?queryLocator=${a}`,
      (a: string) => `/${a}`,
    );
    await fc.assert(
      fc.asyncProperty(
        forms,
        encoded,
        encoded,
        fc.constantFrom('GET', 'PATCH', 'DELETE', 'POST', 'HEAD', 'PUT'),
        async (form, a, b, method) => {
          const path = data + form(a, b);
          const body = method === 'GET' || method === 'HEAD' || method === 'DELETE' ? {} : { body: '{}' };
          await harmless(rawCall(org, method, path, body), `${method} ${path}`);
        },
      ),
      { numRuns: numRuns * 5 },
    );
    await fc.assert(
      fc.asyncProperty(anyPath, async (path) => {
        await harmless(rawCall(org, 'GET', `${data}/${path}`), path);
        await harmless(rawCall(org, 'GET', `/${path}`), path);
      }),
      { numRuns: numRuns * 2 },
    );
    assert.equal(await seen(), witnesses);
  });

  it('that is too long, or badly encoded, is told so', async () => {
    assert.equal((await rawCall(org, 'GET', `${data}/sobjects/Account/%FF`)).status, 400);
    assert.equal((await rawCall(org, 'GET', `${data}/sobjects/Account/%`)).status, 400);
    const long = await rawCall(org, 'GET', `${data}/query?q=${'x'.repeat(100_000)}`);
    assert.equal(long.status, 414);
    assert.equal((await rawCall(org, 'GET', `//services//data//v66.0//sobjects//Account//describe`)).status, 200);
  });
});

describe('headers', () => {
  it('with anything in them are answered', async () => {
    const names = fc.constantFrom(
      'if-modified-since',
      'if-none-match',
      'if-match',
      'sforce-query-options',
      'x-prettyprint',
      'accept-encoding',
      'content-type',
      'content-encoding',
      'sforce-call-options',
      'sforce-duplicate-rule-header',
      'authorization',
      'accept',
    );
    const value = fc.string({ unit: fc.constantFrom(...Array.from('aZ09 ,;=/*"-gzip:')), maxLength: 30 });
    const { body } = await rawCall(org, 'GET', `${data}/query?q=SELECT+Id+FROM+Account+LIMIT+1`);
    const {
      records: [account],
    } = JSON.parse(body) as { records: { Id: string }[] };
    await fc.assert(
      fc.asyncProperty(names, value, fc.constantFrom('GET', 'POST'), async (name, text, method) => {
        const sent = method === 'POST' ? { body: '{"Name": 5' } : {};
        await harmless(
          rawCall(org, method, `${data}/sobjects/Account/${method === 'GET' ? (account?.Id ?? '') : ''}`, {
            ...sent,
            headers: { [name]: text },
          }),
          `${name}: ${text}`,
        );
      }),
      { numRuns: numRuns * 2 },
    );
    assert.equal(await seen(), witnesses);
  });
});

describe('a body', () => {
  const type = fc.constantFrom('Account', 'AccountPulse__c', 'Contact', 'Nothing__c', '', 'account');
  const fieldName = fc.oneof(
    fc.constantFrom(
      'Name',
      'Key__c',
      'Target__c',
      'Id',
      'id',
      'OwnerId',
      'Account__r',
      'Account__c',
      'CreatedDate',
      'BillingAddress',
      'LastName',
      'attributes',
      'records',
      'Contacts',
    ),
    anyText,
  );
  const fieldValue = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    anyText,
    fc.constantFrom({ Id: '001000000000000AAA' }, { Key__c: 'nobody' }, 1e308, -0, '2026-02-30', true),
  );
  const record = fc
    .tuple(type, fc.array(fc.tuple(fieldName, fieldValue), { maxLength: 4 }))
    .map(([name, fields]) => ({ ...Object.fromEntries(fields), attributes: { type: name, referenceId: 'r' } }));
  const url = fc.constantFrom(
    `${data}/sobjects/Account`,
    `${data}/query?q=SELECT+Id+FROM+Account`,
    '@{a.id}',
    `${data}/sobjects/@{a.x[0].y}`,
    'nowhere',
    `${data}/composite`,
    `${data}/composite/sobjects`,
  );
  const subrequest = fc.record(
    {
      method: fc.constantFrom('POST', 'GET', 'PATCH', 'x'),
      url,
      referenceId: fc.constantFrom('a', 'b', 'a b', ''),
      body: fc.oneof(record, fc.jsonValue({ maxDepth: 2 })),
    },
    { requiredKeys: [] },
  );
  const subrequests = fc.oneof(fc.array(subrequest, { maxLength: 4 }), fc.jsonValue({ maxDepth: 1 }));
  const allOrNone = fc.constantFrom(true, false, undefined, 'x');
  const bodies = fc.oneof(
    fc.tuple(
      fc.constantFrom(
        'POST /sobjects/AccountPulse__c',
        'POST /sobjects/Contact',
        'PATCH /sobjects/Account/001000000000000AAA',
        'POST /sobjects/Account/Id',
      ),
      record,
    ),
    fc.tuple(
      fc.constantFrom(
        'POST /composite/sobjects',
        'PATCH /composite/sobjects',
        'PATCH /composite/sobjects/AccountPulse__c/Key__c',
        'POST /composite/tree/Account',
        'POST /composite/tree/AccountPulse__c',
      ),
      fc.record({ allOrNone, records: fc.oneof(fc.array(record, { maxLength: 5 }), fc.jsonValue({ maxDepth: 1 })) }),
    ),
    fc.tuple(fc.constant('POST /composite'), fc.record({ allOrNone, compositeRequest: subrequests })),
    fc.tuple(
      fc.constant('POST /composite/graph'),
      fc.record({
        graphs: fc.oneof(
          fc.array(fc.record({ graphId: fc.constantFrom('1', '2', ''), compositeRequest: subrequests }), { maxLength: 2 }),
          fc.jsonValue({ maxDepth: 1 }),
        ),
      }),
    ),
    fc.tuple(fc.constant('POST /composite/batch'), fc.record({ batchRequests: subrequests })),
    fc.tuple(
      fc.constantFrom('POST /composite/sobjects/Account'),
      fc.record({ ids: fc.oneof(fc.array(anyText), fc.jsonValue()), fields: fc.oneof(fc.array(anyText), fc.jsonValue()) }),
    ),
    fc.tuple(
      fc.constantFrom(
        'POST /jobs/ingest',
        'POST /jobs/query',
        'PATCH /jobs/ingest/750000000000000AAA',
        'POST /composite',
        'POST /sobjects/Account',
        'POST /composite/sobjects',
      ),
      fc.jsonValue(),
    ),
  );

  it('of any JSON is answered, and writes nothing it does not name', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async ([call, json]) => {
        const [method = '', path = ''] = call.split(' ');
        await harmless(rawCall(org, method, data + path, { body: JSON.stringify(json) }), `${call} ${JSON.stringify(json)}`);
      }),
      { numRuns: numRuns * 5 },
    );
    assert.equal(await seen(), witnesses);
  });

  it('of any bytes is answered', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }).map((list) => Buffer.from(list)),
      fc.constantFrom(
        '{"a":',
        '[[',
        '"',
        '{"Name": "\uD800"}',
        '{"Name":1e999}',
        '[1,2',
        '\uFEFF{}',
        '['.repeat(20_000),
        '{"a":'.repeat(20_000),
        `${'['.repeat(9000)}${']'.repeat(9000)}`,
      ),
    );
    const types = fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'text/csv',
      'application/xml',
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'application/x-www-form-urlencoded',
      'x',
    );
    const encodings = fc.constantFrom({}, { 'content-encoding': 'gzip' }, { 'content-encoding': 'deflate' }, { 'content-encoding': 'br' });
    await fc.assert(
      fc.asyncProperty(
        bytes,
        types,
        encodings,
        fc.constantFrom('/sobjects/Account', '/composite', '/composite/graph', '/jobs/ingest', '/jobs/query'),
        async (body, contentType, encoding, path) => {
          await harmless(
            rawCall(org, 'POST', data + path, { body, headers: { 'content-type': contentType, ...encoding } }),
            `${contentType} ${String(body).slice(0, 80)}`,
          );
        },
      ),
      { numRuns: numRuns * 3 },
    );
    assert.equal(await seen(), witnesses);
  });

  it('nested as deeply as can be is refused in words', async () => {
    const deep =
      '{"compositeRequest":[{"method":"POST","url":"/services/data/v66.0/sobjects/Account","referenceId":"a","body":' +
      '['.repeat(50_000) +
      ']'.repeat(50_000) +
      '}]}';
    const { status, body } = await rawCall(org, 'POST', `${data}/composite`, { body: deep });
    assert.equal(status, 400, body.slice(0, 200));
    assert.match(body, /JSON_PARSER_ERROR/u);
  });
});

describe('the data of a job', () => {
  it('of any kind ends the job, and writes nothing it does not name', async () => {
    const bulk = bulkCalls(org);
    const piece = fc.oneof(
      fc.constantFrom(
        'Id',
        'Name',
        'Key__c',
        'Target__c',
        'Owner.Username',
        ',',
        ',',
        '\n',
        '\n',
        '"',
        '""',
        '\r\n',
        '\0',
        '\uFEFF',
        '#N/A',
        '001000000000000AAA',
        ';',
        '\t',
        'x'.repeat(70_000),
      ),
      anyText,
    );
    const anything = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    const header = fc.constantFrom('Key__c,Target__c\n', 'Id\n', 'Id,Key__c\n', 'Key__c,Account__r.Id\n', '');
    const jobs = fc.constantFrom(
      { object: 'AccountPulse__c', operation: 'insert' },
      { object: 'AccountPulse__c', operation: 'update' },
      { object: 'AccountPulse__c', operation: 'upsert', externalIdFieldName: 'Key__c' },
      { object: 'AccountPulse__c', operation: 'upsert', externalIdFieldName: 'Id', lineEnding: 'CRLF', columnDelimiter: 'SEMICOLON' },
      { object: 'AccountPulse__c', operation: 'delete' },
      { object: 'AccountPulse__c', operation: 'hardDelete' },
    );
    await fc.assert(
      fc.asyncProperty(jobs, header, anything, async (job, start, rest) => {
        const { id } = await bulk.create(job);
        const uploaded = await rawCall(org, 'PUT', `${data}/jobs/ingest/${id}/batches`, {
          body: Buffer.from(start + rest),
          headers: { 'content-type': 'text/csv' },
        });
        assert.equal(uploaded.status, 201, uploaded.body);
        await bulk.close(id);
        const info = await bulk.ended(id);
        assert.notEqual(info.errorMessage?.includes('unexpected error'), true, JSON.stringify([job, start + rest, info]));
        for (const kind of ['successfulResults', 'failedResults', 'unprocessedrecords']) {
          await harmless(rawCall(org, 'GET', `${data}/jobs/ingest/${id}/${kind}`), kind);
        }
      }),
      { numRuns },
    );
    assert.equal(await seen(), witnesses);
  });
});
