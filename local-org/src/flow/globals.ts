import type { Expression } from './compiledFlow.ts';
import { dayOf } from './conversions.ts';
import type { Interview } from './interview.ts';
import { FlowProblem } from './problems.ts';
import { constant } from './values.ts';

function ofInterview(type: 'string' | 'date' | 'datetime', evaluate: (interview: Interview) => string | number | null): Expression {
  return { type: { kind: 'value', type }, needs: [], evaluate };
}

const flowGlobals: Readonly<Record<string, Expression>> = {
  currentdate: ofInterview('date', ({ context }) => dayOf(context.now, context.timeZone)),
  currentdatetime: ofInterview('datetime', ({ context }) => context.now),
  interviewstarttime: ofInterview('datetime', ({ context }) => context.now),
  faultmessage: ofInterview('string', (interview) => interview.faultMessage),
  interviewguid: ofInterview('string', (interview) => interview.guid),
};

const globalConstants: Readonly<Record<string, Expression>> = {
  true: constant('boolean', true),
  false: constant('boolean', false),
  emptystring: constant('string', ''),
  null: constant('string', null),
};

/**
 * `$Flow.*`, `$GlobalConstant.*` and `$Label.*`.
 * @throws FlowProblem for a global variable that is unknown or not run here
 */
export function resolveGlobal(segments: readonly string[], labels: ReadonlyMap<string, string>): Expression {
  const [head = '', name = ''] = segments;
  switch (head.toLowerCase()) {
    case '$flow':
      return known(flowGlobals[name.toLowerCase()], segments);
    case '$globalconstant':
      return known(globalConstants[name.toLowerCase()], segments);
    case '$label':
      return label(segments, labels);
    default:
      throw new FlowProblem(`${segments.join('.')} is not run by local-org`);
  }
}

function known(expression: Expression | undefined, segments: readonly string[]): Expression {
  if (expression === undefined) throw new FlowProblem(`${segments.join('.')} is not run by local-org`);
  return expression;
}

function label(segments: readonly string[], labels: ReadonlyMap<string, string>): Expression {
  // `$Label.Name` and, with the default namespace, `$Label.c.Name`.
  const name = segments.length === 3 && segments[1]?.toLowerCase() === 'c' ? segments[2] : segments[1];
  const text = labels.get((name ?? '').toLowerCase());
  if (text === undefined) throw new FlowProblem(`the org has no custom label ${name ?? ''}`);
  return constant('string', text);
}
