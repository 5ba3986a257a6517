import type { Answer } from '../answer.ts';
import type { Assignment, MatchRule } from '../store/store.ts';
import { choose, type Circumstances } from './choose.ts';
import type { Clues } from './clues.ts';
import type { FoundContact, FoundLead, Standing } from './found.ts';
import { anonymousPrefix } from './keys.ts';
import type { Found } from './orgLookup.ts';
import { contactPlace, leadPlace, ownKeyOf, placeUnder } from './places.ts';
import type { MatchBy, MatchSettings } from './settings.ts';

/** A place, or what an anonymous answer's place begins with: its shard is taken from the store. */
export type Decision = Assignment | AnonymousDecision;

export interface AnonymousDecision {
  readonly anonymousPrefix: string;
  readonly accountId: string | undefined;
  readonly note?: string;
}

/** What one rule finds. */
type Finding =
  | { readonly contact: Pick<FoundContact, 'id' | 'accountId'>; readonly rule: MatchRule; readonly note?: string }
  | { readonly leadId: string; readonly accountId?: string; readonly rule: MatchRule; readonly note?: string }
  | { readonly held: readonly FoundContact[]; readonly note: string };

/** Contacts of one answer among which a rule cannot tell by itself; their standings have to be known before it is decided. */
export function undecidedContacts(clues: Clues, found: Found): readonly string[] {
  return [found.contactsWithKey(clues.contactKey), found.contactsWithEmail(emailOf(clues, found)), found.contactsWithPhone(clues.phone)]
    .filter((contacts) => contacts.length > 1)
    .flatMap((contacts) => contacts.map(({ id }) => id));
}

/**
 * Where an answer belongs: what the first rule finds that finds somebody, else the respondent's own key, else the month's anonymous
 * pulse. The account is the one that the answer names where the org has it (it is the account at that time), else the contact's.
 */
export function decide(
  answer: Answer,
  clues: Clues,
  found: Found,
  standings: ReadonlyMap<string, Standing>,
  settings: MatchSettings,
): Decision {
  const named = found.existing(clues.accountId);
  const circumstances = { accountId: named, survey: answer.text.survey ?? undefined, standings };
  const findings = settings.rules.flatMap((rule) => apply(rule, clues, found, circumstances, settings) ?? []);
  const finding = findings.find((candidate) => !('held' in candidate)) ?? findings[0];
  const notes = [
    ...notesOn(answer, clues, found, finding),
    ...notLookedUp(clues, settings),
    ...(finding?.note === undefined ? [] : [finding.note]),
  ];
  const note = notes.length === 0 ? {} : { note: notes.join('; ') };
  if (finding !== undefined && 'contact' in finding) {
    const accountId = named ?? finding.contact.accountId;
    return { ...contactPlace(answer.source, finding.contact.id, accountId), rule: finding.rule, ...note };
  }
  if (finding !== undefined && 'leadId' in finding) {
    return { ...leadPlace(answer.source, finding.leadId, named ?? finding.accountId), rule: finding.rule, ...note };
  }
  const own = ownKeyOf(answer, { ...clues, email: emailOf(clues, found) });
  const accountId = named ?? sharedAccount(finding?.held ?? []);
  if (own === undefined) return { anonymousPrefix: anonymousPrefix(accountId ?? answer.source, answer.respondedAt), accountId, ...note };
  return { ...placeUnder(answer.source, own.key, accountId), rule: finding === undefined ? own.rule : 'held for review', ...note };
}

/** The answer's own address, else the one its invitation went to. */
export function emailOf(clues: Clues, found: Found): string | undefined {
  return clues.email ?? found.invitation(clues.invitationId)?.email;
}

function apply(rule: MatchBy, clues: Clues, found: Found, circumstances: Circumstances, settings: MatchSettings): Finding | undefined {
  switch (rule) {
    case 'invitation': {
      const invitation = found.invitation(clues.invitationId);
      if (invitation === undefined) return undefined;
      const { contactId, leadId, accountId } = invitation;
      const account = accountId === undefined ? {} : { accountId };
      if (contactId !== undefined) return { contact: { id: contactId, ...account }, rule: 'invitation' };
      return leadId === undefined ? undefined : { leadId, ...account, rule: 'invitation' };
    }
    case 'contactId': {
      const contact = found.contact(clues.contactId);
      return contact && { contact, rule: 'contact id' };
    }
    case 'contactKey':
      return oneOf(found.contactsWithKey(clues.contactKey), 'this key', 'contact key', circumstances, settings);
    case 'email':
      return oneOf(found.contactsWithEmail(emailOf(clues, found)), 'this address', 'e-mail', circumstances, settings);
    case 'phone':
      return oneOf(found.contactsWithPhone(clues.phone), 'this number', 'phone', circumstances, settings);
    case 'lead':
      return leadOf(found.leadsWithEmail(emailOf(clues, found)));
  }
}

function oneOf(
  contacts: readonly FoundContact[],
  what: string,
  rule: MatchRule,
  circumstances: Circumstances,
  settings: MatchSettings,
): Finding | undefined {
  const [only] = contacts;
  if (only === undefined) return undefined;
  if (contacts.length === 1) return { contact: only, rule };
  const { contact, why } = choose(contacts, settings.severalContacts, circumstances);
  const note = `${contacts.length} contacts have ${what}; ${why}`;
  return contact === undefined ? { held: contacts, note } : { contact, rule, note };
}

function leadOf(leads: readonly FoundLead[]): Finding | undefined {
  const [newest] = [...leads].sort((one, other) =>
    one.modifiedAt === other.modifiedAt ? (one.id < other.id ? -1 : 1) : one.modifiedAt > other.modifiedAt ? -1 : 1,
  );
  if (newest === undefined) return undefined;
  const note = leads.length > 1 ? { note: `${leads.length} leads have this address; the most recently modified was taken` } : {};
  return { leadId: newest.id, rule: 'lead', ...note };
}

function notLookedUp({ contactKey }: Clues, { rules, contactKeyField }: MatchSettings): string[] {
  if (contactKey === undefined || !rules.includes('contactKey') || contactKeyField !== undefined) return [];
  return ['contact_key is not looked up: contactKeyField is not configured'];
}

/** The account of contacts who all have the same one. */
function sharedAccount(contacts: readonly FoundContact[]): string | undefined {
  const accounts = new Set(contacts.map(({ accountId }) => accountId));
  return accounts.size === 1 ? contacts[0]?.accountId : undefined;
}

/** What the answer says that the org does not know, in the names of the answer's fields. */
function notesOn({ text }: Answer, clues: Clues, found: Found, finding: Finding | undefined): string[] {
  const invitation = found.invitation(clues.invitationId);
  const notes: string[] = [];
  if (text.invitation && invitation === undefined) notes.push('invitation is not an invitation of the org');
  if (text.contact_id && found.contact(clues.contactId) === undefined) notes.push('contact_id is not a contact of the org');
  if (text.account_id && found.existing(clues.accountId) === undefined) notes.push('account_id is not an account of the org');
  if (text.case_id && found.existing(clues.caseId) === undefined) notes.push('case_id is not a case of the org');
  if (text.opportunity_id && found.existing(clues.opportunityId) === undefined)
    notes.push('opportunity_id is not an opportunity of the org');
  if (text.email && clues.email === undefined) notes.push('email is not an address');
  if (text.phone && clues.phone === undefined) notes.push('phone is not a number with a country');
  const byInvitation = finding !== undefined && 'rule' in finding && finding.rule === 'invitation';
  if (byInvitation && clues.email !== undefined && invitation?.email !== undefined && clues.email !== invitation.email)
    notes.push('it was answered from another address than it was sent to');
  const named = found.contact(clues.contactId)?.id;
  if (byInvitation && named !== undefined && invitation?.contactId !== undefined && named !== invitation.contactId)
    notes.push('contact_id is another contact than the one who was invited');
  return notes;
}
