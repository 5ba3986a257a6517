import type { FieldValues } from '../../schema/types.ts';
import type { SaveError, SaveResult } from '../../save/types.ts';
import type { CompiledElement, Exit } from '../compiledFlow.ts';
import { dataFault } from '../faults.ts';
import type { FlowRun } from '../flowRun.ts';
import type { Interview } from '../interview.ts';
import { mostDuplicateUpdates } from '../limits.ts';

/** One record that an interview wants saved. */
export interface Wanted<Row> {
  readonly interview: Interview;
  readonly row: Row;
  /** Told when it is saved. */
  readonly saved?: (id: string) => void;
}

/**
 * Saves what all interviews of a group want as one statement, and sends each on
 * its way: behind the element, or to its fault path when one of its records failed.
 * @param doing for the fault message: `create records`
 */
export function saveForAll<Row>(
  wanted: readonly Wanted<Row>[],
  interviews: Iterable<Interview>,
  step: { readonly element: CompiledElement; readonly exit: Exit; readonly run: FlowRun; readonly doing: string },
  save: (rows: readonly Row[]) => readonly SaveResult[],
): void {
  const { element, exit, run, doing } = step;
  const errors = new Map<Interview, SaveError[]>();
  if (wanted.length > 0) {
    run.limits.countSave(wanted.length);
    const results = save(wanted.map((one) => one.row));
    wanted.forEach((one, index) => {
      const result = results[index];
      if (result?.success === true) {
        one.interview.remark(result.id);
        one.saved?.(result.id);
      } else errors.set(one.interview, [...(errors.get(one.interview) ?? []), ...(result?.errors ?? [])]);
    });
  }
  for (const interview of interviews) {
    const failed = errors.get(interview);
    if (failed === undefined) run.proceed(interview, exit);
    else run.fault(interview, element, dataFault(element.name, doing, failed));
  }
}

/**
 * Saves so that of one interview's records all are saved or none, while other
 * interviews live: at once when each has one record or all goes well, else one
 * interview after the other.
 */
export function saveWhole<Row>(
  wanted: readonly Wanted<Row>[],
  run: FlowRun,
  save: (rows: readonly Row[], allOrNone: boolean) => readonly SaveResult[],
): readonly SaveResult[] {
  const rows = wanted.map((one) => one.row);
  const groups = [...Map.groupBy(wanted, (one) => one.interview).values()];
  if (groups.length === wanted.length) return save(rows, false);
  const together = save(rows, true);
  if (groups.length === 1 || together.every((result) => result.success)) return together;
  const results = new Map<Wanted<Row>, SaveResult>();
  for (const group of groups) {
    run.limits.countSave(group.length);
    const saved = save(
      group.map((one) => one.row),
      true,
    );
    group.forEach((one, index) => results.set(one, saved[index] ?? { success: false, errors: [] }));
  }
  return wanted.map((one) => results.get(one) ?? { success: false, errors: [] });
}

/** Updates in which several interviews may name the same record: each round holds a record once. */
export function updateInRounds(
  rows: readonly FieldValues[],
  update: (rows: readonly FieldValues[]) => readonly SaveResult[],
): readonly SaveResult[] {
  const seen = new Map<unknown, number>();
  const rounds: { readonly row: FieldValues; readonly index: number }[][] = [];
  const results: SaveResult[] = [];
  rows.forEach((row, index) => {
    const round = seen.get(row['Id']) ?? 0;
    seen.set(row['Id'], round + 1);
    if (round >= mostDuplicateUpdates) results[index] = { success: false, errors: [tooManyDuplicates(row)] };
    else (rounds[round] ??= []).push({ row, index });
  });
  for (const round of rounds) {
    const saved = update(round.map((one) => one.row));
    round.forEach((one, place) => {
      results[one.index] = saved[place] ?? { success: false, errors: [] };
    });
  }
  return results;
}

function tooManyDuplicates(row: FieldValues): SaveError {
  const message = `Maximum number of duplicate updates in one batch (${mostDuplicateUpdates} allowed). Attempt to update Id more than once in this Apex Transaction : ${String(row['Id'])}`;
  return { statusCode: 'DUPLICATE_VALUE', message, fields: ['Id'] };
}
