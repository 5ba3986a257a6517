import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import type { NewDelivery } from '../store/ports/deliveries.ts';
import { openSqliteStore } from '../store/sqlite/sqliteStore.ts';
import { workFolder } from '../testing/workFolder.ts';
import { asStored } from './concealed.ts';
import { openSource, sourceSection } from './kinds.ts';
import { Secret } from '../secret.ts';

const secret = new Secret('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'the test');

function generic(anonymous: boolean): ReturnType<typeof openSource> {
  return openSource(sourceSection.parse({ name: 'kiosk', kind: 'generic', secret, anonymous }));
}

function delivery(body: string, more: Partial<NewDelivery> = {}): NewDelivery {
  const receivedAt = '2024-03-01T00:00:00.000Z';
  return { source: 'kiosk', via: 'webhook', contentType: 'application/json', body: Buffer.from(body), receivedAt, ...more };
}

const given = JSON.stringify({
  response_id: '1',
  rating: 3,
  responded_at: '2024-03-01T00:00:00Z',
  email: 'somebody@example.com',
  phone: '+31201234567',
  comment: 'too slow',
});

test('given an anonymous source, when a delivery is stored and read, then who answered has never been on the disk', async (t) => {
  const folder = workFolder(t).data;
  const store = openSqliteStore(folder);
  t.after(() => store.close());
  const source = generic(true);
  await store.receive([await asStored(source, delivery(given))]);
  const onDisk = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'latin1'));
  assert.ok(onDisk.some((bytes) => bytes.includes('too slow')));
  assert.ok(!onDisk.some((bytes) => bytes.includes('somebody@example.com') || bytes.includes('31201234567')));
  const [stored] = await store.toRead('all', '2999-01-01T00:00:00.000Z', 10);
  assert.ok(stored);
  const reading = await source.read(stored);
  assert.ok('answers' in reading);
  const [answer] = reading.answers;
  assert.deepEqual([answer?.rating, answer?.text.comment, answer?.text.email], [3, 'too slow', undefined]);
});

test('given an anonymous source, when a delivery cannot be understood, then it is kept as it came, for nothing may be lost', async () => {
  const source = generic(true);
  const broken = delivery('{"response_id": ');
  assert.deepEqual(await asStored(source, broken), broken);
});

test('given a text that claims to be read already, when it comes from outside, then it is not believed', async () => {
  const source = generic(true);
  const forged = delivery('{"answers":[{"source":"other","responseId":"1"}]}', {
    contentType: 'application/vnd.customer-pulse.reading+json',
  });
  const kept = await asStored(source, forged);
  assert.equal(kept.contentType, undefined);
  assert.ok('problem' in (await source.read({ ...kept, id: '1', attempts: 0 })));
});

test('given a source that is not anonymous, when a delivery comes, then it is stored as it came', async () => {
  const plain = delivery(given);
  assert.equal(await asStored(generic(false), plain), plain);
});
