import { collectionSize, sendComposite, type Collection, type WireRecord } from '../../salesforce/composite.ts';
import type { SalesforceClient } from '../../salesforce/client.ts';
import { reactionTo } from '../../salesforce/errorReactions.ts';
import type { RecordResult } from '../../salesforce/replies.ts';
import type { Assignment, ParentObject, Store } from '../../store/store.ts';
import { matchFields } from '../matchFields.ts';
import type { UnlinkedAnswer } from './unlinkedInOrg.ts';

/** An answer with somebody it belongs to after all. */
export interface Link {
  readonly answer: UnlinkedAnswer;
  readonly place: Assignment;
}

/** What became of some links. */
export interface Linked {
  readonly linked: number;
  /** Salesforce's codes of what it refuses for good, with how often. */
  readonly refused: ReadonlyMap<string, number>;
  /** True when something was not done only for now: it has to be tried again. */
  readonly again: boolean;
}

type LinkingStore = Pick<Store, 'knownParents' | 'rememberParents' | 'forgetParents' | 'knownAnswers' | 'assign'>;

/** Tries in one run: a lock, or a pulse that the org has deleted since, is over soon. */
const mostTries = 3;

const why = 'Matched again by the sync service: somebody with this address, number or key has appeared.';

/**
 * Gives answers to their people through overrides of the kind Move, so that each change has its record; then notes how it was matched,
 * in the org and in the store. Doing it twice does no harm: an answer that has a contact is not moved again.
 */
export async function linkAnswers(client: SalesforceClient, store: LinkingStore, links: readonly Link[]): Promise<Linked> {
  const refused = new Map<string, number>();
  let linked = 0;
  let left = links;
  for (let attempt = 1; left.length > 0 && attempt <= mostTries; attempt++) {
    const again: Link[] = [];
    for (let start = 0; start < left.length; start += collectionSize) {
      const batch = left.slice(start, start + collectionSize);
      const results = await move(client, store, batch);
      const done: Link[] = [];
      for (const [index, link] of batch.entries()) {
        const result = results[index];
        if (result?.success === true) done.push(link);
        else if (result !== undefined && isForGood(result)) refused.set(result.code, (refused.get(result.code) ?? 0) + 1);
        else again.push(link);
      }
      if (done.length > 0) await note(client, store, done);
      linked += done.length;
    }
    left = again;
  }
  return { linked, refused, again: left.length > 0 };
}

/** Missing pulses and the overrides in one call, in this order. */
async function move(client: SalesforceClient, store: LinkingStore, links: readonly Link[]): Promise<readonly RecordResult[]> {
  const accounts = await missing(store, 'AccountPulse__c', links, ({ place: { accountPulse } }) => [
    accountPulse.key,
    { Key__c: accountPulse.key, ...(accountPulse.accountId === undefined ? {} : { Account__c: accountPulse.accountId }) },
  ]);
  const contacts = await missing(store, 'ContactPulse__c', links, ({ place }) => [place.contactPulse.key, contactPulse(place)]);
  const overrides = links.map(({ answer, place }) => ({
    Response__c: answer.id,
    Kind__c: 'Move',
    ToContactPulse__r: { Key__c: place.contactPulse.key },
    Why__c: why,
  }));
  const collections: Collection[] = [
    { object: 'AccountPulse__c', records: [...accounts.values()] },
    { object: 'ContactPulse__c', records: [...contacts.values()] },
    { object: 'PulseOverride__c', records: overrides },
  ].filter(({ records }) => records.length > 0);
  const { saved } = await sendComposite(client, collections);
  for (const [index, { object }] of collections.entries()) {
    if (object !== 'AccountPulse__c' && object !== 'ContactPulse__c') continue;
    const keys = [...(object === 'AccountPulse__c' ? accounts : contacts).keys()];
    const present = keys.filter((_, at) => isThere(saved[index]?.[at]));
    if (present.length > 0) await store.rememberParents(object, present);
  }
  const results = saved.at(-1) ?? [];
  await forgetGone(store, links, results);
  return results;
}

/** Pulses that the store took to be there and the org does not have any more. */
async function forgetGone(store: LinkingStore, links: readonly Link[], results: readonly RecordResult[]): Promise<void> {
  const gone = links.filter((_, index) => {
    const result = results[index];
    return result?.success === false && reactionTo(result.code, result.message) === 'create parent';
  });
  if (gone.length === 0) return;
  await store.forgetParents(
    'AccountPulse__c',
    gone.map(({ place }) => place.accountPulse.key),
  );
  await store.forgetParents(
    'ContactPulse__c',
    gone.map(({ place }) => place.contactPulse.key),
  );
}

function contactPulse({ accountPulse, contactPulse: { key, contactId }, leadId }: Assignment): WireRecord {
  return {
    Key__c: key,
    AccountPulse__r: { Key__c: accountPulse.key },
    ...(contactId === undefined ? {} : { Contact__c: contactId }),
    ...(leadId === undefined ? {} : { Lead__c: leadId }),
  };
}

/** Records by key of parents that the org is not known to have, each once. */
async function missing(
  store: LinkingStore,
  object: ParentObject,
  links: readonly Link[],
  recordOf: (link: Link) => readonly [string, WireRecord],
): Promise<ReadonlyMap<string, WireRecord>> {
  const wanted = new Map(links.map(recordOf));
  const known = await store.knownParents(object, [...wanted.keys()]);
  return new Map([...wanted].filter(([key]) => !known.has(key)));
}

/** A parent that exists already is as good as one that was created. */
function isThere(result: RecordResult | undefined): boolean {
  return result !== undefined && (result.success || result.code === 'DUPLICATE_VALUE');
}

function isForGood(result: RecordResult): boolean {
  return !result.success && ['dead letter', 'match again', 'park'].includes(reactionTo(result.code, result.message));
}

async function note(client: SalesforceClient, store: LinkingStore, links: readonly Link[]): Promise<void> {
  const records = links.map(({ answer, place }) => ({
    ExternalId__c: answer.externalId,
    ...matchFields(place),
    // The account at the time of the answer stays where it was known.
    ...(answer.accountId === undefined && place.accountPulse.accountId !== undefined ? { Account__c: place.accountPulse.accountId } : {}),
  }));
  await sendComposite(client, [{ object: 'PulseResponse__c', externalIdField: 'ExternalId__c', records }]);
  const places = new Map(links.map(({ answer, place }) => [answer.externalId, place]));
  const known = await store.knownAnswers([...places.keys()]);
  const assignments = new Map<number, Assignment>();
  for (const { sequence, externalId, assignment } of known) {
    const place = places.get(externalId);
    // What it is about stays: only whose it is has changed.
    if (place !== undefined) assignments.set(sequence, { ...assignment, ...place, lookAgain: false });
  }
  if (assignments.size > 0) await store.assign(assignments);
}
