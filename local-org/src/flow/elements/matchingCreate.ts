import type { MatchingRecords, RecordCreateElement } from '../../metadata/flowTypes.ts';
import type { FieldValues } from '../../schema/types.ts';
import type { SaveResult } from '../../save/types.ts';
import type { CompiledElement } from '../compiledFlow.ts';
import type { FlowRecord } from '../data.ts';
import type { FlowRun } from '../flowRun.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import type { ElementContext } from './context.ts';
import { compileCreateInput, rowToCreate } from './createInput.ts';
import { RecordFilters } from './filters.ts';
import { queryForAll } from './recordQuery.ts';
import { saveForAll, updateInRounds, type Wanted } from './savedRecords.ts';

/** A record to create, or (with an id) to update. */
interface Row {
  readonly id: string | undefined;
  readonly values: FieldValues;
}

/** Create Records that checks for matching records first: those are updated, or left alone and nothing is created. */
export function compileMatchingCreate(element: RecordCreateElement, matching: MatchingRecords, context: ElementContext): CompiledElement {
  const input = compileCreateInput(element, context);
  if (element.inputReference !== undefined && context.scope.resolve(element.inputReference).type.kind === 'collection') {
    throw new FlowProblem('Create Records can check for matching records only when it creates one record.');
  }
  const filters = new RecordFilters(matching.filters, input.object, context);
  const query = { object: input.object, filters, fields: () => ['LastModifiedDate'], orderBy: undefined };
  const exit = context.exit(element.connector);
  const compiled: CompiledElement = {
    name: element.name,
    needs: [...input.needs, ...filters.needs],
    rank: 0,
    fault: context.exit(element.faultConnector),
    runGroup: (interviews, run) => {
      const found = queryForAll(query, interviews, compiled, run, () => undefined);
      const records = run.prepare([...found.keys()], compiled, (interview) => input.records(interview));
      const wanted = [...records].flatMap(([interview, list]) =>
        list.flatMap((record) => rowsFor(record, newestFirst(found.get(interview) ?? []), interview)),
      );
      const step = { element: compiled, exit, run, doing: 'create records' };
      saveForAll(wanted, records.keys(), step, (rows) => saveRows(input.object.name, rows, run));
    },
  };

  const rowsFor = (record: FlowRecord, matches: readonly FlowRecord[], interview: Interview): Wanted<Row>[] => {
    const [newest] = matches;
    const values = rowToCreate(record, undefined);
    if (newest === undefined) {
      const saved = (id: string): void => {
        record.fields['Id'] = id;
        input.created(interview, id);
      };
      return [{ interview, row: { id: undefined, values }, saved }];
    }
    if (newest.id !== null) input.created(interview, newest.id);
    const operation = matches.length === 1 ? matching.one : matching.many;
    const updated = operation === 'UpdateAllRecords' ? matches : operation === 'UpdateLatestRecord' ? [newest] : [];
    return updated.map(({ id }) => ({ interview, row: { id: id ?? undefined, values } }));
  };
  return compiled;
}

function newestFirst(records: readonly FlowRecord[]): readonly FlowRecord[] {
  const momentOf = (record: FlowRecord): number => Number(record.fields['LastModifiedDate'] ?? 0);
  return records.toSorted((left, right) => momentOf(right) - momentOf(left) || ((left.id ?? '') < (right.id ?? '') ? 1 : -1));
}

/** New ones in one statement, those that are there already in another. */
function saveRows(object: string, rows: readonly Row[], run: FlowRun): readonly SaveResult[] {
  const options = { user: run.user, allOrNone: false };
  const created = rows.filter((row) => row.id === undefined);
  const updated = rows.filter((row) => row.id !== undefined);
  if (created.length > 0 && updated.length > 0) run.limits.countSave(0);
  const results = new Map<Row, SaveResult>();
  const note = (some: readonly Row[], saved: readonly SaveResult[]): void => {
    some.forEach((row, index) => results.set(row, saved[index] ?? { success: false, errors: [] }));
  };
  const inserted = created.map((row) => row.values);
  if (created.length > 0) note(created, run.services.records.insert(object, inserted, options));
  const changes = updated.map(({ id = null, values }): FieldValues => ({ ...values, Id: id }));
  if (updated.length > 0)
    note(
      updated,
      updateInRounds(changes, (round) => run.services.records.update(object, round, options)),
    );
  return rows.map((row) => results.get(row) ?? { success: false, errors: [] });
}
