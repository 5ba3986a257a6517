import { collectionSize, queryAll, sendComposite, type Collection } from '../salesforce/composite.ts';
import { reactionTo } from '../salesforce/errorReactions.ts';
import { OrgUnavailable, withoutAddresses } from '../salesforce/errors.ts';
import type { RecordResult } from '../salesforce/replies.ts';
import { queriesByValue } from '../salesforce/soql.ts';
import type { Assignment, PushOutcome, StoredAnswer } from '../store/store.ts';
import { cluesOf } from './clues.ts';
import { nothingWanted, type OrgLookup } from './orgLookup.ts';

type Assigned = StoredAnswer & { readonly assignment: Assignment };

/** One thing to be written because somebody asks not to be asked again. */
interface Wish {
  readonly object: 'PulseDoNotAsk__c' | 'Contact' | 'Lead';
  /** The address, or the record's id. */
  readonly key: string;
}

const keyFields = { PulseDoNotAsk__c: 'Key__c', Contact: 'Id', Lead: 'Id' } as const;
const wishFields = { PulseDoNotAsk__c: 'Program__c', Contact: 'PulseOptOut__c', Lead: 'PulseOptOut__c' } as const;

/** Tries of a record that is locked or the like, before the answers have to wait. */
const mostTries = 3;

/** What came of the wishes in a batch of answers. */
export interface OptOuts {
  /** Sequences of the answers whose wish the org has now; noted with the answer, so that it is written once: people may take it back. */
  readonly written: ReadonlySet<number>;
  /** Answers whose wish the org refuses. They must not pass for done: visible, and replayed once the org takes it. */
  readonly refused: readonly PushOutcome[];
}

/**
 * Writes the wishes not to be asked again (`doNotContact`) where RequestSurvey looks: the do-not-ask list gets the answer's address
 * and the contact's own. Written before the answer itself, so that nothing can come between.
 * @throws OrgUnavailable when the org cannot be asked
 */
export async function writeOptOuts(lookup: OrgLookup, answers: readonly Assigned[]): Promise<OptOuts> {
  const { optOut } = lookup.settings;
  const wishing = answers.filter(({ answer, assignment }) => answer.doNotContact === true && assignment.optedOut !== true);
  if (wishing.length === 0 || optOut === 'ignore') return { written: new Set(), refused: [] };
  const found = await lookup.find({
    ...nothingWanted,
    contactIds: wishing.flatMap(({ assignment }) => assignment.contactPulse.contactId ?? []),
  });
  const wishesOf = ({ answer, assignment }: Assigned): readonly Wish[] => {
    const { contactId } = assignment.contactPulse;
    const addresses = new Set([cluesOf(answer, lookup.settings).email, found.contact(contactId)?.email]);
    const people: Wish[] = [
      ...(contactId === undefined ? [] : [{ object: 'Contact', key: contactId } as const]),
      ...(assignment.leadId === undefined ? [] : [{ object: 'Lead', key: assignment.leadId } as const]),
    ];
    return [
      ...[...addresses].flatMap((key) => (key === undefined ? [] : [{ object: 'PulseDoNotAsk__c', key } as const])),
      ...(optOut === 'contact' ? people : []),
    ];
  };
  const failed = await write(lookup, new Map(wishing.flatMap(wishesOf).map((wish) => [nameOf(wish), wish])));
  tellOfPeople(lookup, failed, wishing.flatMap(wishesOf));
  const written = new Set<number>();
  const refused: PushOutcome[] = [];
  for (const answer of wishing) {
    const failure = wishesOf(answer).flatMap((wish) => (wish.object === 'PulseDoNotAsk__c' ? (failed.get(nameOf(wish)) ?? []) : []))[0];
    if (failure === undefined) written.add(answer.sequence);
    else refused.push({ sequence: answer.sequence, contentHash: answer.contentHash, ...failure });
  }
  return { written, refused };
}

type Failure = Pick<PushOutcome, 'state' | 'error'>;

/** The list alone keeps the wish: a contact or lead that the service may not change holds no answer back. */
function tellOfPeople({ telemetry, settings }: OrgLookup, failed: ReadonlyMap<string, Failure>, wishes: readonly Wish[]): void {
  if (settings.optOut !== 'contact') return;
  const [failure] = wishes.flatMap((wish) => (wish.object === 'PulseDoNotAsk__c' ? [] : (failed.get(nameOf(wish)) ?? [])));
  const words = failure?.error && `${failure.error.code}: ${failure.error.reason}. The address is on the do-not-ask list.`;
  telemetry.condition('opt-outs', words && `${words} Let the user of the sync service edit it, or set match.optOut to doNotAskList.`);
}

/** How a wish is written: `create` first, for the list belongs to whoever put an address on it; `update` where that is not enough. */
interface Step {
  readonly wish: Wish;
  readonly mode: 'create' | 'update';
}

/** @returns the failures that repeating does not heal, by the name of the wish */
async function write(lookup: OrgLookup, wishes: ReadonlyMap<string, Wish>): Promise<ReadonlyMap<string, Failure>> {
  const failed = new Map<string, Failure>();
  let left = [...wishes.values()].map((wish): Step => ({ wish, mode: wish.object === 'PulseDoNotAsk__c' ? 'create' : 'update' }));
  for (let attempt = 1; left.length > 0; attempt++) {
    const again: Step[] = [];
    const listed: Wish[] = [];
    let because: string | undefined;
    for (const part of collectionsOf(left)) {
      const [results = []] = (await sendComposite(lookup.client, [asCollection(part)])).saved;
      for (const [index, step] of part.entries()) {
        const result = results[index];
        if (result === undefined || result.success) continue;
        const failure = failureOf(step.wish, result);
        if (step.mode === 'create' && result.code === 'DUPLICATE_VALUE') listed.push(step.wish);
        else if (failure !== undefined) failed.set(nameOf(step.wish), failure);
        else {
          again.push(step);
          because = result.code;
        }
      }
    }
    for (const wish of await narrower(lookup, listed)) again.push({ wish, mode: 'update' });
    if (because !== undefined && attempt >= mostTries)
      throw new OrgUnavailable(`Wishes not to be asked again cannot be written for now (${because}). The answers wait.`);
    left = again;
  }
  return failed;
}

/** Those on the list already that are asked by some surveys still. */
async function narrower({ client }: OrgLookup, wishes: readonly Wish[]): Promise<readonly Wish[]> {
  if (wishes.length === 0) return [];
  const queries = queriesByValue(
    'SELECT Key__c, Program__c FROM PulseDoNotAsk__c',
    'Key__c',
    wishes.map(({ key }) => key),
  );
  const all = new Set(
    (await queryAll(client, queries)).flatMap((record) => (record['Program__c'] === 'All' ? [String(record['Key__c'])] : [])),
  );
  return wishes.filter(({ key }) => !all.has(key));
}

function collectionsOf(steps: readonly Step[]): Step[][] {
  const kinds = [...Map.groupBy(steps, ({ wish, mode }) => `${wish.object} ${mode}`).values()];
  return kinds.flatMap((some) =>
    Array.from({ length: Math.ceil(some.length / collectionSize) }, (_, at) => some.slice(at * collectionSize, (at + 1) * collectionSize)),
  );
}

function asCollection(steps: readonly Step[]): Collection {
  const {
    wish: { object },
    mode,
  } = steps[0] ?? { wish: { object: 'PulseDoNotAsk__c' as const }, mode: 'create' as const };
  const records = steps.map(({ wish: { key } }) => ({ [keyFields[object]]: key, [wishFields[object]]: 'All' }));
  return { object, ...(mode === 'update' ? { externalIdField: keyFields[object] } : {}), records };
}

/** Undefined for what is worth another try. */
function failureOf({ object }: Wish, { code, message }: Exclude<RecordResult, { success: true }>): Failure | undefined {
  const error = { code, reason: `${object}: the wish not to be asked again was refused: ${withoutAddresses(message)}` };
  switch (reactionTo(code, message)) {
    case 'park':
      return { state: 'parked', error };
    case 'dead letter':
    case 'match again':
      return { state: 'dead', error };
    default:
      return undefined;
  }
}

function nameOf({ object, key }: Wish): string {
  return `${object} ${key}`;
}
