import type { CollectionProcessorElement } from '../../metadata/flowTypes.ts';
import { compareValues } from '../compare.ts';
import type { CompiledElement, Expression, Test } from '../compiledFlow.ts';
import { compileConditions, compileFormulaTest } from '../conditions.ts';
import { asValue, copyOf, isCollection, isRecord, type FlowData } from '../data.ts';
import type { FlowType } from '../flowType.ts';
import { FlowProblem } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import { allNeeds, type CompileElement, type ElementContext } from './context.ts';
import { itemTarget } from './loop.ts';

/** Sorts a collection in place, or gives those of its items that meet conditions. */
export const compileCollectionProcessor: CompileElement<'collectionProcessors'> = (element, context) => {
  const collection = context.scope.resolve(element.collection);
  if (collection.type.kind !== 'collection') throw new FlowProblem(`${element.collection} is not a collection`);
  return element.processor === 'sort'
    ? compileSort(element, collection, collection.type.of, context)
    : compileFilter(element, collection, collection.type.of, context);
};

function compileFilter(
  element: CollectionProcessorElement,
  collection: Expression,
  item: FlowType,
  context: ElementContext,
): CompiledElement {
  if (element.assignNextValueTo === undefined) throw new FlowProblem('<assignNextValueToReference> is missing');
  const assign = itemTarget(element.assignNextValueTo, item, context);
  const test = filterTest(element, context);
  if (test.needs.length > 0) throw new FlowProblem('a filter by a field of a parent record is not run by local-org');
  const output = context.scope.slot(element.name)?.slot;
  const exit = context.exit(element.connector);
  return {
    name: element.name,
    needs: collection.needs,
    rank: 0,
    step: (interview) => {
      const kept = listOf(collection.evaluate(interview)).filter((candidate) => {
        assign(interview, candidate);
        return test.holds(interview);
      });
      if (output !== undefined) interview.data[output] = copyOf(kept);
      return exit.target;
    },
  };
}

function filterTest(element: CollectionProcessorElement, context: ElementContext): Test {
  if (element.formula !== undefined) return compileFormulaTest(element.formula, context.scope);
  return compileConditions(element.conditions, context.scope);
}

type Order = (left: FlowData, right: FlowData) => number;

function compileSort(
  element: CollectionProcessorElement,
  collection: Expression,
  item: FlowType,
  context: ElementContext,
): CompiledElement {
  const orders = element.sort.map((option) => orderBy(option, item));
  if (orders.length === 0) throw new FlowProblem('<sortOptions> is missing');
  const target = context.scope.slot(element.collection);
  if (target === undefined) throw new FlowProblem(`${element.collection} cannot be sorted`);
  const exit = context.exit(element.connector);
  return {
    name: element.name,
    needs: allNeeds([collection]),
    rank: 0,
    step: (interview) => {
      const sorted = listOf(collection.evaluate(interview)).toSorted((left, right) => firstDifference(orders, left, right));
      interview.data[target.slot] = element.limit === undefined ? sorted : sorted.slice(0, element.limit);
      return exit.target;
    },
  };
}

function orderBy(option: CollectionProcessorElement['sort'][number], item: FlowType): Order {
  const field = item.kind === 'record' ? fieldOf(item.object, option.field ?? '').name : undefined;
  const valueOf = (data: FlowData): ReturnType<typeof asValue> => (isRecord(data) ? (data.fields[field ?? ''] ?? null) : asValue(data));
  return (left, right) => {
    const from = valueOf(left);
    const to = valueOf(right);
    if (from === null || to === null) return compareValues(from, to, true) * (option.nullsFirst ? 1 : -1);
    return compareValues(from, to, true) * (option.descending ? -1 : 1);
  };
}

function firstDifference(orders: readonly Order[], left: FlowData, right: FlowData): number {
  for (const order of orders) {
    const difference = order(left, right);
    if (difference !== 0) return difference;
  }
  return 0;
}

function listOf(data: FlowData): readonly FlowData[] {
  return isCollection(data) ? data : [];
}
