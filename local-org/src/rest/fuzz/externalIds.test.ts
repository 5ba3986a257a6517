import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { bulkCalls } from '../../bulk/testing/bulkCalls.ts';
import { anyText, data, numRuns, startFuzzOrg, type FuzzOrg } from '../testing/fuzzOrg.ts';
import { rawCall } from '../testing/rawCall.ts';

let org: FuzzOrg;

before(async () => {
  org = await startFuzzOrg();
});

after(async () => {
  await org.stop();
});

describe('an external id with any characters', () => {
  it('makes one record, finds it again, and no other', async () => {
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
        const collection = { records: [{ attributes: { type: 'AccountPulse__c' }, Key__c: read.Key__c, Target__c: 6 }] };
        const upserted = await rawCall(org, 'PATCH', `${data}/composite/sobjects/AccountPulse__c/Key__c`, {
          body: JSON.stringify(collection),
        });
        assert.equal((JSON.parse(upserted.body) as { id: string }[])[0]?.id, id, upserted.body);
        assert.equal((await rawCall(org, 'DELETE', path)).status, 204);
        assert.equal((await rawCall(org, 'GET', path)).status, 404);
      }),
      { numRuns },
    );
    org.assertUntouched();
  });

  it('makes one record in a job, and finds it again', async () => {
    const bulk = bulkCalls(org);
    const keyOf = (text: string): string => `b${text.replaceAll('\0', '').toWellFormed()}b`;
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyText, { minLength: 1, maxLength: 30, selector: keyOf }), async (texts) => {
        const csv = `Key__c,Target__c\n${texts.map((text) => `"${keyOf(text).replaceAll('"', '""')}",1\n`).join('')}`;
        const job = { object: 'AccountPulse__c', operation: 'upsert', externalIdFieldName: 'Key__c' };
        const first = await bulk.run(job, csv);
        assert.deepEqual([first.state, first.numberRecordsFailed], ['JobComplete', 0], await bulk.text(first.id, 'failedResults'));
        const ids = idsOf(await bulk.text(first.id, 'successfulResults'));
        const second = await bulk.run(job, csv);
        assert.deepEqual(idsOf(await bulk.text(second.id, 'successfulResults')), ids);
        const gone = await bulk.run({ object: 'AccountPulse__c', operation: 'delete' }, `Id\n${ids.join('\n')}\n`);
        assert.equal(gone.numberRecordsFailed, 0);
      }),
      { numRuns: Math.ceil(numRuns / 10) },
    );
    org.assertUntouched();
  });

  it('is never cut: what begins like another one is another one', async () => {
    await rawCall(org, 'PATCH', `${data}/sobjects/AccountPulse__c/Key__c/cut`, { body: '{}' });
    const longer = await rawCall(org, 'PATCH', `${data}/sobjects/AccountPulse__c/Key__c/cut%00more`, { body: '{}' });
    assert.equal(longer.status, 201, longer.body);
  });
});

function idsOf(csv: string): string[] {
  return [...csv.matchAll(/^"(\w{18})",/gmu)].map(([, id = '']) => id);
}
