import type { Flow } from '@flow-scanner/lightning-flow-scanner-core';

/** Findings of the flow scanner that were looked at and are meant: rule -> flow -> why. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FlowName: {
    RecordResponse: 'the name that admins call it by',
    RequestSurvey: 'the name that admins call it by',
  },
  UnsafeRunningContext: {
    ContactPulse_Subflow_FindOrMakeForLead: 'the keys of the pulses are looked up among all of them',
    PulseInvitation_Subflow_FindRespondent: 'an opt-out counts even where the user who asks may not see the contact that carries it',
    PulseLog_Subflow_WriteFault: 'a fault is written down whoever met it',
    RecordResponse: 'the keys of the pulses are looked up among all of them, or a second pulse of one customer would be tried',
    RequestSurvey: 'an earlier ask counts even where the user who asks may not see it, or customers would be asked twice',
  },
};

/** Whether a finding of this rule about the flow is meant. */
export function isMeant(rule: string, flow: Flow): boolean {
  // The platform puts only flows that records trigger in order, and offers no trigger order to scheduled ones.
  if (rule === 'TriggerOrder' && isScheduled(flow.start)) return true;
  // Templates ship as drafts: an admin copies and activates them.
  if (rule === 'InactiveFlow' && isTemplate(flow.xmldata)) return true;
  return exceptions[rule]?.[flow.name ?? ''] !== undefined;
}

function isScheduled(start: unknown): boolean {
  return typeof start === 'object' && start !== null && 'triggerType' in start && start.triggerType === 'Scheduled';
}

function isTemplate(definition: unknown): boolean {
  return typeof definition === 'object' && definition !== null && 'isTemplate' in definition && String(definition.isTemplate) === 'true';
}
