import type { Test } from '../compiledFlow.ts';
import { compileConditions } from '../conditions.ts';
import { recordSlot, priorSlot, type Interview } from '../interview.ts';
import { FlowProblem } from '../problems.ts';
import { tellDecision } from '../watch.ts';
import { allNeeds, type CompileElement } from './context.ts';

/** The first outcome whose conditions hold, else the default outcome. */
export const compileDecision: CompileElement<'decisions'> = (element, context) => {
  const rules = element.rules.map((rule) => {
    if (rule.onlyWhenChanged && context.scope.definition.start.object === undefined) {
      throw new FlowProblem(`The outcome "${rule.name}" can require a changed record only in flows that a record starts.`);
    }
    if (rule.onlyWhenChanged) context.scope.usesPrior = true;
    const test = compileConditions(rule, context.scope);
    const holds = rule.onlyWhenChanged
      ? (interview: Interview) => metNow(test, interview)
      : (interview: Interview) => test.holds(interview);
    return { name: rule.name, needs: test.needs, holds, exit: context.exit(rule.connector) };
  });
  const otherwise = context.exit(element.defaultConnector);
  const own = new Set(rules.map((rule) => rule.name));
  return {
    name: element.name,
    needs: allNeeds(rules),
    rank: 0,
    step: (interview) => {
      const rule = rules.find((candidate) => candidate.holds(interview));
      for (const [name, slot] of context.scope.outcomes) if (own.has(name)) interview.data[slot] = name === rule?.name;
      tellDecision(interview, element.name, rule?.name);
      interview.remark(rule === undefined ? 'default outcome' : `outcome ${rule.name}`);
      return (rule?.exit ?? otherwise).target;
    },
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
