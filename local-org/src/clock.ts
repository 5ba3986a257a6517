/** The org's clock: real time plus an offset, so that tests and demos can move it. */
export interface Clock {
  /** Milliseconds since the epoch, as the org sees it. */
  now(): number;
}

/** A clock that runs at the real pace and can be set to another moment. */
export class OrgClock implements Clock {
  #offset = 0;

  constructor(startAt?: number) {
    if (startAt !== undefined) this.set(startAt);
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  /** From now on the clock reads `moment` (epoch milliseconds) and runs on from there. */
  set(moment: number): void {
    this.#offset = moment - Date.now();
  }
}
