import { LimitException } from './faults.ts';

/** Governor limits of one transaction (Apex Developer Guide, "Execution Governors and Limits"). */
const most = { queries: 100, queryRows: 50_000, dmlStatements: 150, dmlRows: 10_000, cpuMilliseconds: 10_000 };

/** Updates of one record that one bulk save may hold. */
export const mostDuplicateUpdates = 12;

/** How many triggers may start each other. */
export const mostTriggerDepth = 16;

/** Counts what the flows of one transaction use. Each method throws LimitException when it is too much. */
export class TransactionLimits {
  #queries = 0;
  #queryRows = 0;
  #dmlStatements = 0;
  #dmlRows = 0;
  readonly #startedAt = performance.now();

  countQuery(): void {
    this.#queries += 1;
    if (this.#queries > most.queries) throw new LimitException(`Too many SOQL queries: ${this.#queries}`);
  }

  countQueryRows(rows: number): void {
    this.#queryRows += rows;
    if (this.#queryRows > most.queryRows) throw new LimitException(`Too many query rows: ${this.#queryRows}`);
  }

  countSave(rows: number): void {
    this.#dmlStatements += 1;
    if (this.#dmlStatements > most.dmlStatements) throw new LimitException(`Too many DML statements: ${this.#dmlStatements}`);
    this.#dmlRows += rows;
    if (this.#dmlRows > most.dmlRows) throw new LimitException(`Too many DML rows: ${this.#dmlRows}`);
  }

  /** Stops what never ends. */
  checkTime(): void {
    if (performance.now() - this.#startedAt > most.cpuMilliseconds) throw new LimitException('Apex CPU time limit exceeded');
  }
}
