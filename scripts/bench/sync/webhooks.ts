import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../server';
import { percentile, type Figure } from '../figures';
import { startInstantOrg } from './helpers';
import { startService } from './runningService';
import { loadWith, type Load } from './webhookLoad';

const CONNECTIONS = 32;
const SECONDS = 4;
const ROUNDS = 3;

/** Webhooks acknowledged by the whole service, which reads and pushes beside, and by a Fastify handler that does nothing; by turns. */
export async function measureWebhooks(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'customer-pulse-bench-'));
  const bare = startServer({
    name: 'bare-webhook',
    args: ['sync-service/src/testing/bench/bareWebhook.ts'],
    logFile: `${folder}/bare.log`,
  });
  const bareUrl = await bare.ready;
  const org = await startInstantOrg(folder);
  const env = { SALESFORCE_LOGIN_URL: org.url, SALESFORCE_CLIENT_ID: 'bench', SALESFORCE_CLIENT_SECRET: 'bench' };
  const service = await startService(folder, env);
  try {
    const loads: { bare: Load[]; service: Load[] } = { bare: [], service: [] };
    for (const url of [bareUrl, service.url]) await loadWith(url, service.key, CONNECTIONS, 1);
    for (let round = 0; round < ROUNDS; round += 1) {
      loads.bare.push(await loadWith(bareUrl, service.key, CONNECTIONS, SECONDS));
      loads.service.push(await loadWith(service.url, service.key, CONNECTIONS, SECONDS));
      await untilIdle(service.waiting);
    }
    return figures(loads.bare, loads.service);
  } finally {
    await Promise.all([bare.stop(), service.stop()]);
    await org.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function figures(bare: readonly Load[], service: readonly Load[]): readonly Figure[] {
  const middle = (loads: readonly Load[], figure: keyof Load): number =>
    percentile(
      loads.map((load) => load[figure]),
      0.5,
    );
  const what = `webhooks, ${String(CONNECTIONS)} connections`;
  return [
    { measure: `${what}: customer-pulse serve`, value: middle(service, 'rate'), unit: 'requests/s', note: 'on disk before each 202' },
    { measure: `${what}: bare Fastify handler`, value: middle(bare, 'rate'), unit: 'requests/s' },
    {
      measure: `${what}: service : bare`,
      value: middle(service, 'rate') / middle(bare, 'rate'),
      unit: 'of the rate',
      note: 'goal: at least 0.5',
    },
    {
      measure: `${what}: service, p99`,
      value: middle(service, 'p99'),
      unit: 'ms',
      note: `p50 ${middle(service, 'p50').toPrecision(3)} ms`,
    },
    { measure: `${what}: bare, p99`, value: middle(bare, 'p99'), unit: 'ms', note: `p50 ${middle(bare, 'p50').toPrecision(3)} ms` },
    {
      measure: `${what}: service : bare, p99`,
      value: middle(service, 'p99') / middle(bare, 'p99'),
      unit: 'times',
      note: 'goal: at most 2',
    },
  ];
}

/** Waits until everything taken in has gone on, for a minute at most: each round begins alike. */
export async function untilIdle(waiting: () => Promise<number>, seconds = 60): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while ((await waiting()) > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 100));
}
