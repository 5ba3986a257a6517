import { asError, systemCode } from '../errors.ts';
import type { RunningTelemetry } from '../telemetry/startTelemetry.ts';

/**
 * Ends the process, with code 1, at an error that nobody caught: what is stored is safe, what is in memory cannot be trusted any more.
 * Whoever runs the service starts it again, and it goes on from its store. One line of the log says where it was; the error's own words
 * may quote what a customer wrote.
 * @returns what takes the watch off
 */
export function endAtDefect(telemetry: Pick<RunningTelemetry, 'log' | 'stop'>): { end(): void } {
  const end = (thrown: unknown): void => {
    const error = asError(thrown);
    const at = (error.stack ?? '').split('\n').find((line) => /^\s+at /.test(line));
    telemetry.log.error('the service ends: an error that nobody caught', { error: error.name, code: systemCode(error), at: at?.trim() });
    void telemetry.stop().finally(() => process.exit(1));
  };
  // Promises that are rejected and awaited by nobody come here as well.
  process.once('uncaughtException', end);
  return { end: () => void process.removeListener('uncaughtException', end) };
}
