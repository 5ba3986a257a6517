import type { ActionCallElement, FlowValue } from '../../metadata/flowTypes.ts';
import type { Action, ActionCall, ActionParameter } from '../actions/types.ts';
import type { CompiledElement, Expression } from '../compiledFlow.ts';
import { adapt, fits } from '../conversions.ts';
import type { FlowData } from '../data.ts';
import { FlowFault } from '../faults.ts';
import { describeType, parameterType } from '../flowType.ts';
import type { Interview } from '../interview.ts';
import { FlowProblem, notRunHere } from '../problems.ts';
import type { FlowScope } from '../scope.ts';
import { compileAnyValue, nothing } from '../values.ts';
import { allNeeds, type CompileElement, type ElementContext } from './context.ts';

/** Action: one call for each interview, all of a batch handed over at once. */
export const compileActionCall: CompileElement<'actionCalls'> = (element, context) => {
  const action = actionOf(element, context.scope);
  const inputs = compileInputs(element, action, context);
  const outputs = [...assignedOutputs(element, action, context), ...storedOutputs(element, action, context)];
  const exit = context.exit(element.connector);
  const caller = context.scope.definition.name;
  const compiled: CompiledElement = {
    name: element.name,
    needs: allNeeds(inputs.map((input) => input.value)),
    rank: 0,
    fault: context.exit(element.faultConnector),
    runGroup: (interviews, run) => {
      const { actions } = run.services;
      if (actions === undefined) throw new Error('the org has no action services');
      const calls = run.prepare(interviews, compiled, (interview): ActionCall => {
        const given = new Map(inputs.map((input) => [input.name, input.value.evaluate(interview)]));
        requireInputs(element.name, action, given);
        return { inputs: given, caller };
      });
      if (action.savesRecords === true && calls.size > 0) run.limits.countSave(calls.size);
      const { schema } = run.services;
      const actionContext = { run, schema, user: run.user, services: actions, organizationId: actions.organizationId };
      const results = action.run([...calls.values()], actionContext);
      [...calls.keys()].forEach((interview, index) => {
        const result = results[index];
        if (result?.success === true) {
          for (const output of outputs) output.assign(interview, result.outputs.get(output.name) ?? null);
          run.proceed(interview, exit);
          return;
        }
        const { statusCode = 'UNKNOWN_EXCEPTION', message = 'the action gave no answer' } = result?.error ?? {};
        run.fault(interview, compiled, new FlowFault(element.name, message, [{ statusCode, message, fields: [] }]));
      });
    },
  };
  return compiled;
};

/** The action that the element calls. @throws FlowProblem when there is none, or it is not run here */
export function actionOf(element: ActionCallElement, scope: FlowScope): Action {
  const { actionType, actionName } = element;
  const { actions } = scope.world;
  const type = actionType === 'sendEmail' ? 'emailSimple' : actionType;
  const found = actions?.find(type, actionName) ?? (type === actionName || type === 'emailSimple' ? actions?.find(type, type) : undefined);
  if (found !== undefined) return found;
  if (type === 'emailAlert') throw new FlowProblem(`The email alert "${actionName}" doesn't exist.`);
  throw notRunHere(`the action ${actionName} of type ${actionType}`);
}

/** Whether the platform would have found a required input empty when the flow runs. */
function requireInputs(element: string, action: Action, given: ReadonlyMap<string, FlowData>): void {
  const missing = action.inputs.find(({ name, required }) => required && isBlank(given.get(name) ?? null));
  if (missing !== undefined) throw new FlowFault(element, `Missing required input parameter: ${missing.name}`);
}

function isBlank(data: FlowData): boolean {
  return data === null || data === '' || (Array.isArray(data) && data.length === 0);
}

interface Input {
  readonly name: string;
  readonly value: Expression;
}

function compileInputs(element: ActionCallElement, action: Action, context: ElementContext): Input[] {
  const given = element.inputs.map(({ name, value }): Input => {
    const parameter = action.inputs.find((candidate) => candidate.name === name);
    if (parameter === undefined) throw new FlowProblem(`The input parameter "${name}" isn't valid for the action "${action.name}".`);
    refuseNotRun(parameter, value, action);
    return {
      name,
      value: value === undefined ? nothing(parameterType(parameter)) : inputValue(compileAnyValue(value, context.scope.resolve), parameter),
    };
  });
  const missing = action.inputs.find(({ name, required }) => required && !given.some((input) => input.name === name));
  if (missing !== undefined)
    throw new FlowProblem(`The required input parameter "${missing.name}" isn't set for the action "${action.name}".`);
  return given;
}

/** An input for what is not run here can only be left out, or say no. */
function refuseNotRun(parameter: ActionParameter, value: FlowValue | undefined, action: Action): void {
  if (parameter.notRun !== true || value === undefined) return;
  const saysNo =
    (value.kind === 'boolean' && !value.value) ||
    (value.kind === 'string' && value.value === '') ||
    (value.kind === 'reference' && /^\$globalconstant\.(?:false|null|emptystring)$/iu.test(value.path));
  if (!saysNo) throw notRunHere(`the input parameter ${parameter.name} of the action ${action.name}`);
}

function inputValue(value: Expression, parameter: ActionParameter): Expression {
  const wanted = parameterType(parameter);
  if (parameter.isList && value.type.kind === 'collection' && fits(value.type.of, wanted)) return value;
  try {
    return adapt(value, wanted);
  } catch {
    throw new FlowProblem(
      `The type for the input parameter "${parameter.name}" doesn't match the type for the assigned value (${describeType(value.type)}).`,
    );
  }
}

interface Output {
  readonly name: string;
  readonly assign: (interview: Interview, data: FlowData) => void;
}

function assignedOutputs(element: ActionCallElement, action: Action, context: ElementContext): Output[] {
  return element.outputs.map(({ name, to }) => {
    const parameter = action.outputs.find((candidate) => candidate.name === name);
    if (parameter === undefined) throw new FlowProblem(`The output parameter "${name}" isn't valid for the action "${action.name}".`);
    const target = context.scope.target(to);
    if (!fits(parameterType(parameter), target.type))
      throw new FlowProblem(`The variable "${to}" can't hold the output parameter "${name}".`);
    return { name, assign: (interview, data) => target.assign(interview, data) };
  });
}

/** Outputs that stay readable as `<element>.<output>`. */
function storedOutputs(element: ActionCallElement, action: Action, context: ElementContext): Output[] {
  return action.outputs.flatMap(({ name }): Output[] => {
    const slot = context.scope.slot(`${element.name}.${name}`)?.slot;
    if (slot === undefined) return [];
    return [{ name, assign: (interview, data) => void (interview.data[slot] = data) }];
  });
}
