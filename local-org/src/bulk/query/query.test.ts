import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { isJsonObject } from '../../rest/apiMessages.ts';
import { runOrg, type Answer, type RunningOrg } from '../../rest/testing/runningOrg.ts';
import { bulkCalls } from '../testing/bulkCalls.ts';

let org: RunningOrg;

before(async () => {
  org = await runOrg();
  const bulk = bulkCalls(org);
  const lines = Array.from(
    { length: 2500 },
    (_unused, place) => `Row ${String(place).padStart(4, '0')},${place * 10_000},"a ""b"", ${place}"`,
  );
  await bulk.run({ object: 'Account', operation: 'insert' }, `Name,AnnualRevenue,Description\n${lines.join('\n')}\n`);
});

after(async () => {
  await org.stop();
});

async function start(body: unknown): Promise<{ id: string }> {
  const { status, body: job } = await org.call('POST', '/jobs/query', body);
  assert.equal(status, 200, JSON.stringify(job));
  return job as { id: string };
}

async function finished(body: unknown): Promise<string> {
  const { id } = await start(body);
  for (;;) {
    const { body: info } = await org.call('GET', `/jobs/query/${id}`);
    assert.ok(isJsonObject(info));
    assert.notEqual(info['state'], 'Failed', JSON.stringify(info));
    if (info['state'] === 'JobComplete') return id;
  }
}

async function results(id: string, query = ''): Promise<Answer & { lines: string[] }> {
  const answer = await org.call('GET', `/jobs/query/${id}/results${query}`);
  return { ...answer, lines: String(answer.body).trimEnd().split('\n') };
}

const all = {
  operation: 'query',
  query: "SELECT Name, AnnualRevenue, Owner.Name, CreatedDate, IsDeleted FROM Account WHERE Name LIKE 'Row %' ORDER BY Name",
};

describe('a query job', () => {
  it('gives its records as CSV, decimals as Java writes them', async () => {
    const { lines, headers } = await results(await finished(all));
    assert.equal(lines.length, 2501);
    assert.equal(lines[0], '"Name","AnnualRevenue","Owner.Name","CreatedDate","IsDeleted"');
    assert.match(lines[2] ?? '', /^"Row 0001","10000.0","[^"]+","\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z","false"$/u);
    assert.match(lines[2001] ?? '', /^"Row 2000","2.0E7"/u);
    assert.equal(headers.get('sforce-locator'), 'null');
    assert.equal(headers.get('sforce-numberofrecords'), '2500');
  });

  it('gives them in pages, each with its header', async () => {
    const id = await finished(all);
    const seen: string[] = [];
    let locator = '';
    let pages = 0;
    do {
      const page = await results(id, `?maxRecords=999${locator}`);
      assert.match(page.lines[0] ?? '', /^"Name"/u);
      seen.push(...page.lines.slice(1));
      locator = `&locator=${page.headers.get('sforce-locator') ?? ''}`;
      pages += 1;
    } while (locator !== '&locator=null');
    assert.deepEqual([pages, seen.length, new Set(seen).size], [3, 2500, 2500]);
    for (const wrong of ['x', 'MjUwMA', '-1', '%00']) assert.equal((await results(id, `?locator=${wrong}`)).status, 400, wrong);
    const { body } = await org.call('GET', `/jobs/query/${id}/resultPages`);
    assert.match(
      JSON.stringify(body),
      /"resultPages":\[\{"resultUrl":"\/services\/data\/v66.0\/jobs\/query\/750\w+\/results"\}\].*"done":true/u,
    );
  });

  it('has other delimiters and line ends', async () => {
    const id = await finished({
      operation: 'query',
      query: "SELECT Name, Description FROM Account WHERE Name = 'Row 0007'",
      columnDelimiter: 'CARET',
      lineEnding: 'CRLF',
    });
    assert.equal((await results(id)).body, '"Name"^"Description"\r\n"Row 0007"^"a ""b"", 7"\r\n');
  });

  it('reads the recycle bin with queryAll', async () => {
    const { id } = (await org.connection.sobject('Account').create({ Name: 'Binned' })) as { id: string };
    await org.connection.sobject('Account').destroy(id);
    const query = "SELECT Id FROM Account WHERE Name = 'Binned'";
    assert.equal((await results(await finished({ operation: 'query', query }))).lines.length, 1);
    assert.equal((await results(await finished({ operation: 'queryAll', query }))).lines.length, 2);
  });

  it('refuses what Bulk API does not query, and what is no query', async () => {
    const refused: readonly (readonly [string, RegExp])[] = [
      ['SELECT count() FROM Account', /API_ERROR/u],
      ['SELECT count(Id) FROM Account', /API_ERROR/u],
      ['SELECT Name FROM Account GROUP BY Name', /API_ERROR/u],
      ['SELECT Id, (SELECT Id FROM Contacts) FROM Account', /Aggregate Relationships not supported in Bulk Query/u],
      ['SELECT Id FROM Account OFFSET 5', /OFFSET/u],
      ['SELECT Id, BillingAddress FROM Account', /Selecting compound data not supported in Bulk Query/u],
      ['SELECT Wrong FROM Account', /INVALID_FIELD/u],
      ['SELECT', /MALFORMED_QUERY/u],
    ];
    for (const [query, message] of refused) {
      const { status, body } = await org.call('POST', '/jobs/query', { operation: 'query', query });
      assert.equal(status, 400, query);
      assert.match(JSON.stringify(body), message);
    }
    assert.equal((await org.call('POST', '/jobs/query', { operation: 'insert', query: 'x' })).status, 400);
  });

  it('is listed, aborted and deleted', async () => {
    const id = await finished(all);
    assert.match(JSON.stringify((await org.call('GET', '/jobs/query')).body), new RegExp(id, 'u'));
    assert.match(JSON.stringify((await org.call('PATCH', `/jobs/query/${id}`, { state: 'Aborted' })).body), /INVALIDJOBSTATE/u);
    assert.equal((await org.call('DELETE', `/jobs/query/${id}`)).status, 204);
    assert.equal((await results(id)).status, 404);
  });
});
