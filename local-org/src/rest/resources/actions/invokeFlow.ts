import type { FlowInputs, FlowOutcome } from '../../../flow/calls/flowCalls.ts';
import type { CompiledFlow } from '../../../flow/compiledFlow.ts';
import { checkMayStart } from '../../../flow/mayStart.ts';
import type { Org } from '../../../org.ts';
import type { ApiRequest, JsonObject } from '../../apiMessages.ts';
import { dataFromJson, inputsOf, invalidInput } from './inputs.ts';
import { dataToJson, refused, succeeded, type InvocationResult } from './outputs.ts';

/** What the platform says of a fault that no fault path takes. */
const unhandledFault = 'An unhandled fault has occurred in this flow';

/**
 * Runs an autolaunched flow for each of the request's inputs, as the user who calls.
 * @throws SalesforceError INSUFFICIENT_ACCESS for a flow that the caller may not start, INVALID_API_INPUT for inputs that the flow does not have
 */
export function invokeFlow(org: Org, flow: CompiledFlow, request: ApiRequest): InvocationResult[] {
  checkMayStart(flow, request.user);
  const inputs = inputsOf(request).map((input) => flowInputs(org, flow, input));
  return org.flows.calls.run(flow, inputs, request.user).map((outcome) => resultOf(flow, outcome, request));
}

function flowInputs(org: Org, flow: CompiledFlow, json: JsonObject): FlowInputs {
  return new Map(
    Object.entries(json).map(([name, value]) => {
      // Names of input variables mind case, as the guide says.
      const isKnown = flow.definition.variables.some((variable) => variable.isInput && variable.name === name);
      const variable = isKnown ? flow.inputs.get(name.toLowerCase()) : undefined;
      if (variable === undefined) throw invalidInput(`The flow "${flow.name}" has no input variable "${name}".`);
      return [name.toLowerCase(), dataFromJson(value, variable.type, name, org.schema)];
    }),
  );
}

function resultOf(flow: CompiledFlow, outcome: FlowOutcome, { version }: ApiRequest): InvocationResult {
  const about = { Flow__InterviewGuid: outcome.guid };
  if (!outcome.success) {
    const message = `${unhandledFault}: ${outcome.message}`;
    return refused(flow.name, 'UNKNOWN_EXCEPTION', message, { ...about, Flow__InterviewStatus: 'Error' });
  }
  const values = [...outcome.outputs].map(([name, data]): [string, unknown] => {
    const variable = flow.outputs.get(name.toLowerCase());
    return [name, variable === undefined ? null : dataToJson(data, variable.type, version)];
  });
  return succeeded(flow.name, { ...Object.fromEntries(values), ...about, Flow__InterviewStatus: 'Finished' });
}
