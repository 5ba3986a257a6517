import type { CollectionProcessorElement } from '../../metadata/flowTypes.ts';
import type { CompiledElement, Expression } from '../compiledFlow.ts';
import { asValue, FlowRecord, isCollection } from '../data.ts';
import { fieldType, type FlowType } from '../flowType.ts';
import { FlowProblem, notRunHere } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import { compileValue } from '../values.ts';
import { allNeeds, type ElementContext } from './context.ts';
import { recordsAmong, splitNeeds } from './items.ts';
import { itemTarget } from './loop.ts';

/** Map: a record of the output object for each item. */
export function compileMap(
  element: CollectionProcessorElement,
  collection: Expression,
  item: FlowType,
  context: ElementContext,
): CompiledElement {
  const variable = element.assignNextValueTo;
  if (variable === undefined) throw new FlowProblem('The field assignNextValueToReference is required for a Map element.');
  const assign = itemTarget(variable, item, context);
  const { object } = context.scope.recordType(element.outputObject ?? '');
  const fields = element.mapItems.map(({ to, operator, value }) => {
    if (operator !== 'Assign') throw notRunHere(`the operator ${operator} of a Map element`);
    const field = fieldOf(object, to.split('.').at(-1) ?? to);
    return { name: field.name, value: compileValue(value, fieldType(field), context.scope.resolve) };
  });
  const needs = splitNeeds(allNeeds(fields.map((field) => field.value)), context.scope.slot(variable)?.slot);
  const output = context.scope.slot(element.name)?.slot ?? context.scope.addSlot({ kind: 'collection', of: { kind: 'record', object } });
  const exit = context.exit(element.connector);
  const compiled: CompiledElement = {
    name: element.name,
    needs: [...collection.needs, ...needs.outer],
    rank: 0,
    runGroup: (interviews, run) => {
      const items = run.prepare(interviews, compiled, (interview) => {
        const data = collection.evaluate(interview);
        return isCollection(data) ? data : [];
      });
      run.loadParentsOf(recordsAmong([...items.values()].flat()), needs.ofItem);
      const made = run.prepare([...items.keys()], compiled, (interview) =>
        (items.get(interview) ?? []).map((one) => {
          assign(interview, one);
          const record = new FlowRecord(object, {});
          for (const { name, value } of fields) record.assign(name, asValue(value.evaluate(interview)));
          return record;
        }),
      );
      for (const [interview, records] of made) {
        interview.data[output] = records;
        run.proceed(interview, exit);
      }
    },
  };
  return compiled;
}
