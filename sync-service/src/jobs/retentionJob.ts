import type { PrivacyStore } from '../store/ports/privacy.ts';
import type { StoreSettings } from '../store/settings.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { RecurringJob } from './jobs.ts';

const hour = 3_600_000;

/** Reduces what is older than it has to be kept to keys and hashes, every hour. */
export function retentionJob(parts: {
  readonly store: PrivacyStore;
  readonly settings: Pick<StoreSettings, 'keepPayloadsDays'>;
  readonly telemetry: Telemetry;
  readonly now?: () => Date;
}): RecurringJob {
  const { store, settings, telemetry, now = () => new Date() } = parts;
  return {
    name: 'retention',
    everySeconds: 3_600,
    async run() {
      const age = Math.max(hour, settings.keepPayloadsDays * 24 * hour);
      const { answers, deliveries } = await store.reduce(new Date(now().getTime() - age).toISOString());
      if (answers + deliveries > 0) telemetry.log.info('old payloads reduced', { answers, deliveries });
    },
  };
}
