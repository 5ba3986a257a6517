import { matchAnswers, type AssignedAnswer } from '../match/matchAnswers.ts';
import { OrgLookup } from '../match/orgLookup.ts';
import { pauseBefore, waitFor, type BackoffPolicy, type Wait } from '../salesforce/backoff.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import { OrgUnavailable } from '../salesforce/errors.ts';
import type { Assignment, ParentObject, PushOutcome, Store } from '../store/store.ts';
import { parentsOf } from './parents.ts';
import { pushPass } from './pushPass.ts';
import { pushWork, type PushWork } from './pushWork.ts';
import { verdictOn } from './verdict.ts';

/** Answers taken from the store at a time: enough to fill calls, few enough to hold in memory with their comments. */
const windowSize = 5_000;

/** What a push has done so far. */
export interface PushCounts {
  created: number;
  updated: number;
  /** Left alone, since the org has a newer version. */
  kept: number;
}

export interface PushOptions {
  readonly store: Store;
  readonly client: SalesforceClient;
  /** Counted up while the push runs, so that they are right also when it is cut short. */
  readonly counts: PushCounts;
  /** Called with the number of answers that have reached their end. */
  readonly advance?: (answers: number) => void;
  readonly wait?: Wait;
  readonly backoff?: BackoffPolicy;
}

/**
 * Pushes every waiting answer: matched, then sent with its parents and reasons, each ending pushed, parked, as a dead letter, or
 * still waiting.
 * @throws OrgUnavailable when the org takes nothing more; what was done until then is stored and counted
 */
export async function pushWaiting(options: PushOptions): Promise<void> {
  const { store, client } = options;
  const lookup = new OrgLookup(client);
  for (let after = 0; ;) {
    const window = await store.waiting(after, windowSize);
    const last = window.at(-1);
    if (last === undefined) return;
    after = last.sequence;
    const assigned = await matchAnswers(store, lookup, window);
    await pushWindow(options, assigned);
  }
}

async function pushWindow(options: PushOptions, answers: readonly AssignedAnswer[]): Promise<void> {
  // Answers of one account stand together, so that few collections touch the same parent.
  const byParent = answers
    .map((answer) => ({ answer, order: parentOrder(answer) }))
    .sort((one, other) => (one.order < other.order ? -1 : 1));
  let works = byParent.map(({ answer }) => pushWork(answer));
  while (works.length > 0) {
    const settlements: Settlement[] = [];
    const settled = async (done: readonly PushWork[]): Promise<void> => void settlements.push(await settle(options, done));
    await pushPass({ client: options.client, store: options.store, settled }, works);
    const gaveUp = settlements.flatMap((settlement) => settlement.gaveUp);
    if (gaveUp.length > 0) throw new OrgUnavailable(`The org kept refusing ${gaveUp.length} answers for now (first: ${gaveUp[0] ?? ''}).`);
    works = settlements.flatMap((settlement) => settlement.again);
    if (works.length > 0 && settlements.some((settlement) => settlement.pause)) await pauseBeforePass(options, works);
  }
}

function parentOrder({ assignment }: AssignedAnswer): string {
  return `${assignment.accountPulse.key} ${assignment.contactPulse.key}`;
}

interface Settlement {
  readonly again: readonly PushWork[];
  readonly gaveUp: readonly string[];
  readonly pause: boolean;
}

/** Stores what has ended, prepares what is to be tried again. */
async function settle({ store, counts, advance }: PushOptions, works: readonly PushWork[]): Promise<Settlement> {
  const outcomes: PushOutcome[] = [];
  const again: PushWork[] = [];
  const gaveUp: string[] = [];
  const assignments = new Map<number, Assignment>();
  const forget: PushWork[] = [];
  let pause = false;
  let stop: string | undefined;
  for (const work of works) {
    const verdict = verdictOn(work);
    if (verdict.kind === 'finished') {
      outcomes.push(verdict.outcome);
      if (work.counted !== undefined) counts[work.counted]++;
    } else if (verdict.kind === 'again') {
      again.push(work);
      pause ||= verdict.pause;
      if (verdict.forgetParents) forget.push(work);
      if (verdict.assignment !== undefined) {
        work.answer = { ...work.answer, assignment: verdict.assignment };
        assignments.set(work.answer.sequence, verdict.assignment);
      }
    } else if (verdict.kind === 'give up') gaveUp.push(verdict.reason);
    else stop = verdict.reason;
  }
  if (outcomes.length > 0) await store.finish(outcomes);
  if (assignments.size > 0) await store.assign(assignments);
  await forgetParents(store, forget);
  advance?.(outcomes.length);
  if (stop !== undefined) throw new OrgUnavailable(stop);
  refuseIfAllParked(outcomes, works);
  return { again, gaveUp, pause };
}

async function forgetParents(store: Store, works: readonly PushWork[]): Promise<void> {
  const keys = new Map<ParentObject, string[]>();
  for (const { object, key } of works.flatMap((work) => parentsOf(work.answer))) keys.set(object, [...(keys.get(object) ?? []), key]);
  for (const [object, missing] of keys) await store.forgetParents(object, missing);
}

/** When the org refuses a whole call for its configuration, the rest would only be refused the same way. */
function refuseIfAllParked(outcomes: readonly PushOutcome[], works: readonly PushWork[]): void {
  const [first] = outcomes;
  if (works.length < 10 || outcomes.length < works.length || outcomes.some(({ state }) => state !== 'parked')) return;
  throw new OrgUnavailable(
    `The org refuses every answer (${first?.error?.code ?? ''}, ${first?.error?.reason ?? ''}). ` +
      'Check that the package is installed and that the user has the permission set Customer Pulse Integration.',
  );
}

async function pauseBeforePass({ wait = waitFor, backoff }: PushOptions, works: readonly PushWork[]): Promise<void> {
  const failures = Math.max(1, ...works.map((work) => work.failures));
  await wait(pauseBefore(failures, backoff ?? { baseMs: 500, longestMs: 30_000, attempts: 0 }, Math.random));
}
