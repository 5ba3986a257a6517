import type { Expression, Target } from '../compiledFlow.ts';
import { dayOf, fits, startOfDay, textOf } from '../conversions.ts';
import { asValue, copyOf, isCollection, sameData, type FlowData } from '../data.ts';
import { FlowFault } from '../faults.ts';
import { describeType, valueGroup, type FlowType } from '../flowType.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import { addNumbers } from '../rounding.ts';
import { compileAnyValue, compileValue } from '../values.ts';
import { allNeeds, type CompileElement, type ElementContext } from './context.ts';

type Assign = (interview: Interview) => void;

/** Sets, adds to, takes from variables and fields, line by line. */
export const compileAssignment: CompileElement<'assignments'> = (element, context) => {
  const items = element.items.map((item) => compileItem(item, context));
  const exit = context.exit(element.connector);
  return {
    name: element.name,
    needs: allNeeds(items),
    rank: 0,
    step: (interview) => {
      for (const item of items) item.assign(interview);
      return exit.target;
    },
  };
};

type Item = Parameters<CompileElement<'assignments'>>[0]['items'][number];

function compileItem(item: Item, context: ElementContext): { readonly needs: Expression['needs']; readonly assign: Assign } {
  const target = context.scope.target(item.to);
  if (item.operator === 'Assign') {
    const value = compileValue(item.value, target.type, context.scope.resolve);
    return { needs: value.needs, assign: (interview) => target.assign(interview, value.evaluate(interview)) };
  }
  if (item.value === undefined) throw new FlowProblem(`The assignment to "${item.to}" by ${item.operator} has no value.`);
  const value = compileAnyValue(item.value, context.scope.resolve);
  const change = changeFor(item.operator, target, value);
  if (change === undefined) {
    throw new FlowProblem(
      `The operator ${item.operator} isn't supported for "${item.to}" (${describeType(target.type)}) with a value of data type ${describeType(value.type)}.`,
    );
  }
  return {
    needs: [...value.needs, ...target.current.needs],
    assign: (interview) => target.assign(interview, change(target.current.evaluate(interview), value.evaluate(interview), interview)),
  };
}

type Change = (current: FlowData, value: FlowData, interview: Interview) => FlowData;

function changeFor(operator: string, target: Target, value: Expression): Change | undefined {
  if (operator === 'AssignCount')
    return isNumber(target.type) && value.type.kind === 'collection' ? (_, items) => listOf(items).length : undefined;
  if (target.type.kind === 'collection') return collectionChange(operator, target.type.of, value.type);
  if (target.type.kind !== 'value' || value.type.kind !== 'value') return undefined;
  const [from, to] = [valueGroup(value.type.type), valueGroup(target.type.type)];
  if (operator === 'Add' && to === 'text') return (current, added) => `${asValue(current) ?? ''}${textOf(added, from)}`;
  const change = valueChanges[`${operator} ${from} ${to}`];
  return operator === 'AddItem' && target.type.type !== 'multipicklist' ? undefined : change;
}

/** By operator, type of the value, type of the target. Nothing counts as zero or as no text. */
const valueChanges: Readonly<Record<string, Change>> = {
  'Add number number': (current, value) => addNumbers(numberOf(current), numberOf(value)),
  'Subtract number number': (current, value) => addNumbers(numberOf(current), -numberOf(value)),
  'Add number date': (current, value, interview) => addDays(current, numberOf(value), interview),
  'Subtract number date': (current, value, interview) => addDays(current, -numberOf(value), interview),
  'AddItem text text': (current, value) =>
    [...String(asValue(current) ?? '').split(';'), asValue(value)].filter((part) => part !== '').join(';'),
};

function collectionChange(operator: string, item: FlowType, value: FlowType): Change | undefined {
  if (operator === 'RemovePosition') return isNumber(value) ? removeAt : undefined;
  const many = value.kind === 'collection' && fits(value.of, item);
  if (!many && !fits(value, item)) return undefined;
  if (operator === 'RemoveAll' || operator === 'RemoveUncommon')
    return many || operator === 'RemoveAll' ? listChanges[operator] : undefined;
  return listChanges[operator];
}

function removeAt(current: FlowData, place: FlowData, interview: Interview): FlowData {
  const list = listOf(current);
  const position = numberOf(place);
  if (!Number.isInteger(position) || position < 1 || position > list.length) {
    throw new FlowFault(interview.next?.name ?? '', `There is no item at the position ${position} of the collection.`);
  }
  return list.toSpliced(position - 1, 1);
}

const listChanges: Readonly<Record<string, Change>> = {
  Add: (current, value) => [...listOf(current), ...listOf(copyOf(value))],
  AddAtStart: (current, value) => [...listOf(copyOf(value)), ...listOf(current)],
  RemoveFirst: (current, value) => {
    const list = listOf(current);
    const place = list.findIndex((item) => sameData(item, value));
    return place < 0 ? list : list.toSpliced(place, 1);
  },
  RemoveBeforeFirst: (current, value) => {
    const list = listOf(current);
    const place = list.findIndex((item) => sameData(item, value));
    return place < 0 ? list : list.slice(place);
  },
  RemoveAfterFirst: (current, value) => {
    const list = listOf(current);
    const place = list.findIndex((item) => sameData(item, value));
    return place < 0 ? list : list.slice(0, place + 1);
  },
  RemoveAll: (current, value) => {
    const unwanted = listOf(value);
    return listOf(current).filter((item) => !unwanted.some((other) => sameData(item, other)));
  },
  RemoveUncommon: (current, value) => {
    const wanted = listOf(value);
    return listOf(current).filter((item) => wanted.some((other) => sameData(item, other)));
  },
};

const dayLength = 86_400_000;

function listOf(data: FlowData): readonly FlowData[] {
  if (isCollection(data)) return data;
  return data === null ? [] : [data];
}

function numberOf(data: FlowData): number {
  return typeof data === 'number' ? data : 0;
}

function isNumber(type: FlowType): boolean {
  return type.kind === 'value' && valueGroup(type.type) === 'number';
}

function addDays(current: FlowData, days: number, interview: Interview): FlowData {
  if (typeof current !== 'string') return null;
  const { timeZone } = interview.context;
  // Noon keeps clear of the hour that summer time takes or gives.
  return dayOf(startOfDay(current, timeZone) + dayLength / 2 + Math.trunc(days) * dayLength, timeZone);
}
