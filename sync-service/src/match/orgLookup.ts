import type { Answer } from '../answer.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import type { QueriedRecord } from '../salesforce/replies.ts';
import { cluesOf } from './clues.ts';
import { normaliseEmail } from './email.ts';
import { foundContact, foundInvitation, textOf, type FoundContact, type FoundInvitation, type FoundLead, type Standing } from './found.ts';
import { silentTelemetry, type Telemetry } from '../telemetry/telemetry.ts';
import { ask, contactFields, phoneQuestion, type Question } from './lookupQueries.ts';
import { mergedContacts } from './merged.ts';
import { normalisePhone } from './phone.ts';
import { defaultMatchSettings, type MatchBy, type MatchSettings } from './settings.ts';
import { readStandings } from './standings.ts';
import { TimedCache } from './timedCache.ts';

/** What to look up, in normal form: 18-character ids, normalised addresses and numbers. */
export interface Wanted {
  readonly invitations: readonly string[];
  readonly contactIds: readonly string[];
  readonly contactKeys: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly leadEmails: readonly string[];
  readonly accountIds: readonly string[];
  readonly caseIds: readonly string[];
  readonly opportunityIds: readonly string[];
}

export const nothingWanted: Wanted = {
  invitations: [],
  contactIds: [],
  contactKeys: [],
  emails: [],
  phones: [],
  leadEmails: [],
  accountIds: [],
  caseIds: [],
  opportunityIds: [],
};

/** What the org has of the things asked for; valid for the answers that were asked about. */
export interface Found {
  invitation(id: string | undefined): FoundInvitation | undefined;
  contact(id: string | undefined): FoundContact | undefined;
  contactsWithKey(key: string | undefined): readonly FoundContact[];
  contactsWithEmail(email: string | undefined): readonly FoundContact[];
  contactsWithPhone(phone: string | undefined): readonly FoundContact[];
  leadsWithEmail(email: string | undefined): readonly FoundLead[];
  /** The id when the org has such an account, case or opportunity. */
  existing(id: string | undefined): string | undefined;
}

type Contacts = readonly FoundContact[];

export interface LookupOptions {
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly telemetry?: Telemetry;
}

/** Looks records up in the org in batches, five queries to a call, and remembers for a while what it said. */
export class OrgLookup {
  readonly settings: MatchSettings;
  readonly #client: SalesforceClient;
  readonly #caches: ReturnType<typeof newCaches>;
  /** Optional questions that the org refuses, by their field: not asked again for a while. */
  readonly #refused: TimedCache<true>;
  readonly telemetry: Telemetry;

  constructor(client: SalesforceClient, settings: MatchSettings = defaultMatchSettings, options: LookupOptions = {}) {
    const now = options.now ?? Date.now;
    this.#client = client;
    this.settings = settings;
    this.#caches = newCaches(settings.cacheEntries, now);
    this.#refused = new TimedCache(100, now);
    this.telemetry = options.telemetry ?? silentTelemetry;
  }

  get client(): SalesforceClient {
    return this.#client;
  }

  /** Everything wanted, from memory where that is fresh. @throws OrgUnavailable */
  async find(wanted: Wanted): Promise<Found> {
    const caches = this.#caches;
    const invitations = new Kind<FoundInvitation | undefined>(caches.invitations, wanted.invitations, undefined);
    const contacts = new Kind<FoundContact | undefined>(caches.contacts, wanted.contactIds, undefined);
    const keys = new Kind<Contacts>(caches.keys, this.#by('contactKey', wanted.contactKeys), []);
    const emails = new Kind<Contacts>(caches.emails, this.#by('email', wanted.emails), []);
    const phones = new Kind<Contacts>(caches.phones, this.#by('phone', wanted.phones), []);
    const leads = new Kind<readonly FoundLead[]>(caches.leads, this.#by('lead', wanted.leadEmails), []);
    const ids = new Kind<boolean>(caches.ids, [...wanted.accountIds, ...wanted.caseIds, ...wanted.opportunityIds], false);
    const keyField = this.settings.contactKeyField;
    const idsOf = (object: string, wantedIds: readonly string[]): Question => ({
      object,
      select: `SELECT Id FROM ${object}`,
      field: 'Id',
      values: ids.missingOf(wantedIds),
      take: (record) => ids.set(String(record['Id']), true),
    });
    const questions: Question[] = [
      {
        object: 'PulseInvitation__c',
        select: 'SELECT Id, Contact__c, Contact__r.AccountId, Account__c, Lead__c, Email__c FROM PulseInvitation__c',
        field: 'Id',
        values: invitations.missing,
        take: (record) => invitations.set(String(record['Id']), foundInvitation(record)),
      },
      contactQuestion('Id', [], contacts.missing, (record) => contacts.set(String(record['Id']), foundContact(record))),
      ...(keyField === undefined
        ? []
        : [contactQuestion(keyField, [keyField], keys.missing, (record) => addContact(keys, keyValue(record[keyField]), record))]),
      contactQuestion('Email', [], emails.missing, (record) => addContact(emails, normaliseEmail(textOf(record['Email'])), record)),
      phoneQuestion(phones.missing, this.settings, (record) => {
        for (const phone of this.#phonesOf(record)) addContact(phones, phone, record);
      }),
      {
        object: 'Lead',
        select: 'SELECT Id, Email, LastModifiedDate FROM Lead',
        field: 'Email',
        values: leads.missing,
        take: (record) => addLead(leads, record),
        optional: 'Answers are not matched to leads: the user of the sync service cannot read Email of leads',
      },
      idsOf('Account', wanted.accountIds),
      idsOf('Case', wanted.caseIds),
      idsOf('Opportunity', wanted.opportunityIds),
    ];
    await this.#ask(questions);
    const longest = this.settings.cacheSeconds * 1000;
    for (const kind of [invitations, contacts, keys, emails, phones, leads, ids]) kind.remember(longest);
    return {
      invitation: (id) => invitations.get(id),
      contact: (id) => contacts.get(id),
      contactsWithKey: (key) => keys.get(key) ?? [],
      contactsWithEmail: (email) => emails.get(email) ?? [],
      contactsWithPhone: (phone) => phones.get(phone) ?? [],
      leadsWithEmail: (email) => leads.get(email) ?? [],
      existing: (id) => (id !== undefined && ids.get(id) === true ? id : undefined),
    };
  }

  /** The contacts into which those were merged that the org does not have. */
  async merged(contactIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const kind = new Kind<string | undefined>(this.#caches.masters, contactIds, undefined);
    if (kind.missing.length > 0) for (const [id, master] of await mergedContacts(this.#client, kind.missing)) kind.set(id, master);
    kind.remember(this.settings.cacheSeconds * 1000);
    return new Map(
      [...new Set(contactIds)].flatMap((id): [string, string][] => {
        const master = kind.get(id);
        return master === undefined ? [] : [[id, master]];
      }),
    );
  }

  /** Invitations and activity of contacts among which one has to be chosen; asked anew each time, for there are few. */
  standings(contactIds: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    return readStandings(this.#client, contactIds);
  }

  /** Forgets what is remembered about one answer: the org has shown that it is not so any more. */
  forget(answer: Pick<Answer, 'text'>): void {
    const clues = cluesOf(answer, this.settings);
    const { invitations, contacts, masters, keys, emails, phones, leads, ids } = this.#caches;
    if (clues.invitationId !== undefined) invitations.delete(clues.invitationId);
    if (clues.contactId !== undefined) {
      contacts.delete(clues.contactId);
      masters.delete(clues.contactId);
    }
    if (clues.contactKey !== undefined) keys.delete(clues.contactKey);
    if (clues.email !== undefined) {
      emails.delete(clues.email);
      leads.delete(clues.email);
    }
    if (clues.phone !== undefined) phones.delete(clues.phone);
    for (const id of [clues.accountId, clues.caseId, clues.opportunityId]) if (id !== undefined) ids.delete(id);
  }

  async #ask(questions: readonly Question[]): Promise<void> {
    const nameOf = ({ object, field }: Question): string => `${object}.${field}`;
    const wanted = questions.filter((question) => question.values.length > 0 && this.#refused.get(nameOf(question)) === undefined);
    const refusals = await ask(this.#client, wanted);
    for (const question of refusals.keys()) this.#refused.set(nameOf(question), true, this.settings.cacheSeconds * 1000);
    if (refusals.size > 0) this.telemetry.condition('match', [...refusals.values()].join('; '));
    else if (wanted.some(({ optional }) => optional !== undefined)) this.telemetry.condition('match');
  }

  /** Nothing is asked for a rule that is switched off. */
  #by(rule: MatchBy, values: readonly string[]): readonly string[] {
    return this.settings.rules.includes(rule) ? values : [];
  }

  #phonesOf(record: QueriedRecord): ReadonlySet<string> {
    const { phoneFields, phoneCountry } = this.settings;
    return new Set(phoneFields.flatMap((field) => normalisePhone(textOf(record[field]), phoneCountry) ?? []));
  }
}

function newCaches(most: number, now: () => number) {
  return {
    invitations: new TimedCache<FoundInvitation | undefined>(most, now),
    contacts: new TimedCache<FoundContact | undefined>(most, now),
    masters: new TimedCache<string | undefined>(most, now),
    keys: new TimedCache<Contacts>(most, now),
    emails: new TimedCache<Contacts>(most, now),
    phones: new TimedCache<Contacts>(most, now),
    leads: new TimedCache<readonly FoundLead[]>(most, now),
    ids: new TimedCache<boolean>(most, now),
  };
}

/** What is wanted of one kind: known from before, or asked for now. */
class Kind<Value> {
  readonly missing: readonly string[];
  readonly #cache: TimedCache<Value>;
  readonly #values = new Map<string, Value>();
  readonly #none: Value;

  constructor(cache: TimedCache<Value>, wanted: readonly string[], none: Value) {
    this.#cache = cache;
    this.#none = none;
    const missing: string[] = [];
    for (const key of new Set(wanted)) {
      const known = cache.get(key);
      if (known === undefined) missing.push(key);
      this.#values.set(key, known === undefined ? none : known.value);
    }
    this.missing = missing;
  }

  missingOf(keys: readonly string[]): readonly string[] {
    const missing = new Set(this.missing);
    return [...new Set(keys)].filter((key) => missing.has(key));
  }

  get(key: string | undefined): Value | undefined {
    return key === undefined ? undefined : this.#values.get(key);
  }

  /** Only what was asked for is kept: a query may bring more. */
  set(key: string, value: Value): void {
    if (this.#values.has(key)) this.#values.set(key, value);
  }

  /** That the org has nothing is believed for a fifth of the time: contacts appear. */
  remember(longestMs: number): void {
    for (const key of this.missing) {
      const value = this.#values.get(key) ?? this.#none;
      this.#cache.set(key, value, value === this.#none ? longestMs / 5 : longestMs);
    }
  }
}

function contactQuestion(field: string, more: readonly string[], values: readonly string[], take: Question['take']): Question {
  return { object: 'Contact', select: `SELECT ${[...contactFields, ...more].join(', ')} FROM Contact`, field, values, take };
}

function addContact(kind: Kind<Contacts>, key: string | undefined, record: QueriedRecord): void {
  const before = kind.get(key);
  const contact = foundContact(record);
  if (key !== undefined && before?.every(({ id }) => id !== contact.id)) kind.set(key, [...before, contact]);
}

function addLead(kind: Kind<readonly FoundLead[]>, record: QueriedRecord): void {
  const email = normaliseEmail(textOf(record['Email']));
  const before = kind.get(email);
  const id = String(record['Id']);
  // The answers of a lead that was converted are moved to its contact by the package, every night.
  if (email === undefined || before === undefined || before.some((lead) => lead.id === id)) return;
  kind.set(email, [...before, { id, modifiedAt: textOf(record['LastModifiedDate']) ?? '' }]);
}

function keyValue(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : textOf(value);
}
