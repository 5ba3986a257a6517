import type { RecordCreateElement } from '../../metadata/flowTypes.ts';
import type { FieldValues, SObjectType } from '../../schema/types.ts';
import type { CompiledElement } from '../compiledFlow.ts';
import { asRecords, FlowRecord } from '../data.ts';
import type { FlowRun } from '../flowRun.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import type { CompileElement, ElementContext } from './context.ts';
import { compileFieldAssignments, recordsOf } from './recordInput.ts';
import { saveForAll, type Wanted } from './savedRecords.ts';

/** Create Records, also as upsert. */
export const compileRecordCreate: CompileElement<'recordCreates'> = (element, context) => {
  const input = compileInput(element, context);
  const upsertField = element.upsertField === undefined ? undefined : upsertFieldOf(input.object, element.upsertField);
  const exit = context.exit(element.connector);
  const save = (rows: readonly FieldValues[], run: FlowRun): ReturnType<FlowRun['services']['records']['insert']> => {
    const options = { user: run.user, allOrNone: element.upsertAllOrNone };
    return upsertField === undefined
      ? run.services.records.insert(input.object.name, rows, options)
      : run.services.records.upsert(input.object.name, upsertField, rows, options);
  };
  const compiled: CompiledElement = {
    name: element.name,
    needs: input.needs,
    rank: 0,
    fault: context.exit(element.faultConnector),
    runGroup: (interviews, run) => {
      const records = run.prepare(interviews, compiled, (interview) => input.records(interview));
      const wanted = [...records].flatMap(([interview, list]) =>
        list.map((record): Wanted<FieldValues> => ({
          interview,
          row: rowToCreate(record, upsertField),
          saved: (id) => {
            record.fields['Id'] = id;
            input.created(interview, id);
          },
        })),
      );
      saveForAll(wanted, records.keys(), { element: compiled, exit, run, doing: 'create records' }, (rows) => save(rows, run));
    },
  };
  return compiled;
};

interface CreateInput {
  readonly object: SObjectType;
  readonly needs: CompiledElement['needs'];
  readonly records: (interview: Interview) => readonly FlowRecord[];
  readonly created: (interview: Interview, id: string) => void;
}

function compileInput(element: RecordCreateElement, context: ElementContext): CreateInput {
  if (element.inputReference !== undefined) {
    if (element.assignments.length > 0) throw new FlowProblem('takes its records from a variable, so it cannot set fields too');
    const { object, expression } = recordsOf(element.inputReference, context);
    const records = (interview: Interview): readonly FlowRecord[] => asRecords(expression.evaluate(interview));
    return { object, needs: expression.needs, records, created: () => undefined };
  }
  const { object } = context.scope.recordType(element.object ?? '');
  const assignments = compileFieldAssignments(element.assignments, object, context);
  return {
    object,
    needs: assignments.needs,
    records: (interview) => {
      const record = new FlowRecord(object, {});
      assignments.apply(record, interview);
      return [record];
    },
    created: idOutput(element, context),
  };
}

function idOutput(element: RecordCreateElement, context: ElementContext): CreateInput['created'] {
  if (element.assignIdTo !== undefined && element.storeAutomatically) throw new FlowProblem('says two places where the new id is stored');
  if (element.assignIdTo !== undefined) {
    const target = context.scope.target(element.assignIdTo);
    if (target.type.kind !== 'value') throw new FlowProblem(`${element.assignIdTo} cannot hold an id`);
    return (interview, id) => target.assign(interview, id);
  }
  const slot = context.scope.slot(element.name)?.slot;
  return (interview, id) => {
    if (slot !== undefined) interview.data[slot] = id;
  };
}

/** What is sent: what holds a value and can be set, and whatever the flow itself has set. */
function rowToCreate(record: FlowRecord, upsertField: string | undefined): FieldValues {
  const row: FieldValues = {};
  for (const [name, value] of Object.entries(record.fields)) {
    const field = record.object.fields.get(name.toLowerCase());
    const settable = field?.createable === true || record.assigned.has(name) || name === upsertField || name === 'Id';
    if (settable && value !== null) row[name] = value;
  }
  return row;
}

function upsertFieldOf(object: SObjectType, name: string): string {
  const field = fieldOf(object, name);
  if (field.name !== 'Id' && !field.externalId) throw new FlowProblem(`${object.name}.${field.name} is not an external id`);
  return field.name;
}
