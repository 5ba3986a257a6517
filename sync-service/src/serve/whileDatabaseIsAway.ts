import { setTimeout as delay } from 'node:timers/promises';
import { asError, systemCode } from '../errors.ts';
import { pauseBefore } from '../salesforce/backoff.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import type { Log } from '../telemetry/telemetry.ts';

const pauses = { baseMs: 500, longestMs: 15_000, attempts: 0 };

/**
 * Runs a start again as long as the database is away: a worker that starts while the database restarts waits for it as the running ones
 * do. A wrong password or a missing database does not pass, and is thrown.
 * @param signal raised when the service is asked to stop meanwhile
 * @throws what the start throws, for any other reason or once the signal is raised
 */
export async function whileDatabaseIsAway<T>(start: () => Promise<T>, log: Log, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (thrown) {
      if (!isAway(thrown)) throw thrown;
      if (attempt === 1) log.warn('the database is away; the start waits for it', { reason: asError(thrown).message });
      const pause = pauseBefore(Math.min(attempt, 10), pauses, Math.random);
      const goesOn = await delay(pause, true, { signal }).catch(() => false);
      if (!goesOn) throw thrown;
    }
  }
}

/** PostgreSQL's classes of wrong credentials (28) and of a database that does not exist (3D). */
function isAway(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof StoreUnavailable) return !/^(28|3D)/.test(systemCode(error) ?? '');
  }
  return false;
}
