import type { CollectionProcessorElement } from '../../metadata/flowTypes.ts';
import type { CompiledElement, Expression, Test } from '../compiledFlow.ts';
import { compileConditions, compileFormulaTest } from '../conditions.ts';
import { copyOf, isCollection, type FlowData } from '../data.ts';
import type { FlowType } from '../flowType.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import type { ElementContext } from './context.ts';
import { recordsAmong, splitNeeds } from './items.ts';
import { itemTarget } from './loop.ts';

/** Collection Filter: copies of the items that meet the conditions or the formula. */
export function compileFilter(
  element: CollectionProcessorElement,
  collection: Expression,
  item: FlowType,
  context: ElementContext,
): CompiledElement {
  const variable = element.assignNextValueTo;
  if (variable === undefined) throw new FlowProblem('The field assignNextValueToReference is required for a Collection Filter element.');
  const assign = itemTarget(variable, item, context);
  const test = filterTest(element, context);
  const output = context.scope.slot(element.name)?.slot;
  const exit = context.exit(element.connector);
  const keep = (interview: Interview, items: readonly FlowData[]): void => {
    const kept = items.filter((candidate) => {
      assign(interview, candidate);
      return test.holds(interview);
    });
    if (output !== undefined) interview.data[output] = copyOf(kept);
  };
  const needs = splitNeeds(test.needs, context.scope.slot(variable)?.slot);
  const common = { name: element.name, needs: [...collection.needs, ...needs.outer], rank: 0 };
  if (needs.ofItem.length === 0) {
    return {
      ...common,
      step: (interview) => {
        keep(interview, listOf(collection.evaluate(interview)));
        return exit.target;
      },
    };
  }
  // Parents of the items are read at once for all interviews.
  const compiled: CompiledElement = {
    ...common,
    runGroup: (interviews, run) => {
      const items = run.prepare(interviews, compiled, (interview) => listOf(collection.evaluate(interview)));
      run.loadParentsOf(recordsAmong([...items.values()].flat()), needs.ofItem);
      for (const interview of run.prepare([...items.keys()], compiled, (one) => keep(one, items.get(one) ?? [])).keys()) {
        run.proceed(interview, exit);
      }
    },
  };
  return compiled;
}

function filterTest(element: CollectionProcessorElement, context: ElementContext): Test {
  if (element.formula !== undefined) return compileFormulaTest(element.formula, context.scope);
  return compileConditions(element.conditions, context.scope);
}

function listOf(data: FlowData): readonly FlowData[] {
  return isCollection(data) ? data : [];
}
