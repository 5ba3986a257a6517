import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { bulkCalls } from '../../bulk/testing/bulkCalls.ts';
import { anyText, data, numRuns, startFuzzOrg, type FuzzOrg } from '../testing/fuzzOrg.ts';

let org: FuzzOrg;

before(async () => {
  org = await startFuzzOrg();
});

after(async () => {
  await org.stop();
});

const piece = fc.oneof(
  fc.constantFrom('Id', 'Name', 'Key__c', 'Target__c', 'Owner.Username', '001000000000000AAA', '#N/A', 'x'.repeat(70_000)),
  fc.constantFrom(',', ',', '\n', '\n', '"', '""', '\r\n', '\0', '\uFEFF', ';', '\t'),
  anyText,
);
const rest = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
const header = fc.constantFrom('Key__c,Target__c\n', 'Id\n', 'Id,Key__c\n', 'Key__c,Account__r.Id\n', '');
const object = 'AccountPulse__c';
const jobs = fc.constantFrom(
  { object, operation: 'insert' },
  { object, operation: 'update' },
  { object, operation: 'upsert', externalIdFieldName: 'Key__c' },
  { object, operation: 'upsert', externalIdFieldName: 'Id', lineEnding: 'CRLF', columnDelimiter: 'SEMICOLON' },
  { object, operation: 'delete' },
  { object, operation: 'hardDelete' },
);

describe('the data of a job', () => {
  it('of any kind ends the job, and writes nothing that it does not name', async () => {
    const bulk = bulkCalls(org);
    await fc.assert(
      fc.asyncProperty(jobs, header, rest, async (job, start, more) => {
        const { id } = await bulk.create(job);
        const csv = { body: Buffer.from(start + more), headers: { 'content-type': 'text/csv;charset=UTF-8' } };
        assert.equal((await org.harmless('PUT', `${data}/jobs/ingest/${id}/batches`, csv)).status, 201);
        await bulk.close(id);
        const info = await bulk.ended(id);
        assert.doesNotMatch(info.errorMessage ?? '', /unexpected error/u, start + more);
        for (const kind of ['successfulResults', 'failedResults', 'unprocessedrecords']) {
          await org.harmless('GET', `${data}/jobs/ingest/${id}/${kind}`);
        }
      }),
      { numRuns },
    );
    org.assertUntouched();
  });
});
