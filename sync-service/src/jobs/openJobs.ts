import type { StorePlace } from '../store/settings.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { BossJobs } from './bossJobs.ts';
import type { Jobs } from './jobs.ts';
import { TimerJobs } from './timerJobs.ts';

/** What runs recurring jobs with the configured store. */
export function openJobs({ databaseUrl, databaseSchema = 'customer_pulse' }: StorePlace, telemetry: Telemetry): Jobs {
  return databaseUrl === undefined ? new TimerJobs(telemetry) : new BossJobs(databaseUrl, { schema: `${databaseSchema}_jobs` }, telemetry);
}
