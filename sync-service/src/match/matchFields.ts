import type { Assignment, MatchRule } from '../store/store.ts';

/** Values of `PulseResponse__c.MatchedBy__c`. */
const matchedBy: Readonly<Record<MatchRule, string>> = {
  invitation: 'Invitation',
  'contact id': 'ContactId',
  'contact key': 'ContactKey',
  'e-mail': 'Email',
  phone: 'Phone',
  lead: 'Lead',
  'held for review': 'Review',
  'unknown e-mail': 'UnknownEmail',
  'unknown contact key': 'UnknownContactKey',
  'unknown phone': 'UnknownPhone',
  respondent: 'Respondent',
  anonymous: 'Anonymous',
};

/** Length of `PulseResponse__c.MatchNote__c`. */
const longestNote = 255;

/** How an answer was matched, as fields of its record in the org. */
export function matchFields({ rule, note }: Pick<Assignment, 'rule' | 'note'>): {
  readonly MatchedBy__c: string;
  readonly MatchNote__c: string | null;
} {
  return { MatchedBy__c: matchedBy[rule], MatchNote__c: note === undefined ? null : note.slice(0, longestNote) };
}
