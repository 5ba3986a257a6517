import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { SalesforceClient } from '../client.ts';
import { readOrgSettings } from '../orgSettings.ts';
import { failedRows } from './ingestJob.ts';

/** A client whose org answers a request for results with these. */
function clientThatReads(results: AsyncIterable<Uint8Array>): SalesforceClient {
  const client = new SalesforceClient(readOrgSettings({ SALESFORCE_INSTANCE_URL: 'http://127.0.0.1:1', SALESFORCE_ACCESS_TOKEN: 'token' }));
  client.download = () => Promise.resolve(results);
  return client;
}

/** Messages of refused rows, as a job that says these of its rows is read. */
async function messagesOf(...errors: readonly string[]): Promise<string[]> {
  const csv = ['"sf__Id","sf__Error","Name"', ...errors.map((error) => `"","${error}","x"`)].join('\n');
  const client = clientThatReads(Readable.from([Buffer.from(csv)]));
  const read = [];
  for await (const { code, message } of failedRows(client, '750')) read.push(`${code} | ${message}`);
  return read;
}

test('given the results of a job, when its refusals are read, then they say what a call would say', async () => {
  const said = await messagesOf(
    'REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --',
    'STRING_TOO_LONG:City: data value too large: Bern (max length=3):City, Street__c --',
    'INVALID_CROSS_REFERENCE_KEY:invalid cross reference id:--',
    'FIELD_CUSTOM_VALIDATION_EXCEPTION:Ring 10 to 12: 15 --',
    'no code',
  );
  assert.deepEqual(said, [
    'REQUIRED_FIELD_MISSING | Required fields are missing: [Name]',
    'STRING_TOO_LONG | City: data value too large: Bern (max length=3)',
    'INVALID_CROSS_REFERENCE_KEY | invalid cross reference id',
    'FIELD_CUSTOM_VALIDATION_EXCEPTION | Ring 10 to 12: 15',
    'UNKNOWN_EXCEPTION | no code',
  ]);
});

test('given a message of any length without fields at its end, when it is read, then it comes back as it is', async () => {
  const words = `Nobody may save this: ${'a'.repeat(100_000)}!`;
  assert.deepEqual(await messagesOf(`FIELD_CUSTOM_VALIDATION_EXCEPTION:${words}`), [`FIELD_CUSTOM_VALIDATION_EXCEPTION | ${words}`]);
});

test('given a connection that is cut within the results of a job, when they are read, then the reader is told', async () => {
  const cut = ReadableStream.from(
    (async function* () {
      yield Buffer.from('"sf__Id","sf__Error","Name"\n"","DUPLICATE_VALUE:twice","x"\n"","DUPL');
      await Promise.resolve();
      throw new TypeError('terminated');
    })(),
  );
  const reading = Array.fromAsync(failedRows(clientThatReads(cut), '750'));
  await assert.rejects(reading, { message: 'terminated' });
});
