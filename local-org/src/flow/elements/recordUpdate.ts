import type { RecordUpdateElement } from '../../metadata/flowTypes.ts';
import type { FieldValues, SObjectType } from '../../schema/types.ts';
import type { CompiledElement } from '../compiledFlow.ts';
import { asRecords, FlowRecord } from '../data.ts';
import type { FlowRun } from '../flowRun.ts';
import { recordSlot, type Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import type { CompileElement, ElementContext } from './context.ts';
import { RecordFilters } from './filters.ts';
import { compileFieldAssignments, recordsOf, type FieldAssignments } from './recordInput.ts';
import { queryForAll } from './recordQuery.ts';
import { recordFilters, relatedRecords } from './relatedRecords.ts';
import { saveForAll, updateInRounds, type Wanted } from './savedRecords.ts';

/** Update Records. */
export const compileRecordUpdate: CompileElement<'recordUpdates'> = (element, context) => {
  const before = context.scope.definition.start.trigger === 'RecordBeforeSave';
  if (before) return compileBeforeSave(element, context);
  const input = inputOf(element, context);
  const exit = context.exit(element.connector);
  const compiled: CompiledElement = {
    name: element.name,
    needs: input.needs,
    rank: 0,
    fault: context.exit(element.faultConnector),
    runGroup: (interviews, run) => {
      const rows = input.rows(interviews, compiled, run);
      const wanted = [...rows].flatMap(([interview, list]) => list.map((row): Wanted<FieldValues> => ({ interview, row })));
      const options = { user: run.user, allOrNone: false };
      saveForAll(wanted, rows.keys(), { element: compiled, exit, run, doing: 'update records' }, (all) =>
        updateInRounds(all, (round) => run.services.records.update(input.object.name, round, options)),
      );
    },
  };
  return compiled;
};

interface UpdateInput {
  readonly object: SObjectType;
  readonly needs: CompiledElement['needs'];
  rows(interviews: readonly Interview[], element: CompiledElement, run: FlowRun): Map<Interview, readonly FieldValues[]>;
}

function inputOf(element: RecordUpdateElement, context: ElementContext): UpdateInput {
  const related = relatedRecords(element.inputReference, element.filters, context);
  if (related !== undefined) return byFilter({ ...element, ...related }, context);
  return element.inputReference === undefined ? byFilter(element, context) : byReference(element.inputReference, element, context);
}

/** Before the save an update of `$Record` is an assignment: it is part of the save that is under way. */
function compileBeforeSave(element: RecordUpdateElement, context: ElementContext): CompiledElement {
  if (element.inputReference?.toLowerCase() !== '$record')
    throw new FlowProblem('In a flow that runs before the record is saved, Update Records can update only the triggering record.');
  const { object } = recordsOf('$Record', context);
  const assignments = compileFieldAssignments(element.assignments, object, context);
  const test = recordFilters(element.filters, context);
  const exit = context.exit(element.connector);
  return {
    name: element.name,
    needs: [...assignments.needs, ...(test?.needs ?? [])],
    rank: 0,
    step: (interview) => {
      const record = interview.data[recordSlot];
      if (record instanceof FlowRecord && test?.holds(interview) !== false) assignments.apply(record, interview);
      return exit.target;
    },
  };
}

function byReference(reference: string, element: RecordUpdateElement, context: ElementContext): UpdateInput {
  const { object, expression } = recordsOf(reference, context);
  const assignments = compileFieldAssignments(element.assignments, object, context);
  const test = recordFilters(element.filters, context);
  if (test !== undefined && reference.toLowerCase() !== '$record')
    throw new FlowProblem("Update Records can't use both inputReference and filters.");
  const rowsOf = (interview: Interview): readonly FieldValues[] => {
    if (test?.holds(interview) === false) return [];
    return asRecords(expression.evaluate(interview)).map((record) => {
      assignments.apply(record, interview);
      return rowToUpdate(record);
    });
  };
  return {
    object,
    needs: [...expression.needs, ...assignments.needs, ...(test?.needs ?? [])],
    rows: (interviews, compiled, run) => run.prepare(interviews, compiled, rowsOf),
  };
}

function byFilter(element: RecordUpdateElement, context: ElementContext): UpdateInput {
  const { object } = context.scope.recordType(element.object ?? '');
  const filters = new RecordFilters(element.filters, object, context);
  const assignments = compileFieldAssignments(element.assignments, object, context);
  const query = { object, filters, fields: () => [], orderBy: undefined };
  return {
    object,
    needs: [...filters.needs, ...assignments.needs],
    rows: (interviews, compiled, run) => {
      const found = queryForAll(query, interviews, compiled, run, () => undefined);
      return run.prepare([...found.keys()], compiled, (interview) =>
        (found.get(interview) ?? []).map((record) => changedRow(record, assignments, interview)),
      );
    },
  };
}

function changedRow(found: FlowRecord, assignments: FieldAssignments, interview: Interview): FieldValues {
  const record = new FlowRecord(found.object, { Id: found.id });
  assignments.apply(record, interview);
  return rowToUpdate(record);
}

/** The id and what the flow has set. */
function rowToUpdate(record: FlowRecord): FieldValues {
  const row: FieldValues = { Id: record.id };
  for (const name of record.assigned) row[name] = record.fields[name] ?? null;
  return row;
}
