import type { InterviewState, NavigationAction, WireValue } from '../../../flow/screens/screenModel.ts';

export const attributeChangeEventName = 'lightning__flowattributechange';
export const navigationEventName = 'lightning__flownavigation';
export const fieldChangeEventName = 'flowfieldchange';

/** A field of a screen got another value. */
export interface FieldChange {
  readonly field: string;
  readonly value: WireValue;
}

/** Tells the runtime around a field of its new value. */
export function fieldChange(field: string, value: WireValue): CustomEvent<FieldChange> {
  return new CustomEvent(fieldChangeEventName, { bubbles: true, composed: true, detail: { field, value } });
}

/** What `onstatuschange` tells (Component Reference, lightning-flow). */
export interface StatusChange {
  readonly status: InterviewState['status'];
  readonly guid: string;
  readonly flowTitle: string;
  readonly helpText: string;
  readonly activeStages: readonly never[];
  readonly currentStage: null;
  readonly locationName: string;
  readonly outputVariables: InterviewState['outputVariables'];
}

export function statusChange(state: InterviewState): CustomEvent<StatusChange> {
  const { status, guid, flowLabel, screen, outputVariables } = state;
  return new CustomEvent('statuschange', {
    detail: {
      status,
      guid,
      flowTitle: flowLabel,
      helpText: screen?.helpText ?? '',
      activeStages: [],
      currentStage: null,
      locationName: screen?.name ?? '',
      outputVariables,
    },
  });
}

/** The same for a flow that could not be started or went lost: nothing is known of it. */
export function failedStatus(flowTitle: string): CustomEvent<StatusChange> {
  const known = { guid: '', flowTitle, helpText: '', activeStages: [], currentStage: null, locationName: '', outputVariables: [] };
  return new CustomEvent('statuschange', { detail: { status: 'ERROR', ...known } });
}

/** What a component's navigation event asks for. */
export type FlowNavigation = Exclude<NavigationAction, 'CHANGE'>;
