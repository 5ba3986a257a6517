import type { FlowCondition, FlowConditions, FlowFilters } from '../metadata/flowTypes.ts';
import { comparisons, states, type StateTest } from './compare.ts';
import type { Expression, Test } from './compiledFlow.ts';
import { adapt, fits } from './conversions.ts';
import { asValue, FlowRecord, isCollection, sameData } from './data.ts';
import { describeType, valueGroup } from './flowType.ts';
import { logicHolds, parseLogic, type LogicTree } from './logic.ts';
import type { Interview } from './interview.ts';
import { FlowProblem, notRunHere } from './problems.ts';
import type { FlowScope } from './scope.ts';
import { fieldsOfScreen } from './screens/declareScreen.ts';
import { compileAnyValue, constant, nothing } from './values.ts';

/**
 * Conditions with their logic as one test.
 * @throws FlowProblem when a side does not exist, an operator is not run here, or the logic does not parse
 */
export function compileConditions(source: FlowConditions, scope: FlowScope): Test {
  const tests = source.conditions.map((condition) => compileCondition(condition, scope));
  return combine(source.logic, tests);
}

/** Entry conditions: filters on `$Record`. */
export function compileEntryFilters(source: FlowFilters, scope: FlowScope): Test {
  const tests = source.filters.map((filter) =>
    compileCondition({ left: `$Record.${filter.field}`, operator: filter.operator, right: filter.value }, scope),
  );
  return combine(source.logic, tests);
}

/** A formula that must be true. */
export function compileFormulaTest(formula: string, scope: FlowScope): Test {
  const expression = scope.formulaExpression(formula, 'boolean');
  return { needs: expression.needs, holds: (interview) => expression.evaluate(interview) === true };
}

/** @throws FlowProblem for a logic that does not parse */
export function logicOf(text: string, count: number): LogicTree {
  try {
    return parseLogic(text, count);
  } catch (error) {
    throw new FlowProblem(`The condition logic is invalid: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function combine(logicText: string, tests: readonly Test[]): Test {
  const logic = logicOf(logicText, tests.length);
  return {
    needs: tests.flatMap((test) => test.needs),
    holds: (interview) => logicHolds(logic, (index) => tests[index]?.holds(interview) ?? false),
  };
}

function compileCondition(condition: FlowCondition, scope: FlowScope): Test {
  if (condition.group !== undefined) return compileConditions(condition.group, scope);
  const { operator } = condition;
  if (operator === 'None') throw new FlowProblem(`A condition on "${condition.left}" is incomplete: it has no operator.`);
  if (operator === 'WasVisited') return wasVisited(condition, scope);
  if (operator === 'WasSet') return wasSet(condition, scope);
  if (operator === 'WasSelected') return wasSelected(condition, scope);
  const left = scope.resolve(condition.left, true);
  if (operator === 'IsChanged') return isChanged(condition, left, scope);
  const right = condition.right === undefined ? undefined : compileAnyValue(condition.right, scope.resolve, true);
  const state = states[operator];
  if (state !== undefined) return stateTest(left, state, right, condition);
  const compare = comparisons[operator];
  if (compare === undefined) throw notRunHere(`the operator ${operator}`);
  // A right side that is left blank is null, as Flow Builder saves "equals {blank}".
  if (/^(?:Greater|Less)Than/u.test(operator) && isBoolean(left)) throw unsupported(condition, left);
  const [one, other] = comparable(left, right ?? nothing(left.type), condition);
  return {
    needs: [...one.needs, ...other.needs],
    holds: (interview) => compare(one.evaluate(interview), other.evaluate(interview), false),
  };
}

function stateTest(left: Expression, state: StateTest, right: Expression | undefined, condition: FlowCondition): Test {
  const wanted = right ?? constant('boolean', true);
  if (wanted.type.kind !== 'value' || wanted.type.type !== 'boolean') {
    throw new FlowProblem(`The condition "${condition.left} ${condition.operator}" needs true or false on its right side.`);
  }
  return {
    needs: [...left.needs, ...wanted.needs],
    holds: (interview) => state(left.evaluate(interview)) === (wanted.evaluate(interview) === true),
  };
}

function isChanged(condition: FlowCondition, left: Expression, scope: FlowScope): Test {
  const segments = condition.left.split('.');
  if (segments.length !== 2 || segments[0]?.toLowerCase() !== '$record') {
    throw new FlowProblem('The operator IsChanged is available only for fields of $Record.');
  }
  const prior = scope.resolvePath(segments, true);
  const wanted = wantsTrue(condition);
  return {
    needs: [...left.needs, ...prior.needs],
    // A new record has no earlier value, so nothing of it has changed.
    holds: (interview) => (interview.data[1] !== null && !sameData(left.evaluate(interview), prior.evaluate(interview))) === wanted,
  };
}

function wasVisited(condition: FlowCondition, scope: FlowScope): Test {
  const element = condition.left;
  if (!scope.definition.elements.has(element)) throw new FlowProblem(`The element "${element}" doesn't exist.`);
  const wanted = wantsTrue(condition);
  return { needs: [], holds: (interview) => interview.visited.includes(element) === wanted };
}

/** A field that the flow has set or that holds a value, a variable that holds one. */
function wasSet(condition: FlowCondition, scope: FlowScope): Test {
  const left = scope.resolve(condition.left, true);
  const [head = '', ...rest] = condition.left.split('.');
  const slot = rest.length === 1 ? scope.slot(head)?.slot : undefined;
  const wanted = wantsTrue(condition);
  const isSet = (interview: Interview): boolean => {
    const data = left.evaluate(interview);
    if (data !== null && !(isCollection(data) && data.length === 0)) return true;
    const record = slot === undefined ? undefined : interview.data[slot];
    return record instanceof FlowRecord && [...record.assigned].some((name) => name.toLowerCase() === rest[0]?.toLowerCase());
  };
  return { needs: left.needs, holds: (interview) => isSet(interview) === wanted };
}

/** A choice that was selected in one of the fields in which it stands. */
function wasSelected(condition: FlowCondition, scope: FlowScope): Test {
  const choice = scope.definition.choices.find(({ name }) => name === condition.left);
  if (choice === undefined) throw new FlowProblem(`The choice "${condition.left}" doesn't exist.`);
  const value = scope.resolve(choice.name);
  const screens = [...scope.definition.elements.values()].filter((element) => element.kind === 'screens');
  const fields = screens.flatMap((screen) => fieldsOfScreen(screen.fields)).filter((field) => field.choices.includes(choice.name));
  const slots = fields.map((field) => scope.slot(field.name)?.slot ?? -1);
  const wanted = wantsTrue(condition);
  const isSelected = (interview: Interview): boolean => {
    const text = String(asValue(value.evaluate(interview)));
    return slots.some((slot) =>
      String(asValue(interview.data[slot] ?? null) ?? '')
        .split(';')
        .includes(text),
    );
  };
  return { needs: value.needs, holds: (interview) => isSelected(interview) === wanted };
}

function wantsTrue(condition: FlowCondition): boolean {
  const { right } = condition;
  if (right === undefined) return true;
  if (right.kind === 'reference' && /^\$globalconstant\.(?:true|false)$/iu.test(right.path)) return /true$/iu.test(right.path);
  if (right.kind !== 'boolean') throw new FlowProblem(`The operator ${condition.operator} needs true or false on its right side.`);
  return right.value;
}

/** Both sides in one type: any value can be compared with a text, and a date with a date and time. */
function comparable(left: Expression, right: Expression, condition: FlowCondition): readonly [Expression, Expression] {
  const { operator } = condition;
  const ofMany = operator === 'In' || operator === 'NotIn';
  const oneOfMany =
    (operator === 'Contains' && left.type.kind === 'collection' && fits(right.type, left.type.of)) ||
    (ofMany && right.type.kind === 'collection' && fits(left.type, right.type.of));
  if (oneOfMany || (!ofMany && fits(right.type, left.type)) || isNullConstant(condition)) return [left, right];
  if (!ofMany && left.type.kind === 'value' && right.type.kind === 'value') {
    const [from, to] = [valueGroup(left.type.type), valueGroup(right.type.type)];
    if (from === 'text' || (from === 'datetime' && to === 'date')) return [left, adapt(right, left.type)];
    if (from === 'date' && to === 'datetime') return [adapt(left, right.type), right];
  }
  throw new FlowProblem(
    `"${condition.left}" (${describeType(left.type)}) can't be compared by ${operator} with a value of data type ${describeType(right.type)}.`,
  );
}

function isBoolean({ type }: Expression): boolean {
  return type.kind === 'value' && valueGroup(type.type) === 'boolean';
}

function unsupported({ left: path, operator }: FlowCondition, left: Expression): FlowProblem {
  return new FlowProblem(`The operator ${operator} isn't supported for "${path}" (${describeType(left.type)}).`);
}

function isNullConstant(condition: FlowCondition): boolean {
  return condition.right?.kind === 'reference' && /^\$globalconstant\.(null|emptystring)$/iu.test(condition.right.path);
}
