import type { Answer, TextField } from '../../answer.ts';

/** Fields that lead to a person. The account stays: its answers may be counted together. */
const identifying: readonly TextField[] = [
  'invitation',
  'contact_id',
  'contact_key',
  'case_id',
  'opportunity_id',
  'email',
  'phone',
  'respondent',
];

/** The answer without what leads to its respondent; `extra` goes too, because nobody knows what is in it. */
export function withoutIdentity(answer: Answer): Answer {
  const text = Object.fromEntries(Object.entries(answer.text).filter(([field]) => !identifying.some((name) => name === field)));
  const { doNotContact: _doNotContact, guard: _guard, extra: _extra, ...rest } = answer;
  return { ...rest, text };
}
