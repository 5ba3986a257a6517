import type { Refusal } from '../store/store.ts';

/** A row that is no answer, and why. */
export interface RejectedRow {
  /** 1 for the first row after the header. */
  readonly row: number;
  /** Line of the file on which the row begins. */
  readonly line: number;
  readonly responseId: string;
  readonly reason: string;
}

/** What an import did, for people and machines. */
export interface ImportSummary {
  readonly file: string;
  readonly encoding: string;
  readonly dryRun: boolean;
  /** True: answers were stored only, for a running service or a later push. */
  readonly storeOnly?: boolean;
  /** Rows of the file that were read. */
  readonly read: number;
  readonly accepted: number;
  /** Of the accepted ones, those without a rating. */
  readonly noRating: number;
  readonly rejected: number;
  /** The first of them; all are in the file. */
  readonly rejectedRows: readonly RejectedRow[];
  readonly rejectedFile?: string;
  /** Rows whose answer stood in the file already; the newest version counts. */
  readonly repeated: number;
  /** Answers that were created in the org. */
  readonly created: number;
  readonly updated: number;
  /** Answers that the org has in exactly this version (or a newer one) already. */
  readonly unchanged: number;
  /** Answers in the store that the org refused for their content. */
  readonly deadLetters: number;
  /** Answers in the store that wait for a change of configuration. */
  readonly parked: number;
  /** The first refused answers, with Salesforce's code and reason. */
  readonly refusals: readonly Refusal[];
  /** Answers in the store that are still to be pushed. */
  readonly waiting: number;
  readonly apiCalls: number;
  readonly seconds: number;
  readonly notes: readonly string[];
  /** Why the import ended early, and what to do; absent when it did all it could. */
  readonly stopped?: string;
}

/** 0 when the import did what it could do with this file; 1 when it was cut short, is not finished, or nothing was usable. */
export function exitCodeOf(summary: ImportSummary): number {
  const nothingUsable = summary.read > 0 && summary.accepted === 0;
  if (summary.storeOnly === true) return summary.stopped !== undefined || nothingUsable ? 1 : 0;
  return summary.stopped !== undefined || summary.waiting > 0 || summary.parked > 0 || nothingUsable ? 1 : 0;
}
