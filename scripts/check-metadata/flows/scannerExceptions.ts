/** Findings of the flow scanner that were looked at and are meant: rule -> flow -> why. */
export const SCANNER_EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  FlowName: {
    RecordResponse: 'the name that admins call it by',
    RequestSurvey: 'the name that admins call it by',
  },
  UnsafeRunningContext: {
    PulseInvitation_Subflow_FindRespondent: 'an opt-out counts even where the user who asks may not see the contact that carries it',
    RecordResponse: 'the keys of the pulses are looked up among all of them, or a second pulse of one customer would be tried',
    RequestSurvey: 'an earlier ask counts even where the user who asks may not see it, or customers would be asked twice',
  },
};
