import { SHOWN_MONTHS } from './months';
import type { MonthSums, Snapshot } from './pulseData';

/** The pulse as it stood at the end of a month. */
export interface MonthEnd {
  readonly month: number;
  /** Null where no answer with a rating lay in the window. */
  readonly score: number | null;
  readonly count: number;
  /** Known where it was noted then. */
  readonly target: number | null;
  readonly yellowFrom: number | null;
}

/**
 * The pulse at the end of each of the last months, without the one that is still running. Where a snapshot was taken it is what
 * was measured then; elsewhere it is worked out from the answers of the twelve months up to it, which are the 365 days of the
 * window but for a day in leap years.
 */
export function monthEnds(months: readonly MonthSums[], snapshots: readonly Snapshot[], currentMonth: number): MonthEnd[] {
  const taken = new Map(snapshots.map((snapshot) => [snapshot.month, snapshot]));
  const answers = new Map(months.map((sums) => [sums.month, sums]));
  return Array.from({ length: SHOWN_MONTHS }, (_, index) => currentMonth - SHOWN_MONTHS + index).map(
    (month) => taken.get(month) ?? { ...rolledUp(answers, month), target: null, yellowFrom: null },
  );
}

function rolledUp(answers: ReadonlyMap<number, MonthSums>, end: number): Pick<MonthEnd, 'month' | 'score' | 'count'> {
  let [sum, count] = [0, 0];
  for (let month = end - 11; month <= end; month++) {
    sum += answers.get(month)?.sum ?? 0;
    count += answers.get(month)?.count ?? 0;
  }
  return { month: end, score: count === 0 ? null : sum / count, count };
}
