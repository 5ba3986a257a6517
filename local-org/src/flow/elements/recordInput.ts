import type { FieldAssignment } from '../../metadata/flowTypes.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { Expression } from '../compiledFlow.ts';
import { asValue, type FlowRecord } from '../data.ts';
import { fieldType } from '../flowType.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import { fieldOf, requireWritable } from '../recordPaths.ts';
import { compileValue } from '../values.ts';
import { allNeeds, type ElementContext } from './context.ts';

/** The record or collection that a data element works on. @throws FlowProblem when it is neither */
export function recordsOf(reference: string, context: ElementContext): { readonly object: SObjectType; readonly expression: Expression } {
  const expression = context.scope.resolve(reference);
  const type = expression.type.kind === 'collection' ? expression.type.of : expression.type;
  if (type.kind !== 'record') throw new FlowProblem(`"${reference}" isn't a record or a record collection.`);
  return { object: type.object, expression };
}

/** Values that an element sets field by field. */
export interface FieldAssignments {
  readonly needs: Expression['needs'];
  apply(record: FlowRecord, interview: Interview): void;
}

/**
 * @param mayHoldId whether the id of a record can be among the values, as in an upsert
 * @throws FlowProblem for unknown, computed and read-only fields and for wrong types
 */
export function compileFieldAssignments(
  source: readonly FieldAssignment[],
  object: SObjectType,
  context: ElementContext,
  mayHoldId = false,
): FieldAssignments {
  const items = source.map((assignment) => {
    const field = fieldOf(object, assignment.field);
    if (field.formula !== undefined || field.rollup !== undefined || field.autoNumber !== undefined) {
      throw new FlowProblem(`The field "${field.name}" for the object "${object.name}" is computed and can't be set.`);
    }
    if (!(mayHoldId && field.name === 'Id')) requireWritable(field, object);
    refuseCollection(assignment.value, context);
    return { field: field.name, value: compileValue(assignment.value, fieldType(field), context.scope.resolve) };
  });
  return {
    needs: allNeeds(items.map((item) => item.value)),
    apply: (record, interview) => {
      for (const { field, value } of items) record.assign(field, asValue(value.evaluate(interview)));
    },
  };
}

function refuseCollection(value: FieldAssignment['value'], context: ElementContext): void {
  if (value?.kind === 'reference' && context.scope.resolve(value.path).type.kind === 'collection') {
    throw new FlowProblem("The inputAssignments field can't use a collection variable.");
  }
}
