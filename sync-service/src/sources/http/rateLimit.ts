import type { Wait } from '../../salesforce/backoff.ts';
import { PlatformUnavailable } from '../platformHttp.ts';

/** Gives turns evenly, so many a second, in the order in which they were asked for. */
export class RateLimit {
  readonly #spacingMs: number;
  readonly #clock: () => number;
  readonly #wait: Wait;
  #next = 0;
  #pausedUntil = 0;

  constructor(perSecond: number, clock: () => number, wait: Wait) {
    this.#spacingMs = 1000 / perSecond;
    this.#clock = clock;
    this.#wait = wait;
  }

  /** Nobody gets a turn for so long: the platform said so. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#clock() + milliseconds);
  }

  /** Waits for a turn. @throws PlatformUnavailable when a pause of more than `longestWaitMs` lies before it */
  async turn(longestWaitMs: number, why: () => string): Promise<void> {
    const now = this.#clock();
    const paused = this.#pausedUntil - now;
    if (paused > longestWaitMs) throw new PlatformUnavailable(why(), { retryAfterMs: paused });
    // A clock that was set back must not hold everybody up.
    const reserved = this.#next - now > 60_000 + longestWaitMs ? now : this.#next;
    const mine = Math.max(now, reserved, this.#pausedUntil);
    this.#next = mine + this.#spacingMs;
    if (mine > now) await this.#wait(mine - now);
  }
}
