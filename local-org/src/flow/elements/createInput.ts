import type { RecordCreateElement } from '../../metadata/flowTypes.ts';
import type { FieldValues, SObjectType } from '../../schema/types.ts';
import type { CompiledElement } from '../compiledFlow.ts';
import { asRecords, FlowRecord } from '../data.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import type { ElementContext } from './context.ts';
import { compileFieldAssignments, recordsOf } from './recordInput.ts';

/** The records that a Create Records element makes. */
export interface CreateInput {
  readonly object: SObjectType;
  readonly needs: CompiledElement['needs'];
  readonly records: (interview: Interview) => readonly FlowRecord[];
  readonly created: (interview: Interview, id: string) => void;
}

/** @throws FlowProblem when the element does not say what to create, or where the id goes */
export function compileCreateInput(element: RecordCreateElement, context: ElementContext): CreateInput {
  if (element.inputReference !== undefined) {
    if (element.assignments.length > 0) throw new FlowProblem("Create Records can't use both inputReference and inputAssignments.");
    const { object, expression } = recordsOf(element.inputReference, context);
    const records = (interview: Interview): readonly FlowRecord[] => asRecords(expression.evaluate(interview));
    return { object, needs: expression.needs, records, created: () => undefined };
  }
  const { object } = context.scope.recordType(element.object ?? '');
  const assignments = compileFieldAssignments(element.assignments, object, context, element.upsertField === 'Id');
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
  if (element.assignIdTo !== undefined && element.storeAutomatically)
    throw new FlowProblem('Create Records must store the new ID in only one place.');
  if (element.assignIdTo !== undefined) {
    const target = context.scope.target(element.assignIdTo);
    if (target.type.kind !== 'value') throw new FlowProblem(`The variable "${element.assignIdTo}" can't hold an ID.`);
    return (interview, id) => target.assign(interview, id);
  }
  const slot = context.scope.slot(element.name)?.slot;
  return (interview, id) => {
    if (slot !== undefined) interview.data[slot] = id;
  };
}

/** What is sent: what holds a value and can be set, and whatever the flow itself has set. */
export function rowToCreate(record: FlowRecord, upsertField: string | undefined): FieldValues {
  const row: FieldValues = {};
  for (const [name, value] of Object.entries(record.fields)) {
    const field = record.object.fields.get(name.toLowerCase());
    const settable = field?.createable === true || record.assigned.has(name) || name === upsertField || name === 'Id';
    if (settable && value !== null) row[name] = value;
  }
  return row;
}
