import { labelText } from '../schema/formulaSetup.ts';
import type { Expression } from './compiledFlow.ts';
import { dayOf } from './conversions.ts';
import type { Interview } from './interview.ts';
import { FlowProblem, notRunHere } from './problems.ts';
import type { FlowWorld } from './scope.ts';
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
 * Global variables that are no records: `$Flow`, `$GlobalConstant`, `$Label`, `$Permission`, `$Api`, `$System`.
 * @throws FlowProblem for one that is unknown or not run here
 */
export function resolveGlobal(segments: readonly string[], world: FlowWorld): Expression {
  const [head = '', name = ''] = segments;
  switch (head.toLowerCase()) {
    case '$flow':
      return known(flowGlobals[name.toLowerCase()], segments);
    case '$globalconstant':
      return known(globalConstants[name.toLowerCase()], segments);
    case '$label':
      return label(segments, world);
    case '$permission':
      return permission(segments, world);
    case '$api':
      return serverUrl(segments);
    case '$system':
      return known(name.toLowerCase() === 'origindatetime' ? constant('datetime', Date.UTC(1900, 0, 1)) : undefined, segments);
    case '$record':
    case '$record__prior':
      throw new FlowProblem(`"${segments.join('.')}" is available only in flows that a record starts.`);
    default:
      throw unknownGlobal(segments);
  }
}

function known(expression: Expression | undefined, segments: readonly string[]): Expression {
  if (expression === undefined) throw unknownGlobal(segments);
  return expression;
}

/** Global variables that the platform has and that mean something only where there are screens, stages or pages. */
const notRunGlobals =
  /^\$(?:flow\.(?:activestages|currentstage|interviewlabel)|(?:client|locale|network|orchestration|request|screen|site|source)\.)/iu;

function unknownGlobal(segments: readonly string[]): FlowProblem {
  const path = segments.join('.');
  return notRunGlobals.test(path) ? notRunHere(path) : new FlowProblem(`The resource "${path}" doesn't exist.`);
}

function label(segments: readonly string[], { labels, schema }: FlowWorld): Expression {
  // `$Label.Name` and, with the default namespace, `$Label.c.Name`.
  const name = segments.length === 3 && segments[1]?.toLowerCase() === 'c' ? segments[2] : segments[1];
  const text = labels.get((name ?? '').toLowerCase());
  if (text === undefined) throw new FlowProblem(`The custom label "${name ?? ''}" doesn't exist.`);
  const { setup } = schema;
  if (setup === undefined || name === undefined) return constant('string', text);
  return ofInterview('string', ({ context }) => labelText(setup, name, context.globals.language) ?? text);
}

function permission([, name = '']: readonly string[], { setup }: FlowWorld): Expression {
  const sets = setup?.customPermissions.get(name.toLowerCase());
  if (sets === undefined) throw new FlowProblem(`The custom permission "${name}" doesn't exist.`);
  return { type: { kind: 'value', type: 'boolean' }, needs: [], evaluate: ({ context }) => context.globals.hasOneOf(sets) };
}

/** `$Api.Enterprise_Server_URL_660`: flows cut the org's address out of it. No session is told to them here. */
function serverUrl(segments: readonly string[]): Expression {
  const [, kind = '', release = ''] = /^(Enterprise|Partner)_Server_URL_(\d+)$/iu.exec(segments[1] ?? '') ?? [];
  if (kind === '') throw notRunHere(segments.join('.'));
  const letter = kind.toLowerCase() === 'enterprise' ? 'c' : 'u';
  const version = (Number(release) / 10).toFixed(1);
  return ofInterview('string', ({ context }) => context.globals.serverUrl(`/services/Soap/${letter}/${version}`));
}
