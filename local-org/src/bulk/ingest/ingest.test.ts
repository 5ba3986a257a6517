import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { runOrg, type RunningOrg } from '../../rest/testing/runningOrg.ts';
import { bulkCalls, type BulkCalls } from '../testing/bulkCalls.ts';

let org: RunningOrg;
let bulk: BulkCalls;

before(async () => {
  org = await runOrg();
  bulk = bulkCalls(org);
});

after(async () => {
  await org.stop();
});

async function values(soql: string): Promise<unknown[][]> {
  const { records } = await org.connection.query<Record<string, unknown>>(soql);
  return records.map(({ attributes: _attributes, ...fields }) => Object.values(fields));
}

function rows(csv: string): string[] {
  return csv.trimEnd().split('\n');
}

const insertAccounts = { object: 'Account', operation: 'insert' };

describe('an ingest job', () => {
  it('saves what it can and tells the rest row by row', async () => {
    const info = await bulk.run(insertAccounts, 'Name,NumberOfEmployees\n"Bulk ""A""",7\n,8\nBulk B,many\nBulk C,\n');
    assert.equal(info.state, 'JobComplete');
    assert.deepEqual([info.numberRecordsProcessed, info.numberRecordsFailed, info.retries, info.jobType], [4, 2, 0, 'V2Ingest']);
    const [header, first, second] = rows(await bulk.text(info.id, 'successfulResults'));
    assert.equal(header, '"sf__Id","sf__Created","Name","NumberOfEmployees"');
    assert.match(first ?? '', /^"001\w{15}","true","Bulk ""A""","7"$/u);
    assert.match(second ?? '', /^"001\w{15}","true","Bulk C",""$/u);
    assert.deepEqual(rows(await bulk.text(info.id, 'failedResults')), [
      '"sf__Id","sf__Error","Name","NumberOfEmployees"',
      '"","REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --","","8"',
      '"","INVALID_TYPE_ON_FIELD_IN_RECORD:Employees: value not of required type: many:NumberOfEmployees --","Bulk B","many"',
    ]);
    assert.equal(await bulk.text(info.id, 'unprocessedrecords'), 'Name,NumberOfEmployees\n');
    assert.deepEqual(await values("SELECT Name, NumberOfEmployees FROM Account WHERE Name LIKE 'Bulk %' ORDER BY Name"), [
      ['Bulk "A"', 7],
      ['Bulk C', null],
    ]);
  });

  it('updates, empties fields by #N/A, leaves blank ones alone, and deletes', async () => {
    const { id } = (await org.connection.sobject('Account').create({ Name: 'Changing', Phone: '1', Industry: 'Banking' })) as {
      id: string;
    };
    await bulk.run({ object: 'Account', operation: 'update' }, `Id,Phone,Industry\n${id},#N/A,\n`);
    assert.deepEqual(await values(`SELECT Phone, Industry FROM Account WHERE Id = '${id}'`), [[null, 'Banking']]);
    const info = await bulk.run({ object: 'Account', operation: 'delete' }, `Id\n${id.slice(0, 15)}\n${id}\n001000000000000AAA\n`);
    assert.deepEqual([info.numberRecordsProcessed, info.numberRecordsFailed], [3, 2]);
    assert.deepEqual(await values(`SELECT Id FROM Account WHERE Id = '${id}'`), []);
  });

  it('hard deletes past the recycle bin', async () => {
    const { id } = (await org.connection.sobject('Account').create({ Name: 'Gone for good' })) as { id: string };
    const { body: stays } = await org.call('POST', '/sobjects/AccountPulse__c', { Account__c: id, Key__c: 'stays' });
    assert.match(JSON.stringify(stays), /"success":true/u);
    await bulk.run({ object: 'Account', operation: 'hardDelete' }, `Id\n${id}\n`);
    const { body } = await org.call('GET', `/queryAll?q=${encodeURIComponent(`SELECT Id FROM Account WHERE Id = '${id}'`)}`);
    assert.match(JSON.stringify(body), /"totalSize":0/u);
    assert.deepEqual(await values("SELECT Account__c FROM AccountPulse__c WHERE Key__c = 'stays'"), [[null]]);
  });

  it('upserts by an external id, in any delimiter and line end, parents by theirs', async () => {
    await bulk.run(
      { object: 'AccountPulse__c', operation: 'upsert', externalIdFieldName: 'Key__c', columnDelimiter: 'PIPE', lineEnding: 'CRLF' },
      'Key__c|Target__c\r\nbulk|one|8\r\n"bulk|two"|7\r\n'.replace('bulk|one', '"bulk|one"'),
    );
    const again = await bulk.run(
      { object: 'AccountPulse__c', operation: 'upsert', externalIdFieldName: 'key__c', columnDelimiter: 'SEMICOLON' },
      'Key__c;Target__c\nbulk|one;9\nbulk three;6\n',
    );
    const created = rows(await bulk.text(again.id, 'successfulResults')).slice(1);
    assert.deepEqual(
      created.map((line) => line.split(';')[1]),
      ['"false"', '"true"'],
    );
    const children = await bulk.run(
      { object: 'ContactPulse__c', operation: 'upsert', externalIdFieldName: 'Key__c', columnDelimiter: 'TAB' },
      'Key__c\tAccountPulse__r.Key__c\nc1\tbulk|two\nc2\tnobody\n',
    );
    assert.deepEqual([children.numberRecordsProcessed, children.numberRecordsFailed], [2, 1]);
    assert.match(
      await bulk.text(children.id, 'failedResults'),
      /INVALID_FIELD:Foreign key external ID: nobody not found for field Key__c in entity AccountPulse__c:--/u,
    );
    assert.deepEqual(
      await values("SELECT AccountPulse__r.Key__c FROM ContactPulse__c WHERE Key__c = 'c1'").then((list) =>
        JSON.stringify(list).includes('bulk|two'),
      ),
      true,
    );
  });

  it('names the owner by user name, with or without the object in front', async () => {
    const user = org.org.user((await org.connection.identity()).user_id);
    for (const [place, column] of ['User:Owner.Username', 'Owner.Username', 'Owner:User.Username'].entries()) {
      const info = await bulk.run({ object: 'Case', operation: 'insert' }, `Subject,${column}\nOwned ${place},${user?.username ?? ''}\n`);
      assert.equal(info.numberRecordsFailed, 0, await bulk.text(info.id, 'failedResults'));
    }
  });

  it('reads the booleans, dates and moments of CSV', async () => {
    const csv =
      'Subject,Status,ActivityDate,IsReminderSet,ReminderDateTime\nbulk task,Completed,2026-02-28,Yes,2026-02-28T10:00:00+0200\nbad,Not Started,2026-02-30,0,\n';
    const info = await bulk.run({ object: 'Task', operation: 'insert' }, csv);
    assert.equal(info.numberRecordsFailed, 1);
    assert.match(await bulk.text(info.id, 'failedResults'), /value not of required type: 2026-02-30:ActivityDate --/u);
    assert.deepEqual(await values("SELECT ActivityDate, IsReminderSet, ReminderDateTime FROM Task WHERE Subject = 'bulk task'"), [
      ['2026-02-28', true, '2026-02-28T08:00:00.000+0000'],
    ]);
  });

  it('takes its data together with its description', async () => {
    const body =
      '--B\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name="job"\r\n\r\n' +
      '{"object":"Account","operation":"insert","contentType":"CSV","lineEnding":"LF"}\r\n' +
      '--B\r\nContent-Type: text/csv\r\nContent-Disposition: form-data; name="content"; filename="content"\r\n\r\n' +
      'Name\nMultipart é\n\r\n--B--\r\n';
    const { body: job } = await org.call('POST', '/jobs/ingest', body, { 'content-type': 'multipart/form-data; boundary=B' });
    const { id } = job as { id: string };
    assert.equal((await bulk.ended(id)).numberRecordsProcessed, 1, JSON.stringify(job));
    assert.equal((await values("SELECT Id FROM Account WHERE Name = 'Multipart é'")).length, 1);
  });

  it('takes its data compressed, and gives its results compressed', async () => {
    const { id } = await bulk.create(insertAccounts);
    const answer = await fetch(`${org.url}/services/data/v66.0/jobs/ingest/${id}/batches`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${org.adminToken}`, 'content-type': 'text/csv', 'content-encoding': 'gzip' },
      body: new Uint8Array(gzipSync(`Name\n${'Packed\n'.repeat(300)}`)),
    });
    assert.equal(answer.status, 201);
    await bulk.close(id);
    assert.equal((await bulk.ended(id)).numberRecordsProcessed, 300);
    assert.equal(rows(await bulk.text(id, 'successfulResults')).length, 301);
  });

  it('without rows is complete, with nothing in its results', async () => {
    const info = await bulk.run(insertAccounts, '');
    assert.deepEqual([info.state, info.numberRecordsProcessed], ['JobComplete', 0]);
    assert.equal(await bulk.text(info.id, 'successfulResults'), '"sf__Id","sf__Created"\n');
    assert.equal(await bulk.text(info.id, 'failedResults'), '"sf__Id","sf__Error"\n');
  });
});

describe('an ingest job fails as a whole, and changes nothing,', () => {
  const cases: readonly (readonly [string, Record<string, unknown>, string, RegExp])[] = [
    [
      'for a column that is no field',
      insertAccounts,
      'Name,Wrong__c,Also\nx,1,2\n',
      /^InvalidBatch : Field name not found : Wrong__c, Also$/u,
    ],
    [
      'for the wrong line end',
      insertAccounts,
      'Name\r\nx\r\n',
      /^ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF$/u,
    ],
    ['for data that is no CSV', insertAccounts, 'Name\nsound\nna"me\n', /Found unescaped quote/u],
    ['for a quote that stays open', insertAccounts, 'Name\nsound\n"name\n', /EOF reached before closing an opened quote/u],
    [
      'for a delete with more than ids',
      { object: 'Account', operation: 'delete' },
      'Id,Name\n001,x\n',
      /Delete batch must contain only ids/u,
    ],
    ['for an update without ids', { object: 'Account', operation: 'update' }, 'Name\nx\n', /Field name not found : Id$/u],
    ['for a column twice', insertAccounts, 'Name,name\nx,y\n', /Duplicate field name/u],
    ['for a compound field', insertAccounts, 'Name,BillingAddress\nx,y\n', /Field name not found : BillingAddress/u],
  ];
  for (const [why, job, csv, message] of cases) {
    it(why, async () => {
      const before = await values("SELECT count() FROM Account WHERE Name = 'sound'");
      const info = await bulk.run(job, csv);
      assert.equal(info.state, 'Failed');
      assert.match(info.errorMessage ?? '', message);
      assert.equal(info.numberRecordsProcessed, 0);
      assert.equal(await bulk.text(info.id, 'unprocessedrecords'), csv);
      assert.deepEqual(await values("SELECT count() FROM Account WHERE Name = 'sound'"), before);
    });
  }
});

describe('an ingest job is refused', () => {
  async function refusal(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<string> {
    const answer = await org.call(method, path, body, headers);
    return `${answer.status} ${JSON.stringify(answer.body)}`;
  }

  it('for an object, operation or format that is none', async () => {
    assert.match(await refusal('POST', '/jobs/ingest', { object: 'Nothing__c', operation: 'insert' }), /^400 .*INVALIDENTITY/u);
    assert.match(await refusal('POST', '/jobs/ingest', { object: 'Account', operation: 'merge' }), /^400 .*INVALIDJOB/u);
    assert.match(await refusal('POST', '/jobs/ingest', { object: 'Account', operation: 'upsert' }), /externalIdFieldName is required/u);
    assert.match(await refusal('POST', '/jobs/ingest', { ...insertAccounts, columnDelimiter: 'SPACE' }), /^400 .*JSON_PARSER_ERROR/u);
    assert.match(await refusal('POST', '/jobs/ingest', { ...insertAccounts, surprise: 1 }), /Unrecognized field/u);
    assert.match(await refusal('POST', '/jobs/ingest', 'x', { 'content-type': 'text/plain' }), /^415 /u);
  });

  it('for a second upload, for data once it is closed, and for being closed twice', async () => {
    const { id } = await bulk.create(insertAccounts);
    await bulk.upload(id, 'Name\nOnce\n');
    assert.match(JSON.stringify((await bulk.upload(id, 'Name\nTwice\n')).body), /BULK_API_ERROR.*Found multipe contents for job/u);
    await bulk.close(id);
    await bulk.ended(id);
    assert.match(JSON.stringify((await bulk.close(id)).body), /INVALIDJOBSTATE.*Closing already Completed Job not allowed/u);
    assert.match(JSON.stringify((await bulk.upload(id, 'Name\nTwice\n')).body), /INVALIDJOBSTATE/u);
  });

  it('for an id that is none, and once it was deleted', async () => {
    for (const id of ['750', '750000000000000AAA', '..%2f..%2fetc', '%00'])
      assert.match(await refusal('GET', `/jobs/ingest/${id}`), /^404 /u);
    const { id } = await bulk.run(insertAccounts, 'Name\nDeleted job\n');
    assert.match(await refusal('DELETE', `/jobs/ingest/${id}`), /^204 /u);
    assert.match(await refusal('GET', `/jobs/ingest/${id}/successfulResults`), /^404 /u);
  });
});

describe('ingest jobs', () => {
  it('can be aborted: what was not reached stays undone and can be read', async () => {
    const { id } = await bulk.create(insertAccounts);
    await bulk.upload(id, 'Name\nNever\n');
    const { body } = await org.call('PATCH', `/jobs/ingest/${id}`, { state: 'Aborted' });
    assert.match(JSON.stringify(body), /"state":"Aborted"/u);
    assert.equal(await bulk.text(id, 'unprocessedrecords'), 'Name\nNever\n');
    assert.deepEqual(await values("SELECT Id FROM Account WHERE Name = 'Never'"), []);
  });

  it('let other requests live, and stop in the middle when they are aborted', async () => {
    const { id } = await bulk.create(insertAccounts);
    await bulk.upload(id, `Name\n${Array.from({ length: 20_000 }, (_unused, place) => `Long ${place}`).join('\n')}\n`);
    await bulk.close(id);
    while ((await bulk.info(id)).state === 'UploadComplete');
    const { body } = await org.call('PATCH', `/jobs/ingest/${id}`, { state: 'Aborted' });
    assert.match(JSON.stringify(body), /"state":"Aborted"/u);
    const { numberRecordsProcessed: done } = await bulk.info(id);
    assert.ok(done % 200 === 0 && done < 20_000, String(done));
    assert.equal(rows(await bulk.text(id, 'unprocessedrecords')).length, 20_001 - done);
    assert.equal((await org.connection.query("SELECT count() FROM Account WHERE Name LIKE 'Long %'")).totalSize, done);
  });

  it('are kept for seven days', async () => {
    const { id } = await bulk.run(insertAccounts, 'Name\nKept a week\n');
    const clock = org.org.clock.now();
    org.org.clock.set(clock + 8 * 86_400_000);
    try {
      await bulk.create(insertAccounts);
      assert.equal((await org.call('GET', `/jobs/ingest/${id}`)).status, 404);
    } finally {
      org.org.clock.set(clock);
    }
  });

  it('are listed, newest first', async () => {
    const { id } = await bulk.create(insertAccounts);
    const { body } = await org.call('GET', '/jobs/ingest?isPkChunkingEnabled=false&jobType=V2Ingest');
    assert.ok(typeof body === 'object' && body !== null && 'records' in body && Array.isArray(body.records));
    assert.equal((body.records[0] as { id: string }).id, id);
    assert.ok('done' in body && body.done === true);
  });
});
