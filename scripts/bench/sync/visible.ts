import { Agent } from 'node:http';
import { needed } from '../../orgConnection';
import { CONTACTS, emailOf } from '../answers';
import { percentile, type Figure } from '../figures';
import { startProxy } from './helpers';
import { withCopy, type PreparedOrg, type SyncOrg } from './preparedOrg';
import { signedHeaders, startService, type RunningService } from './runningService';
import { post } from './webhookLoad';

const WEBHOOKS = 40;
const WINDOW_MS = 200;
/** Contacts that answer by turns; all have answered before, so that neither they nor their parents are new. */
const PEOPLE = 10;

/** From a webhook's arrival to the moment at which its answer can be read in the org. */
export async function measureVisible(prepared: PreparedOrg, latencyMs: number): Promise<readonly Figure[]> {
  return withCopy(prepared, async (org) => {
    const proxy = await startProxy(org.url, org.folder, latencyMs);
    const env = { ...org.service, SALESFORCE_LOGIN_URL: proxy.url };
    const service = await startService(org.folder, env, { batchWindowMilliseconds: WINDOW_MS });
    try {
      for (let n = 0; n < PEOPLE; n += 1) await untilSeen(org, service, `warm-${String(n)}`, n);
      const times: number[] = [];
      for (let n = 0; n < WEBHOOKS; n += 1) times.push(await untilSeen(org, service, `seen-${String(n)}`, n % PEOPLE));
      const trip = await roundTrip(org, proxy.url);
      const p50 = percentile(times, 0.5);
      const what = `webhook to record, ${String(latencyMs)} ms`;
      const goal = WINDOW_MS + 1.2 * trip;
      return [
        {
          measure: `${what}: p50`,
          value: p50,
          unit: 'ms',
          note: `goal: at most ${String(Math.round(goal))} (window ${String(WINDOW_MS)} + 1.2 round trips of ${trip.toPrecision(3)})`,
        },
        { measure: `${what}: p95`, value: percentile(times, 0.95), unit: 'ms' },
      ];
    } finally {
      await service.stop();
      await proxy.stop();
    }
  });
}

async function untilSeen(org: SyncOrg, service: RunningService, id: string, person: number): Promise<number> {
  const body = JSON.stringify({
    response_id: id,
    email: emailOf(person % CONTACTS),
    rating: 9,
    comment: 'Thank you',
    responded_at: new Date().toISOString(),
  });
  const startedAt = performance.now();
  const status = await post(new Agent(), `${service.url}/webhooks/bench`, signedHeaders(service.key, id, body), body);
  if (status !== 202) throw new Error(`A webhook was answered with ${String(status)}.`);
  const soql = `SELECT Id FROM PulseResponse__c WHERE ExternalId__c = 'bench:${id}'`;
  while ((await org.connection.query(soql)).totalSize === 0) {
    if (performance.now() - startedAt > 30_000) throw new Error('A webhook did not arrive in the org within 30 s.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - startedAt;
}

/** One call that saves one answer, median in ms: what nobody can undercut. */
async function roundTrip(org: SyncOrg, url: string): Promise<number> {
  const version = needed(org.env, 'SALESFORCE_API_VERSION');
  const { records } = await org.connection.query<{ ContactPulse__c: string }>('SELECT ContactPulse__c FROM PulseResponse__c LIMIT 1');
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const record = {
      attributes: { type: 'PulseResponse__c' },
      ExternalId__c: `bench:trip-${String(n)}`,
      ContactPulse__c: records[0]?.ContactPulse__c,
      Rating__c: 9,
      RespondedAt__c: new Date().toISOString(),
    };
    const before = performance.now();
    const reply = await fetch(`${url}/services/data/v${version}/composite`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${needed(org.env, 'SALESFORCE_ACCESS_TOKEN')}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        compositeRequest: [
          { method: 'POST', url: `/services/data/v${version}/composite/sobjects`, referenceId: 'one', body: { records: [record] } },
        ],
      }),
    });
    await reply.text();
    times.push(performance.now() - before);
  }
  return percentile(times, 0.5);
}
