import type { Answer } from '../answer.ts';
import type { Assignment, MatchRule } from '../store/store.ts';
import type { Clues } from './clues.ts';
import { accountKey, contactKey, emailKey, leadKey, phoneKey, respondentKey, sourceKey, unknownContactKey } from './keys.ts';

type Place = Pick<Assignment, 'accountPulse' | 'contactPulse'>;

/** Under the account's own pulse, or where it is unknown under one of those that a source's respondents share. */
export function placeUnder(source: string, key: string, accountId: string | undefined): Place {
  const accountPulse = accountId === undefined ? { key: sourceKey(source, key) } : { key: accountKey(accountId), accountId };
  return { accountPulse, contactPulse: { key } };
}

export function contactPlace(source: string, contactId: string, accountId: string | undefined): Place {
  const key = contactKey(contactId, accountId);
  return { ...placeUnder(source, key, accountId), contactPulse: { key, contactId } };
}

export function leadPlace(source: string, leadId: string, accountId: string | undefined): Place & { readonly leadId: string } {
  return { ...placeUnder(source, leadKey(leadId), accountId), leadId };
}

/** The key of somebody who is nobody in the org, by the best that is known of them; undefined for an anonymous answer. */
export function ownKeyOf({ source }: Pick<Answer, 'source'>, clues: Clues): { readonly key: string; readonly rule: MatchRule } | undefined {
  if (clues.email !== undefined) return { key: emailKey(clues.email), rule: 'unknown e-mail' };
  if (clues.contactKey !== undefined) return { key: unknownContactKey(clues.contactKey), rule: 'unknown contact key' };
  if (clues.phone !== undefined) return { key: phoneKey(clues.phone), rule: 'unknown phone' };
  // An id that the org does not have (any more) still tells one person from another.
  const respondent = clues.respondent ?? clues.contactId;
  return respondent === undefined ? undefined : { key: respondentKey(source, respondent), rule: 'respondent' };
}
