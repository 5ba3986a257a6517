import { setTimeout as delay } from 'node:timers/promises';
import type { Wait } from '../salesforce/backoff.ts';

/** Time as the push sees it. A test's own way to wait moves it on without waiting. */
export class PushClock {
  readonly #wait: Wait | undefined;
  #ahead = 0;

  constructor(wait?: Wait) {
    this.#wait = wait;
  }

  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Resolves after so many milliseconds, or at once when the signal is raised. */
  async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    if (this.#wait === undefined) return delay(milliseconds, undefined, { signal }).catch(() => undefined);
    await this.#wait(milliseconds);
    this.#ahead += milliseconds;
  }
}
