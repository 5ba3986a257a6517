import { namespacePrefix, RESPONSE_OBJECT } from 'c/pulseSchema';

/** The one flow that knows the rules of asking; everybody who must know calls it. */
const FLOW = `${namespacePrefix(RESPONSE_OBJECT)}RequestSurvey`;

/** Length of the field that keeps who asked. */
const MOST_CHARACTERS = 80;

/** A value for an input variable, as `lightning-flow` takes it. */
export interface FlowInput {
  readonly name: string;
  readonly type: 'String' | 'Number' | 'Boolean';
  readonly value: string | number | boolean;
}

/** A run of the flow; without a screen it is over at once. */
export interface FlowRun {
  readonly flowName: string;
  readonly inputs: readonly FlowInput[];
}

export interface Request {
  readonly contactId: string;
  readonly surveyId: string;
  readonly delayHours: number | undefined;
  /** Name of the person who asks, for the records. */
  readonly requestedBy: string;
  /** True asks only what would happen, and makes nothing. */
  readonly checkOnly: boolean;
}

export function flowRun({ contactId, surveyId, delayHours, requestedBy, checkOnly }: Request): FlowRun {
  return {
    flowName: FLOW,
    inputs: [
      { name: 'contactId', type: 'String', value: contactId },
      { name: 'surveyId', type: 'String', value: surveyId },
      { name: 'requestedBy', type: 'String', value: requestedBy.slice(0, MOST_CHARACTERS) },
      { name: 'checkOnly', type: 'Boolean', value: checkOnly },
      ...(delayHours === undefined ? [] : [{ name: 'delayHours', type: 'Number', value: delayHours } as const]),
    ],
  };
}

/** What `onstatuschange` tells. */
export interface FlowStatus {
  readonly status: string;
  readonly outputVariables?: readonly { readonly name: string; readonly value: unknown }[] | undefined;
}

/** What the rules say. */
export interface Verdict {
  readonly outcome: 'Requested' | 'Suppressed' | 'Failed' | 'NotStarted';
  /** Value of the reason why nobody is asked. */
  readonly reason: string;
  /** The same in a sentence. */
  readonly detail: string;
  /** From when on asking is possible again; empty where no day can be told. */
  readonly nextPossibleAt: string;
  readonly invitationId: string;
}

/** Reads a run that is over; undefined while it goes on. */
export function verdictOf({ status, outputVariables = [] }: FlowStatus): Verdict | undefined {
  if (status === 'ERROR') return { outcome: 'NotStarted', reason: '', detail: '', nextPossibleAt: '', invitationId: '' };
  if (!status.startsWith('FINISHED')) return undefined;
  const output = (name: string): string => {
    const value = outputVariables.find((variable) => variable.name === name)?.value;
    return typeof value === 'string' ? value : '';
  };
  const outcome = output('outcome');
  return {
    outcome: outcome === 'Requested' || outcome === 'Suppressed' ? outcome : 'Failed',
    reason: output('reason'),
    detail: output('detail'),
    nextPossibleAt: output('nextPossibleAt'),
    invitationId: output('invitationId'),
  };
}
