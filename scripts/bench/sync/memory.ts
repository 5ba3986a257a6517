import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../server';
import type { Figure } from '../figures';
import { peakOf, residentOf, startInstantOrg } from './helpers';
import { signedHeaders, startService } from './runningService';
import { bodyOf, post } from './webhookLoad';
import { untilIdle } from './webhooks';

const A_MESSAGE = 500;

/** Memory of the service while so many answers wait for an org that is away, and at its peak while it comes back and takes them. */
export async function measureMemory(count: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'customer-pulse-bench-'));
  const org = await startInstantOrg(folder);
  const args = ['sync-service/src/testing/faultProxy/main.ts', '--org', org.url, '--away'];
  const proxy = startServer({ name: 'fault-proxy', args, logFile: `${folder}/proxy.log` });
  const env = { SALESFORCE_LOGIN_URL: await proxy.ready, SALESFORCE_CLIENT_ID: 'bench', SALESFORCE_CLIENT_SECRET: 'bench' };
  const service = await startService(folder, { ...env, CUSTOMER_PULSE_RETRY_BASE_MS: '50' });
  try {
    const agent = new Agent({ keepAlive: true });
    for (let start = 0; start < count; start += A_MESSAGE) {
      const lines = Array.from({ length: Math.min(A_MESSAGE, count - start) }, (_, n) => bodyOf(start + n, Date.now()));
      const body = `${lines.join('\n')}\n`;
      const headers = signedHeaders(service.key, `memory-${String(start)}`, body, 'application/x-ndjson');
      const status = await post(agent, `${service.url}/webhooks/bench`, headers, body);
      if (status !== 202) throw new Error(`A delivery was answered with ${String(status)}.`);
    }
    agent.destroy();
    await untilReached(service.waiting, count);
    const [waiting, peakBefore] = [residentOf(service.pid), peakOf(service.pid)];
    if (proxy.pid !== undefined) process.kill(proxy.pid, 'SIGUSR2');
    const startedAt = performance.now();
    await untilIdle(service.waiting, 300);
    const seconds = (performance.now() - startedAt) / 1000;
    const peak = peakOf(service.pid);
    if (waiting === undefined || peakBefore === undefined || peak === undefined) return [];
    const what = `service, ${count.toLocaleString('en')} answers waiting`;
    return [
      {
        measure: `${what}: memory`,
        value: waiting,
        unit: 'MB',
        note: `${String(Math.round(peakBefore))} MB at the peak of taking them in`,
      },
      { measure: `${what}: memory at the peak of all`, value: peak, unit: 'MB', note: 'goal: at most 150' },
      { measure: `${what}: taken when the org is back`, value: count / seconds, unit: 'records/s', note: 'org that answers at once' },
    ];
  } finally {
    await service.stop();
    await proxy.stop();
    await org.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function untilReached(waiting: () => Promise<number>, count: number): Promise<void> {
  const deadline = Date.now() + 120_000;
  while ((await waiting()) < count) {
    if (Date.now() > deadline) throw new Error(`After two minutes ${String(await waiting())} of ${String(count)} answers wait.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
