import type { OrgDatabase } from './storage/database.ts';

/** The org's clock: real time plus an offset, so that tests and demos can move it. */
export interface Clock {
  /** Milliseconds since the epoch, as the org sees it. */
  now(): number;
}

/** A clock that runs at the real pace and can be set to another moment. */
export class OrgClock implements Clock {
  #offset = 0;
  #set = false;
  #held: number | undefined;
  #keep: (offset: number) => void = () => undefined;

  constructor(startAt?: number) {
    if (startAt !== undefined) this.set(startAt);
  }

  now(): number {
    return this.#held ?? Date.now() + this.#offset;
  }

  /** From now on the clock reads `moment` (epoch milliseconds) and runs on from there. */
  set(moment: number): void {
    this.#offset = moment - Date.now();
    if (this.#held !== undefined) this.#held = moment;
    this.#set = true;
    this.#keep(this.#offset);
  }

  /** From now on the clock stands still between settings, so that a test reads the same times on every machine. */
  hold(): void {
    this.#held = this.now();
  }

  /** Back to real time. */
  reset(): void {
    this.#held = undefined;
    this.#offset = 0;
    this.#keep(0);
  }

  /** How far the clock is from real time, in milliseconds. */
  get offset(): number {
    return this.#offset;
  }

  /** Keeps the offset in the org's database from now on. A clock that was not set takes up the one that is kept. */
  keepIn(database: OrgDatabase): void {
    database.execute('CREATE TABLE IF NOT EXISTS local_org_clock (id INTEGER PRIMARY KEY CHECK (id = 1), offset INTEGER NOT NULL)');
    this.#keep = (offset) => {
      database.prepare('INSERT OR REPLACE INTO local_org_clock (id, offset) VALUES (1, ?)').run(offset);
    };
    const kept = database.prepare('SELECT offset FROM local_org_clock').get()?.['offset'];
    if (this.#set) this.#keep(this.#offset);
    else if (typeof kept === 'number') this.#offset = kept;
  }
}
