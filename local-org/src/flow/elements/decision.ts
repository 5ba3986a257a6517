import type { Test } from '../compiledFlow.ts';
import { compileConditions } from '../conditions.ts';
import { recordSlot, priorSlot, type Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import { allNeeds, type CompileElement } from './context.ts';

/** The first outcome whose conditions hold, else the default outcome. */
export const compileDecision: CompileElement<'decisions'> = (element, context) => {
  const rules = element.rules.map((rule) => {
    if (rule.onlyWhenChanged && context.scope.definition.start.object === undefined) {
      throw new FlowProblem('"only if the record changed to meet the conditions" needs a record trigger');
    }
    if (rule.onlyWhenChanged) context.scope.usesPrior = true;
    const test = compileConditions(rule, context.scope);
    const holds = rule.onlyWhenChanged
      ? (interview: Interview) => metNow(test, interview)
      : (interview: Interview) => test.holds(interview);
    return { needs: test.needs, holds, exit: context.exit(rule.connector) };
  });
  const otherwise = context.exit(element.defaultConnector);
  return {
    name: element.name,
    needs: allNeeds(rules),
    rank: 0,
    step: (interview) => (rules.find((rule) => rule.holds(interview))?.exit ?? otherwise).target,
  };
};

/** Holds for the record as it is, and did not before the save. */
export function metNow(test: Test, interview: Interview): boolean {
  return test.holds(interview) && (interview.data[priorSlot] === null || !asBefore(interview, () => test.holds(interview)));
}

/** Runs `ask` with the record's earlier state in the place of `$Record`. */
export function asBefore<Result>(interview: Interview, ask: () => Result): Result {
  const record = interview.data[recordSlot] ?? null;
  const prior = interview.data[priorSlot] ?? null;
  interview.data[recordSlot] = prior;
  interview.data[priorSlot] = null;
  try {
    return ask();
  } finally {
    interview.data[recordSlot] = record;
    interview.data[priorSlot] = prior;
  }
}
