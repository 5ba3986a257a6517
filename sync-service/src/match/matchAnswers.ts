import type { Answer } from '../answer.ts';
import type { Assignment, Store, StoredAnswer } from '../store/store.ts';
import { cluesOf, type Clues } from './clues.ts';
import { decide, undecidedContacts, type AnonymousDecision, type Decision } from './decide.ts';
import type { Standing } from './found.ts';
import { anonymousKey, anonymousPrefix, anonymousShardSize } from './keys.ts';
import { writeOptOuts } from './optOuts.ts';
import { nothingWanted, type Found, type OrgLookup, type Wanted } from './orgLookup.ts';
import { ownKeyOf, placeUnder } from './places.ts';
import { noteLookAgain } from './rematch/sweep.ts';
import { defaultMatchSettings, type MatchSettings } from './settings.ts';

/** An answer with the place in the org it belongs to. */
export type AssignedAnswer = StoredAnswer & { readonly assignment: Assignment };

type MatchingStore = Pick<Store, 'assign' | 'takeShards' | 'finish' | 'setting' | 'setSetting'>;

/**
 * Decides for each answer that has no place yet where it belongs, and stores the decision before anything is sent, so that a
 * restart decides the same. Wishes not to be asked again are written first. An answer whose wish the org refuses is parked or dead,
 * and left out of what is returned.
 * @throws OrgUnavailable when the org cannot be asked; nothing is decided then
 */
export async function matchAnswers(
  store: MatchingStore,
  lookup: OrgLookup,
  answers: readonly StoredAnswer[],
): Promise<readonly AssignedAnswer[]> {
  const undecided = answers.filter((answer) => answer.assignment === undefined);
  const decisions = await decideAll(
    lookup,
    undecided.map(({ answer }) => answer),
  );
  const anonymous = decisions.flatMap(({ decision }) => ('anonymousPrefix' in decision ? [decision.anonymousPrefix] : []));
  const shards = anonymous.length === 0 ? [] : await store.takeShards(anonymous, anonymousShardSize);
  const assignments = new Map<number, Assignment>();
  let nextShard = 0;
  for (const [index, { decision, links }] of decisions.entries()) {
    const stored = undecided[index];
    if (stored === undefined) continue;
    const place = 'anonymousPrefix' in decision ? anonymousPlace(stored.answer, decision, shards[nextShard++] ?? 0) : decision;
    assignments.set(stored.sequence, { ...place, ...links });
  }
  const assigned = answers.flatMap((answer) => {
    const assignment = answer.assignment ?? assignments.get(answer.sequence);
    return assignment === undefined ? [] : [{ ...answer, assignment }];
  });
  const { written, refused } = await writeOptOuts(lookup, assigned);
  for (const { sequence, assignment } of assigned) if (written.has(sequence)) assignments.set(sequence, { ...assignment, optedOut: true });
  const saysMore = answers.filter((answer) => saysMoreOfNobody(answer, lookup.settings));
  for (const { sequence, assignment } of saysMore)
    if (assignment !== undefined) assignments.set(sequence, { ...assignment, ...assignments.get(sequence), lookAgain: true });
  if (assignments.size > 0) await store.assign(assignments);
  const first = saysMore[0];
  if (first !== undefined) await noteLookAgain(store, first.sequence);
  countRules(lookup, decisions);
  if (refused.length > 0) await store.finish(refused);
  const out = new Set(refused.map(({ sequence }) => sequence));
  return assigned.flatMap((answer) =>
    out.has(answer.sequence) ? [] : [{ ...answer, assignment: assignments.get(answer.sequence) ?? answer.assignment }],
  );
}

/**
 * An answer that the org has, of nobody, whose later version (an address given on the last page, a corrected one) leads to another key
 * than the one it was stored under. Only a move can link it now.
 */
function saysMoreOfNobody({ everPushed, answer, assignment }: StoredAnswer, settings: MatchSettings): boolean {
  if (!everPushed || assignment === undefined || assignment.lookAgain === true) return false;
  if (assignment.contactPulse.contactId !== undefined || assignment.leadId !== undefined) return false;
  const clues = cluesOf(answer, settings);
  const own = ownKeyOf(answer, clues);
  return (own !== undefined && own.key !== assignment.contactPulse.key) || clues.invitationId !== assignment.invitationId;
}

function countRules(lookup: OrgLookup, decisions: readonly { readonly decision: Decision }[]): void {
  for (const { decision } of decisions)
    lookup.telemetry.count('customer_pulse_matches_total', 1, { rule: 'rule' in decision ? decision.rule : 'anonymous' });
}

type Links = Pick<Assignment, 'caseId' | 'opportunityId' | 'invitationId'>;

/** A decision for each answer, in order, from as few calls as possible. */
export async function decideAll(
  lookup: OrgLookup,
  answers: readonly Answer[],
): Promise<readonly { readonly decision: Decision; readonly links: Links }[]> {
  if (answers.length === 0) return [];
  const { settings } = lookup;
  const asked = answers.map((answer) => ({ answer, clues: cluesOf(answer, settings) }));
  const found = await findAll(
    lookup,
    asked.map(({ clues }) => clues),
  );
  const unclear = new Set(asked.flatMap(({ clues }) => undecidedContacts(clues, found)));
  const decidedByRule = settings.severalContacts[0] === 'review';
  const standings = unclear.size === 0 || decidedByRule ? new Map<string, Standing>() : await lookup.standings([...unclear]);
  return asked.map(({ answer, clues }) => ({
    decision: decide(answer, clues, found, standings, settings),
    links: linksOf(clues, found),
  }));
}

/**
 * Looks up everything the clues name; in a second round what the first has brought up: addresses of invitations, leads for addresses
 * that no contact has, contacts into which others were merged.
 */
async function findAll(lookup: OrgLookup, clues: readonly Clues[]): Promise<Found> {
  const first = wantedBy(clues);
  const found = await lookup.find(first);
  const invited = clues.flatMap((clue) => (clue.email === undefined ? (found.invitation(clue.invitationId)?.email ?? []) : []));
  const withoutContact = first.emails.filter((email) => found.contactsWithEmail(email).length === 0);
  const leadEmails = lookup.settings.rules.includes('lead') ? [...withoutContact, ...invited] : [];
  const gone = first.contactIds.filter((id) => found.contact(id) === undefined);
  const masters = gone.length === 0 ? new Map<string, string>() : await lookup.merged(gone);
  if (invited.length === 0 && leadEmails.length === 0 && masters.size === 0) return found;
  const more = await lookup.find({ ...nothingWanted, contactIds: [...masters.values()], emails: invited, leadEmails });
  return {
    ...found,
    contact: (id) => found.contact(id) ?? (id === undefined ? undefined : more.contact(masters.get(id))),
    contactsWithEmail: (email) => [found, more].map((part) => part.contactsWithEmail(email)).find((some) => some.length > 0) ?? [],
    leadsWithEmail: (email) => more.leadsWithEmail(email),
  };
}

function wantedBy(clues: readonly Clues[]): Wanted {
  const all = (name: keyof Clues): string[] => clues.flatMap((clue) => clue[name] ?? []);
  return {
    invitations: all('invitationId'),
    contactIds: all('contactId'),
    contactKeys: all('contactKey'),
    emails: all('email'),
    phones: all('phone'),
    leadEmails: [],
    accountIds: all('accountId'),
    caseIds: all('caseId'),
    opportunityIds: all('opportunityId'),
  };
}

/** The place of an answer whose contact or account turned out to be gone: its respondent's own, linked to nothing. */
export function unlinkedPlace(answer: Answer, settings: Pick<MatchSettings, 'phoneCountry'> = defaultMatchSettings): Assignment {
  const own = ownKeyOf(answer, cluesOf(answer, settings));
  const key = own?.key ?? anonymousKey(anonymousPrefix(answer.source, answer.respondedAt), 0);
  const note = 'the contact or account it was matched to does not exist any more';
  return { ...placeUnder(answer.source, key, undefined), rule: own?.rule ?? 'anonymous', note };
}

function anonymousPlace(answer: Answer, decision: AnonymousDecision, shard: number): Assignment {
  const key = anonymousKey(decision.anonymousPrefix, shard);
  const note = decision.note === undefined ? {} : { note: decision.note };
  return { ...placeUnder(answer.source, key, decision.accountId), rule: 'anonymous', ...note };
}

function linksOf(clues: Clues, found: Found): Links {
  const caseId = found.existing(clues.caseId);
  const opportunityId = found.existing(clues.opportunityId);
  const invitationId = found.invitation(clues.invitationId) === undefined ? undefined : clues.invitationId;
  return {
    ...(caseId === undefined ? {} : { caseId }),
    ...(opportunityId === undefined ? {} : { opportunityId }),
    ...(invitationId === undefined ? {} : { invitationId }),
  };
}
