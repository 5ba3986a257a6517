import { rmSync } from 'node:fs';
import type { Figure } from '../figures';
import { measureBackfill } from './backfill';
import { measureCalls } from './calls';
import { measureMemory } from './memory';
import { prepareOrg } from './preparedOrg';
import { measureVisible } from './visible';
import { measureWebhooks } from './webhooks';

/** Milliseconds that a proxy adds to each reply of the org: this machine's own, and a usual way to Salesforce. */
const LATENCIES = [0, 100] as const;

/** Everything about the speed of the sync service, each beside what it is compared with. */
export async function measureSync(count: number): Promise<readonly Figure[]> {
  const figures: Figure[] = [...(await measureWebhooks()), ...(await measureMemory(count))];
  const prepared = await prepareOrg();
  try {
    for (const latency of LATENCIES) figures.push(...(await measureVisible(prepared, latency)));
    figures.push(...(await measureCalls(prepared, 10_000)));
    for (const latency of LATENCIES) figures.push(...(await measureBackfill(prepared, count, latency)));
  } finally {
    rmSync(prepared.folder, { recursive: true, force: true });
  }
  return figures;
}
