import type { FoundContact, Standing } from './found.ts';
import type { Choice } from './settings.ts';

/** One of several contacts, or nobody, and why. */
export interface Chosen {
  readonly contact?: FoundContact;
  readonly why: string;
}

/** What the choice may look at beside the contacts themselves. */
export interface Circumstances {
  /** The account that the answer names. */
  readonly accountId?: string | undefined;
  /** Key of the answer's survey. */
  readonly survey?: string | undefined;
  readonly standings: ReadonlyMap<string, Standing>;
}

/** Which of several contacts with one address gave the answer. The account that the answer names goes before every rule. */
export function choose(contacts: readonly FoundContact[], ways: readonly Choice[], circumstances: Circumstances): Chosen {
  const { accountId } = circumstances;
  const there = accountId === undefined ? [] : contacts.filter((contact) => contact.accountId === accountId);
  if (there.length === 1 && there[0] !== undefined)
    return { contact: there[0], why: 'the one of the account that the answer names was taken' };
  const among = there.length > 1 ? there : contacts;
  for (const way of ways) {
    if (way === 'review') break;
    if (way === 'mostRecentlyActive') {
      const [contact] = [...among].sort(byActivity(circumstances.standings));
      if (contact !== undefined) return { contact, why: 'the one with the latest activity was taken' };
    } else {
      const contact = lastInvited(among, circumstances);
      if (contact !== undefined) return { contact, why: 'the one who was invited last was taken' };
    }
  }
  return { why: 'people have to decide whose answer it is' };
}

/** Who was last invited to this survey, else to any; nobody when two were at the same moment. */
function lastInvited(contacts: readonly FoundContact[], { survey, standings }: Circumstances): FoundContact | undefined {
  const lastOf = (contact: FoundContact, only: string | undefined): string =>
    (standings.get(contact.id)?.invited ?? [])
      .filter((invitation) => only === undefined || invitation.survey === only)
      .reduce((latest, { at }) => (at > latest ? at : latest), '');
  for (const only of survey === undefined ? [undefined] : [survey, undefined]) {
    const [first, second] = contacts
      .map((contact) => ({ contact, at: lastOf(contact, only) }))
      .filter(({ at }) => at !== '')
      .sort((one, other) => (one.at > other.at ? -1 : 1));
    if (first !== undefined && first.at !== second?.at) return first.contact;
  }
  return undefined;
}

/** The latest task or event first; without one the latest change; at the same moment the lowest id, so that it is always the same. */
function byActivity(standings: ReadonlyMap<string, Standing>): (one: FoundContact, other: FoundContact) => number {
  const activeOn = (contact: FoundContact): string => standings.get(contact.id)?.activeOn ?? '';
  const parts = (contact: FoundContact): readonly [string, string] => [activeOn(contact), contact.modifiedAt];
  return (one, other) => {
    const [mine, theirs] = [parts(one), parts(other)];
    const place = mine[0] === theirs[0] ? 1 : 0;
    if (mine[place] === theirs[place]) return one.id < other.id ? -1 : 1;
    return mine[place] > theirs[place] ? -1 : 1;
  };
}
