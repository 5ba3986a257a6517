import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signatureOf } from '../http/signature.ts';
import { openForTest, testSecret } from '../testing/opened.ts';
import type { StubResponse } from '../testing/pullConformance.ts';
import { shortOverlap, sourceConformance } from '../testing/sourceConformance.ts';
import { stubPlatform, type Answered, type Asked } from '../testing/stubPlatform.ts';
import { batchesOfLines } from './lines.ts';

const keys = { right: 'the key', previous: 'the key before', wrong: 'a guess' };
const exportsOf = '/API/v3/surveys/SV_abc/export-responses';

/** An export is begun, is not ready, is ready, is a file. */
function list({ method, path, body }: Asked, responses: readonly StubResponse[]): Answered | undefined {
  if (path === '/API/v3/whoami' || path === '/API/v3/surveys/SV_abc') return { body: { result: {} } };
  if (method === 'POST' && path === exportsOf) {
    const { startDate = '1970-01-01T00:00:00Z', format } = JSON.parse(body) as { startDate?: string; format: string };
    assert.equal(format, 'ndjson');
    return { body: { result: { progressId: `ES_${Date.parse(startDate)}`, percentComplete: 0, status: 'inProgress' } } };
  }
  const progress = new RegExp(`^${exportsOf}/ES_(\\d+)$`).exec(path)?.[1];
  if (progress !== undefined) return { body: { result: { fileId: `F_${progress}`, percentComplete: 100, status: 'complete' } } };
  const file = new RegExp(`^${exportsOf}/F_(\\d+)/file$`).exec(path)?.[1];
  return file === undefined
    ? undefined
    : {
        body: responses
          .filter(({ changedAt }) => changedAt.getTime() >= Number(file))
          .map(lineOf)
          .join(''),
      };
}

function lineOf({ number, changedAt, rating }: StubResponse): string {
  const values = { recordedDate: changedAt.toISOString(), finished: 1, status: 0, QID1: rating, QID1_NPS_GROUP: 1 };
  return `${JSON.stringify({ responseId: `R_${number}`, values, labels: {} })}\n`;
}

const section = (url: string): Record<string, unknown> => ({
  ...{ kind: 'qualtrics', name: 'test', pull: shortOverlap, url, apiToken: testSecret('the token'), surveyIds: ['SV_abc'] },
  ...{ sharedKey: testSecret(keys.right), previousSharedKey: testSecret(keys.previous) },
});

sourceConformance('Qualtrics', {
  section,
  fixtures: new URL('fixtures/', import.meta.url),
  webhook: {
    sign(body, _at, key) {
      const message = Buffer.from(body).toString();
      const signature = signatureOf(message, keys[key], { algorithm: 'sha512', encoding: 'hex' });
      const form = new URLSearchParams({ MSG: message, HMAC: signature });
      return { headers: {}, path: '', query: {}, rawBody: Buffer.from(form.toString()) };
    },
    covers: ['body'],
    meaning(rawBody) {
      const form = new URLSearchParams(new TextDecoder().decode(rawBody));
      // Hexadecimal digits of either case are the same signature.
      return JSON.stringify([form.get('MSG'), form.get('HMAC')?.toLowerCase()]);
    },
    hasPrevious: true,
  },
  pull: { count: 450, list, inOrderOfChange: false },
});

test('an export that fails, and one that is never ready, end the pull with words', async (t) => {
  for (const [status, message] of [
    ['failed', /could not prepare an export/],
    ['inProgress', /did not finish an export .* in half an hour/],
  ] as const) {
    const { url } = await stubPlatform(t, ({ method }) => ({ body: { result: method === 'POST' ? { progressId: 'ES_1' } : { status } } }));
    const pages = openForTest(section(url)).pull?.({}, new AbortController().signal);
    await assert.rejects(Promise.resolve(pages?.next()), { name: 'PlatformUnavailable', message });
  }
});

test('lines come whole, wherever the chunks of the stream end', async () => {
  const bytes = Buffer.from('{"a":"ü"}\r\n\n{"b":2}\n{"c":3}');
  async function* chunks(size: number): AsyncGenerator<Uint8Array> {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  }
  for (const size of [1, 2, 3, 100]) {
    const batches = await Array.fromAsync(batchesOfLines(chunks(size), 2));
    assert.deepEqual(batches, [['{"a":"ü"}', '{"b":2}'], ['{"c":3}']]);
  }
});
