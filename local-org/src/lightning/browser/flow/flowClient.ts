import type { FieldAnswer, InterviewState, NavigationAction, WireValue } from '../../../flow/screens/screenModel.ts';
import { uiApiRequest } from '../lds/uiApiRequest.ts';

/** A value for an input variable, in the form of `flow-input-variables`. */
export interface FlowInput {
  readonly name: string;
  readonly type?: string;
  readonly value: WireValue;
}

const base = '/connect/interaction/runtime';

/** Starts a flow. @param ignoreUnknown passes over inputs that the flow does not have @throws FetchError */
export async function startFlow(flowDevName: string, inputs: readonly FlowInput[], ignoreUnknown: boolean): Promise<InterviewState> {
  const given = inputs.map(({ name, value }) => ({ name, value }));
  const body = { flowDevName, arguments: given, ignoreUnknownArguments: ignoreUnknown };
  return (await uiApiRequest({ method: 'POST', path: `${base}/startFlow`, body })) as InterviewState;
}

/** Goes on from the screen that is shown. @throws FetchError */
export async function navigateFlow(
  state: InterviewState,
  action: NavigationAction,
  fields: readonly FieldAnswer[],
): Promise<InterviewState> {
  const body = { interviewId: state.interviewId, step: state.step, action, fields };
  return (await uiApiRequest({ method: 'POST', path: `${base}/navigateFlow`, body })) as InterviewState;
}

/** Goes on with an interview that was paused. @throws FetchError */
export async function resumeFlow(interviewId: string): Promise<InterviewState> {
  return (await uiApiRequest({ method: 'POST', path: `${base}/resumeFlow`, body: { interviewId } })) as InterviewState;
}
