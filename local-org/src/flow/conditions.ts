import type { FlowCondition, FlowConditions, FlowFilters } from '../metadata/flowTypes.ts';
import { comparisons, states, type StateTest } from './compare.ts';
import type { Expression, Test } from './compiledFlow.ts';
import { fits } from './conversions.ts';
import { sameData } from './data.ts';
import { describeType, type FlowType } from './flowType.ts';
import { logicHolds, parseLogic, type LogicTree } from './logic.ts';
import { FlowProblem } from './problems.ts';
import type { FlowScope } from './scope.ts';
import { compileAnyValue } from './values.ts';

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
    throw new FlowProblem(error instanceof Error ? error.message : String(error));
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
  if (condition.operator === 'WasVisited') return wasVisited(condition, scope);
  const left = scope.resolve(condition.left, true);
  if (condition.operator === 'IsChanged') return isChanged(condition, left, scope);
  const right = condition.right === undefined ? undefined : compileAnyValue(condition.right, scope.resolve, true);
  const state = states[condition.operator];
  if (state !== undefined) return stateTest(left, state, right, condition);
  const compare = comparisons[condition.operator];
  if (compare === undefined) throw new FlowProblem(`operator ${condition.operator} is not run by local-org`);
  if (right === undefined) throw new FlowProblem(`${condition.left} is compared with nothing`);
  checkComparable(left.type, right, condition);
  return {
    needs: [...left.needs, ...right.needs],
    holds: (interview) => compare(left.evaluate(interview), right.evaluate(interview), false),
  };
}

function stateTest(left: Expression, state: StateTest, right: Expression | undefined, condition: FlowCondition): Test {
  if (right === undefined || right.type.kind !== 'value' || right.type.type !== 'boolean') {
    throw new FlowProblem(`${condition.left} ${condition.operator} needs true or false on its right side`);
  }
  return {
    needs: [...left.needs, ...right.needs],
    holds: (interview) => state(left.evaluate(interview)) === (right.evaluate(interview) === true),
  };
}

function isChanged(condition: FlowCondition, left: Expression, scope: FlowScope): Test {
  const segments = condition.left.split('.');
  if (segments.length !== 2 || segments[0]?.toLowerCase() !== '$record')
    throw new FlowProblem('IsChanged is possible only for a field of $Record');
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
  if (!scope.definition.elements.has(element)) throw new FlowProblem(`there is no element named ${element}`);
  const wanted = wantsTrue(condition);
  return { needs: [], holds: (interview) => interview.visited.includes(element) === wanted };
}

function wantsTrue(condition: FlowCondition): boolean {
  if (condition.right?.kind !== 'boolean') throw new FlowProblem(`${condition.operator} needs true or false on its right side`);
  return condition.right.value;
}

function checkComparable(left: FlowType, right: Expression, condition: FlowCondition): void {
  const oneOfMany =
    (condition.operator === 'Contains' && left.kind === 'collection' && fits(right.type, left.of)) ||
    ((condition.operator === 'In' || condition.operator === 'NotIn') && right.type.kind === 'collection' && fits(left, right.type.of));
  if (oneOfMany || fits(right.type, left) || isNullConstant(condition)) return;
  throw new FlowProblem(`${condition.left} (${describeType(left)}) cannot be compared with ${describeType(right.type)}`);
}

function isNullConstant(condition: FlowCondition): boolean {
  return condition.right?.kind === 'reference' && /^\$globalconstant\.(null|emptystring)$/iu.test(condition.right.path);
}
