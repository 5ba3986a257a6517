import type { Clock } from '../clock.ts';
import { SalesforceError } from '../errors.ts';
import type { OrgDatabase } from '../storage/database.ts';

/** Calls a day of an Enterprise org without extra licences: told to clients, and enforced only when a start names its own number. */
const dailyCalls = 100_000;
/** Counts are written now and then: a commit for each call would cost more than the call. */
const writeEvery = 200;

/** How many API calls were made today, by the org's clock in UTC. */
export class ApiUsage {
  readonly #database: OrgDatabase;
  readonly #clock: Clock;
  readonly #limit: number | undefined;
  #day = '';
  #used = 0;

  /** @param limit calls that are answered in a day; absent: any number */
  constructor(database: OrgDatabase, clock: Clock, limit?: number) {
    this.#limit = limit;
    this.#database = database;
    this.#clock = clock;
    database.execute('CREATE TABLE IF NOT EXISTS local_api_usage (day TEXT PRIMARY KEY, calls INTEGER NOT NULL) STRICT');
  }

  /** Counts one call. @throws SalesforceError REQUEST_LIMIT_EXCEEDED, 403, once the day's calls are used up */
  count(): void {
    this.#turnDay();
    if (this.#limit !== undefined && this.#used >= this.#limit) {
      throw new SalesforceError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', { status: 403 });
    }
    this.#used += 1;
    if (this.#used % writeEvery === 0) this.save();
  }

  today(): { readonly used: number; readonly max: number } {
    this.#turnDay();
    return { used: this.#used, max: this.#limit ?? dailyCalls };
  }

  /** Writes the count; called when the org stops. */
  save(): void {
    if (this.#day === '') return;
    this.#database
      .prepare('INSERT INTO local_api_usage (day, calls) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET calls = excluded.calls')
      .run(this.#day, this.#used);
  }

  #turnDay(): void {
    const day = new Date(this.#clock.now()).toISOString().slice(0, 10);
    if (day === this.#day) return;
    this.save();
    this.#day = day;
    this.#used = Number(this.#database.prepare('SELECT calls FROM local_api_usage WHERE day = ?').get(day)?.['calls'] ?? 0);
  }
}
