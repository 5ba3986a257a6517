import { asError, PulseError } from '../errors.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { RecurringJob } from './jobs.ts';

/**
 * One run of a job. A failure is said and counted and ends the run, never the service: the next turn tries again.
 * @returns whether it did what it should
 */
export async function runJob(job: RecurringJob, signal: AbortSignal, telemetry: Telemetry): Promise<boolean> {
  const part = `job ${job.name}`;
  try {
    await telemetry.trace(part, [], {}, () => job.run(signal));
    telemetry.count('customer_pulse_job_runs_total', 1, { job: job.name, outcome: 'done' });
    telemetry.condition(part);
    return true;
  } catch (thrown) {
    // What a stop cuts short is no failure.
    if (signal.aborted) return false;
    const error = asError(thrown);
    telemetry.count('customer_pulse_job_runs_total', 1, { job: job.name, outcome: 'failed' });
    telemetry.condition(
      part,
      error instanceof PulseError ? error.message : `It failed (${error.name}); the log has where. It is tried again.`,
    );
    const place = error instanceof PulseError ? {} : { at: (error.stack ?? '').split('\n')[1]?.trim() };
    telemetry.log.error('a job failed', { job: job.name, error: error.name, message: error.message, ...place });
    return false;
  }
}
