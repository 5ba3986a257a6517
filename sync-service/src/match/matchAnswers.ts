import type { Answer } from '../answer.ts';
import { recordId } from '../salesforce/recordId.ts';
import type { Assignment, Store, StoredAnswer } from '../store/store.ts';
import { normaliseEmail } from './email.ts';
import { accountKey, anonymousKey, anonymousPrefix, anonymousShardSize, contactKey, emailKey, respondentKey, sourceKey } from './keys.ts';
import type { OrgLookup, Wanted } from './orgLookup.ts';

/** An answer with the place in the org it belongs to. */
export type AssignedAnswer = StoredAnswer & { readonly assignment: Assignment };

/** What an answer says about who gave it and what it is about. */
interface Clues {
  readonly contactId: string | undefined;
  readonly accountId: string | undefined;
  readonly caseId: string | undefined;
  readonly opportunityId: string | undefined;
  readonly email: string | undefined;
  readonly respondent: string | undefined;
}

/**
 * Decides for each answer that has no place yet where it belongs, and stores the decision before anything is sent, so that a
 * restart decides the same. Contact id first, else e-mail, else the respondent's own key, else the month's anonymous pulse.
 */
export async function matchAnswers(store: Store, lookup: OrgLookup, answers: readonly StoredAnswer[]): Promise<readonly AssignedAnswer[]> {
  const undecided = answers
    .filter((answer) => answer.assignment === undefined)
    .map((stored) => ({ stored, clues: cluesOf(stored.answer) }));
  await lookup.prefetch(wantedBy(undecided.map(({ clues }) => clues)));
  const decisions = undecided.map(({ stored, clues }) => ({ stored, clues, decision: decide(stored.answer, clues, lookup) }));
  const anonymous = decisions.flatMap(({ decision }) => ('anonymousPrefix' in decision ? [decision.anonymousPrefix] : []));
  const shards = anonymous.length === 0 ? [] : await store.takeShards(anonymous, anonymousShardSize);
  const assignments = new Map<number, Assignment>();
  let nextShard = 0;
  for (const { stored, clues, decision } of decisions) {
    const place = 'anonymousPrefix' in decision ? anonymousPlace(stored.answer, decision, shards[nextShard++] ?? 0) : decision;
    assignments.set(stored.sequence, { ...place, ...links(clues, lookup) });
  }
  if (assignments.size > 0) await store.assign(assignments);
  return answers.flatMap((answer) => {
    const assignment = answer.assignment ?? assignments.get(answer.sequence);
    return assignment === undefined ? [] : [{ ...answer, assignment }];
  });
}

/** The place of an answer whose contact or account turned out to be gone: its respondent's own, linked to nothing. */
export function unlinkedPlace(answer: Answer): Assignment {
  const clues = cluesOf(answer);
  const note = 'the contact or account it was matched to does not exist any more';
  const own = ownKey(answer, clues) ?? anonymousKey(anonymousPrefix(answer.source, answer.respondedAt), 0);
  const rule = clues.email ? 'unknown e-mail' : clues.respondent ? 'respondent' : 'anonymous';
  return { accountPulse: { key: sourceKey(answer.source, own) }, contactPulse: { key: own }, rule, note };
}

function cluesOf({ text }: Answer): Clues {
  return {
    contactId: recordId(text.contact_id, '003'),
    accountId: recordId(text.account_id, '001'),
    caseId: recordId(text.case_id, '500'),
    opportunityId: recordId(text.opportunity_id, '006'),
    email: normaliseEmail(text.email),
    respondent: text.respondent ?? undefined,
  };
}

function wantedBy(clues: readonly Clues[]): Wanted {
  const all = (name: keyof Clues): Set<string> => new Set(clues.flatMap((clue) => clue[name] ?? []));
  return {
    contactIds: all('contactId'),
    accountIds: all('accountId'),
    caseIds: all('caseId'),
    opportunityIds: all('opportunityId'),
    emails: all('email'),
  };
}

type Decision = Assignment | { readonly anonymousPrefix: string; readonly accountId: string | undefined; readonly note?: string };

function decide(answer: Answer, clues: Clues, lookup: OrgLookup): Decision {
  const named = lookup.contact(clues.contactId);
  const contact = named ?? lookup.contactByEmail(clues.email);
  // The account at the time of the answer is what the source says, where the org knows it; else the contact's of today.
  const accountId = lookup.existing(clues.accountId) ?? contact?.accountId;
  const notes = notesOn(answer, clues, lookup);
  if (contact !== undefined) {
    if (named === undefined && contact.sharing > 1)
      notes.push(`${contact.sharing} contacts have this address; the most recently modified was taken`);
    const key = contactKey(contact.id, accountId);
    return {
      ...place(answer, key, accountId),
      contactPulse: { key, contactId: contact.id },
      rule: named ? 'contact id' : 'e-mail',
      ...noteOf(notes),
    };
  }
  const own = ownKey(answer, clues);
  if (own === undefined)
    return { anonymousPrefix: anonymousPrefix(accountId ?? answer.source, answer.respondedAt), accountId, ...noteOf(notes) };
  return { ...place(answer, own, accountId), rule: clues.email === undefined ? 'respondent' : 'unknown e-mail', ...noteOf(notes) };
}

function notesOn(answer: Answer, clues: Clues, lookup: OrgLookup): string[] {
  const notes: string[] = [];
  if (answer.text.contact_id && lookup.contact(clues.contactId) === undefined) notes.push('contact_id is not a contact of the org');
  if (answer.text.account_id && lookup.existing(clues.accountId) === undefined) notes.push('account_id is not an account of the org');
  if (answer.text.case_id && lookup.existing(clues.caseId) === undefined) notes.push('case_id is not a case of the org');
  if (answer.text.opportunity_id && lookup.existing(clues.opportunityId) === undefined)
    notes.push('opportunity_id is not an opportunity of the org');
  if (answer.text.email && clues.email === undefined) notes.push('email is not an address');
  return notes;
}

function noteOf(notes: readonly string[]): { note?: string } {
  return notes.length === 0 ? {} : { note: notes.join('; ') };
}

function ownKey(answer: Answer, clues: Clues): string | undefined {
  if (clues.email !== undefined) return emailKey(clues.email);
  return clues.respondent === undefined ? undefined : respondentKey(answer.source, clues.respondent);
}

function place(answer: Answer, key: string, accountId: string | undefined): Pick<Assignment, 'accountPulse' | 'contactPulse'> {
  const accountPulse = accountId === undefined ? { key: sourceKey(answer.source, key) } : { key: accountKey(accountId), accountId };
  return { accountPulse, contactPulse: { key } };
}

function anonymousPlace(answer: Answer, decision: Exclude<Decision, Assignment>, shard: number): Assignment {
  const key = anonymousKey(decision.anonymousPrefix, shard);
  return { ...place(answer, key, decision.accountId), rule: 'anonymous', ...(decision.note === undefined ? {} : { note: decision.note }) };
}

function links(clues: Clues, lookup: OrgLookup): { caseId?: string; opportunityId?: string } {
  const caseId = lookup.existing(clues.caseId);
  const opportunityId = lookup.existing(clues.opportunityId);
  return { ...(caseId === undefined ? {} : { caseId }), ...(opportunityId === undefined ? {} : { opportunityId }) };
}
