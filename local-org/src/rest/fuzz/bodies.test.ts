import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { anyText, data, numRuns, startFuzzOrg, type FuzzOrg } from '../testing/fuzzOrg.ts';
import { rawCall } from '../testing/rawCall.ts';

let org: FuzzOrg;

before(async () => {
  org = await startFuzzOrg();
});

after(async () => {
  await org.stop();
});

const anyJson = fc.jsonValue({ maxDepth: 2 });
const type = fc.constantFrom('Account', 'AccountPulse__c', 'Contact', 'Nothing__c', '', 'account');
const fieldName = fc.oneof(
  fc.constantFrom('Name', 'Key__c', 'Target__c', 'Id', 'id', 'OwnerId', 'Account__r', 'Account__c', 'CreatedDate', 'BillingAddress'),
  fc.constantFrom('LastName', 'attributes', 'records', 'Contacts'),
  anyText,
);
const fieldValue = fc.oneof(
  anyJson,
  anyText,
  fc.constantFrom({ Id: '001000000000000AAA' }, { Key__c: 'nobody' }, 1e308, -0, '2026-02-30', true),
);
const record = fc
  .tuple(type, fc.array(fc.tuple(fieldName, fieldValue), { maxLength: 4 }))
  .map(([name, fields]) => ({ ...Object.fromEntries(fields), attributes: { type: name, referenceId: 'r' } }));
const records = fc.oneof(fc.array(record, { maxLength: 5 }), anyJson);
const url = fc.constantFrom(
  ...['@{a.id}', 'nowhere', `${data}/sobjects/Account`, `${data}/sobjects/@{a.x[0].y}`],
  ...[`${data}/query?q=SELECT+Id+FROM+Account`, `${data}/composite`, `${data}/composite/sobjects`],
);
const subrequest = fc.record(
  {
    method: fc.constantFrom('POST', 'GET', 'PATCH', 'x'),
    url,
    referenceId: fc.constantFrom('a', 'b', 'a b', ''),
    body: fc.oneof(record, anyJson),
  },
  { requiredKeys: [] },
);
const subrequests = fc.oneof(fc.array(subrequest, { maxLength: 4 }), anyJson);
const allOrNone = fc.constantFrom(true, false, undefined, 'x');
const graph = fc.record({ graphId: fc.constantFrom('1', '2', ''), compositeRequest: subrequests });
const idList = fc.oneof(fc.array(anyText), anyJson);

/** A call and a body that is nearly right for it. */
const calls = fc.oneof(
  fc.tuple(
    fc.constantFrom('POST /sobjects/AccountPulse__c', 'POST /sobjects/Contact', 'PATCH /sobjects/Account/001000000000000AAA'),
    record,
  ),
  fc.tuple(fc.constantFrom('POST /composite/sobjects', 'PATCH /composite/sobjects'), fc.record({ allOrNone, records })),
  fc.tuple(fc.constantFrom('PATCH /composite/sobjects/AccountPulse__c/Key__c'), fc.record({ allOrNone, records })),
  fc.tuple(fc.constantFrom('POST /composite/tree/Account', 'POST /composite/tree/AccountPulse__c'), fc.record({ records })),
  fc.tuple(fc.constant('POST /composite'), fc.record({ allOrNone, compositeRequest: subrequests })),
  fc.tuple(fc.constant('POST /composite/graph'), fc.record({ graphs: fc.oneof(fc.array(graph, { maxLength: 2 }), anyJson) })),
  fc.tuple(fc.constant('POST /composite/batch'), fc.record({ batchRequests: subrequests })),
  fc.tuple(fc.constant('POST /composite/sobjects/Account'), fc.record({ ids: idList, fields: idList })),
  fc.tuple(
    fc.constant('POST /parameterizedSearch'),
    fc.record({ q: anyText, sobjects: fc.oneof(fc.array(fc.record({ name: type, where: anyText })), anyJson) }),
  ),
  fc.tuple(
    fc.constantFrom('POST /jobs/ingest', 'POST /jobs/query', 'POST /composite', 'POST /sobjects/Account', 'POST /composite/sobjects'),
    anyJson,
  ),
);

const paths = fc.constantFrom('/sobjects/Account', '/composite', '/composite/graph', '/jobs/ingest', '/jobs/query');
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map((list) => Buffer.from(list)),
  fc.constantFrom('{"a":', '[[', '"', '{"Name": "\uD800"}', '{"Name":1e999}', '[1,2', '\uFEFF{}'),
  fc.constantFrom('['.repeat(20_000), '{"a":'.repeat(20_000), '['.repeat(9000) + ']'.repeat(9000)),
);
const types = fc.constantFrom(
  ...['application/json', 'application/json; charset=utf-16', 'text/csv', 'application/xml', 'x'],
  ...['multipart/form-data; boundary=x', 'multipart/form-data', 'application/x-www-form-urlencoded'],
);
const encodings = fc.constantFrom({}, { 'content-encoding': 'gzip' }, { 'content-encoding': 'deflate' }, { 'content-encoding': 'br' });

describe('a body', () => {
  it('of any JSON is answered, and writes nothing that it does not name', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async ([call, json]) => {
        const [method = '', path = ''] = call.split(' ');
        await org.harmless(method, data + path, { body: JSON.stringify(json) });
      }),
      { numRuns: numRuns * 5 },
    );
    org.assertUntouched();
  });

  it('of any bytes is answered', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, types, encodings, paths, async (body, contentType, encoding, path) => {
        await org.harmless('POST', data + path, { body, headers: { 'content-type': contentType, ...encoding } });
      }),
      { numRuns: numRuns * 3 },
    );
    org.assertUntouched();
  });

  it('nested as deeply as can be is refused in words', async () => {
    const list = '['.repeat(50_000) + ']'.repeat(50_000);
    const deep = `{"compositeRequest":[{"method":"POST","url":"${data}/sobjects/Account","referenceId":"a","body":${list}}]}`;
    const { status, body } = await rawCall(org, 'POST', `${data}/composite`, { body: deep });
    assert.equal(status, 400, body.slice(0, 200));
    assert.match(body, /JSON_PARSER_ERROR/u);
  });
});
