import type { StorePlace } from '../store/settings.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Jobs } from './jobs.ts';
import { TimerJobs } from './timerJobs.ts';

/** What runs recurring jobs with the configured store. pg-boss is loaded where it is used only: it costs memory. */
export async function openJobs({ databaseUrl, databaseSchema = 'customer_pulse' }: StorePlace, telemetry: Telemetry): Promise<Jobs> {
  if (databaseUrl === undefined) return new TimerJobs(telemetry);
  const { BossJobs } = await import('./bossJobs.ts');
  return new BossJobs(databaseUrl, { schema: `${databaseSchema}_jobs` }, telemetry);
}
