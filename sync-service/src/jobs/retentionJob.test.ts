import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { retentionJob } from './retentionJob.ts';

test('payloads are reduced after so many days, and not before an hour has passed', async () => {
  const asked: string[] = [];
  const store = {
    reduce: async (before: string) => {
      asked.push(before);
      return { deliveries: 0, answers: 1 };
    },
    forgetPerson: () => Promise.reject(new Error('not asked for')),
  };
  const now = (): Date => new Date('2024-06-01T12:00:00.000Z');
  for (const keepPayloadsDays of [90, 0]) {
    const job = retentionJob({ store, settings: { keepPayloadsDays }, telemetry: silentTelemetry, now });
    await job.run(AbortSignal.timeout(1_000));
  }
  assert.deepEqual(asked, ['2024-03-03T12:00:00.000Z', '2024-06-01T11:00:00.000Z']);
});
