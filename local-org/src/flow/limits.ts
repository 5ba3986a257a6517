import { CpuTime } from './cpuTime.ts';
import { LimitException } from './faults.ts';

/** Governor limits of one transaction (Apex Developer Guide, "Execution Governors and Limits"; Help, "Per-Transaction Flow Limits"). */
export const transactionLimits = { queries: 100, queryRows: 50_000, dmlStatements: 150, dmlRows: 10_000 } as const;

/** Processor time in milliseconds: of a save, and of what runs after the commit or at a time. */
export const mostCpuTime = { synchronous: 10_000, asynchronous: 60_000 } as const;

export type TransactionKind = keyof typeof mostCpuTime;

/** Updates of one record that one bulk save may hold. */
export const mostDuplicateUpdates = 12;

/** How many triggers may start each other. */
export const mostTriggerDepth = 16;

/** Elements that one interview of an older flow may run; flows of API version 57.0 and later have no such limit. */
export const mostElements = 2000;
export const firstVersionWithoutElementLimit = 57;

/** Interviews that schedules may start in 24 hours (Help, "Schedule-Triggered Flow Considerations"). */
export const mostScheduledInterviews = 250_000;

/** What the flows of a transaction have used so far. */
export interface LimitUsage {
  readonly queries: number;
  readonly queryRows: number;
  readonly dmlStatements: number;
  readonly dmlRows: number;
  readonly cpuMilliseconds: number;
}

/** Counts what the flows of one transaction use. Each counting method throws LimitException when it is too much. */
export class TransactionLimits {
  readonly #mostCpu: number;
  readonly cpu = new CpuTime();
  #queries = 0;
  #queryRows = 0;
  #dmlStatements = 0;
  #dmlRows = 0;

  constructor(kind: TransactionKind = 'synchronous') {
    this.#mostCpu = mostCpuTime[kind];
  }

  countQuery(): void {
    this.#queries += 1;
    if (this.#queries > transactionLimits.queries) throw new LimitException(`Too many SOQL queries: ${this.#queries}`);
  }

  countQueryRows(rows: number): void {
    this.#queryRows += rows;
    if (this.#queryRows > transactionLimits.queryRows) throw new LimitException(`Too many query rows: ${this.#queryRows}`);
  }

  countSave(rows: number): void {
    this.#dmlStatements += 1;
    if (this.#dmlStatements > transactionLimits.dmlStatements) {
      throw new LimitException(`Too many DML statements: ${this.#dmlStatements}`);
    }
    this.#dmlRows += rows;
    if (this.#dmlRows > transactionLimits.dmlRows) throw new LimitException(`Too many DML rows: ${this.#dmlRows}`);
  }

  /** Stops what takes too long or never ends. */
  checkTime(): void {
    if (this.cpu.milliseconds > this.#mostCpu) throw new LimitException('Apex CPU time limit exceeded');
  }

  get used(): LimitUsage {
    return {
      queries: this.#queries,
      queryRows: this.#queryRows,
      dmlStatements: this.#dmlStatements,
      dmlRows: this.#dmlRows,
      cpuMilliseconds: Math.round(this.cpu.milliseconds),
    };
  }

  /**
   * Forgets what was used since: a save that is tried again without its failed
   * records begins with what had been used before the first attempt (Apex
   * Developer Guide, "Bulk DML Exception Handling").
   */
  resetTo(earlier: LimitUsage): void {
    this.#queries = earlier.queries;
    this.#queryRows = earlier.queryRows;
    this.#dmlStatements = earlier.dmlStatements;
    this.#dmlRows = earlier.dmlRows;
    this.cpu.milliseconds = earlier.cpuMilliseconds;
  }
}
