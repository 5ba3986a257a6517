import type { RecurringJob } from '../../jobs/jobs.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { rematchAll, rematchChanged, type Rematched, type RematchTools } from './rematch.ts';

/** The job that links answers to people who appear after them. */
export function rematchJob({
  telemetry,
  now = () => new Date(),
  ...tools
}: Omit<RematchTools, 'now'> & { readonly telemetry: Telemetry; readonly now?: () => Date }): RecurringJob {
  return {
    name: 'rematch',
    everySeconds: Math.round(tools.settings.rematchMinutes * 60),
    async run(signal) {
      tell(telemetry, 'changed', await rematchChanged({ ...tools, now }, signal));
      if (!signal.aborted) tell(telemetry, 'all', await rematchAll({ ...tools, now }, signal));
    },
  };
}

function tell(telemetry: Telemetry, looked: string, { people, answers, linked, refused }: Rematched): void {
  if (linked > 0) telemetry.count('customer_pulse_rematches_total', linked);
  if (linked > 0) telemetry.log.info('answers linked', { looked, people, answers, linked });
  for (const [code, times] of refused) telemetry.log.warn('answers not linked', { looked, code, times });
}
