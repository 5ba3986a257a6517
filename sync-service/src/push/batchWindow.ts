/** Reading and matching take this much of the window at most: of a backlog that is read bit by bit each bit would be a call of its own. */
const mostHeadStartMs = 50;

/**
 * When answers go that came in one after the other. The window begins when the first of them came in, and its end finds them matched:
 * what the service does meanwhile is not added to it.
 */
export class BatchWindow {
  readonly #milliseconds: number;
  readonly #headStartMs: number;

  constructor(milliseconds: number) {
    this.#milliseconds = milliseconds;
    this.#headStartMs = Math.min(mostHeadStartMs, milliseconds / 4);
  }

  /** When they are sent. @param since when the first came in, where that is known @param now milliseconds since 1970, both */
  endOf(since: number | undefined, now: number): number {
    return Math.max(Math.min(since ?? now, now), now - this.#headStartMs) + this.#milliseconds;
  }

  /** When they are looked for and matched. */
  lookBefore(end: number): number {
    return end - this.#headStartMs;
  }
}
