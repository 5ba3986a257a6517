import type { CollectionProcessorElement } from '../../metadata/flowTypes.ts';
import { compareValues } from '../compare.ts';
import type { CompiledElement, Expression } from '../compiledFlow.ts';
import { asValue, isCollection, isRecord, type FlowData } from '../data.ts';
import type { FlowType } from '../flowType.ts';
import { FlowProblem } from '../problems.ts';
import { fieldOf } from '../recordPaths.ts';
import type { ElementContext } from './context.ts';

type Order = (left: FlowData, right: FlowData) => number;

/** Collection Sort: puts the collection itself in order, and keeps its first items when there is a limit. */
export function compileSort(
  element: CollectionProcessorElement,
  collection: Expression,
  item: FlowType,
  context: ElementContext,
): CompiledElement {
  const orders = element.sort.map((option) => orderBy(option, item));
  if (orders.length === 0) throw new FlowProblem('The field sortOptions is required for a Collection Sort element.');
  const target = context.scope.slot(element.collection);
  if (target === undefined) throw new FlowProblem(`"${element.collection}" can't be sorted.`);
  const exit = context.exit(element.connector);
  return {
    name: element.name,
    needs: collection.needs,
    rank: 0,
    step: (interview) => {
      const sorted = listOf(collection.evaluate(interview)).toSorted((left, right) => firstDifference(orders, left, right));
      interview.data[target.slot] = element.limit === undefined ? sorted : sorted.slice(0, element.limit);
      return exit.target;
    },
  };
}

function orderBy(option: CollectionProcessorElement['sort'][number], item: FlowType): Order {
  const field = item.kind === 'record' ? fieldOf(item.object, option.field ?? '') : undefined;
  if (field?.formula !== undefined && item.kind === 'record') item.source?.formulaFields.add(field.name);
  const valueOf = (data: FlowData): ReturnType<typeof asValue> =>
    isRecord(data) ? (data.fields[field?.name ?? ''] ?? null) : asValue(data);
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
