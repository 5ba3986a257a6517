import { decideAll } from '../match/matchAnswers.ts';
import type { OrgLookup } from '../match/orgLookup.ts';
import { pauseBefore, type BackoffPolicy } from '../salesforce/backoff.ts';
import { OrgUnavailable } from '../salesforce/errors.ts';
import type { Assignment, PushOutcome, Store } from '../store/store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { parentsOf, type KnownParents } from './parents.ts';
import type { Pool } from './pool.ts';
import type { PushCounts } from './pushCounts.ts';
import type { PushWork, SaveError } from './pushWork.ts';
import { verdictOn, type Verdict } from './verdict.ts';

/** Pauses of one answer between its tries: shorter than those of a call, since the org as such answers. */
export function answerBackoff(retryBaseMs: number): BackoffPolicy {
  return { baseMs: retryBaseMs, longestMs: 120 * retryBaseMs, attempts: 0 };
}

/** What settling needs and changes. */
export interface SettleContext {
  readonly store: Store;
  readonly worker: string | undefined;
  readonly lookup: OrgLookup;
  readonly known: KnownParents;
  readonly pool: Pool;
  readonly counts: PushCounts;
  readonly backoff: BackoffPolicy;
  readonly telemetry: Telemetry;
  readonly advance: (answers: number) => void;
  /** True for an error that goes away by leaving out a field that the org's version of the package does not have. */
  readonly isOfOlderPackage: (error: SaveError) => boolean;
  /** Milliseconds since 1970, as the push sees it. */
  readonly now: number;
}

/** What a call came to, besides what was stored. */
export interface Settlement {
  readonly finished: readonly PushOutcome[];
  /** Sequences of answers that rest, with the reason of the first. */
  readonly resting: readonly number[];
  readonly restReason: string | undefined;
  /** Why nothing more can be sent. */
  readonly stop: string | undefined;
}

/** Stores what has ended, and prepares what is to be tried again. Works that are done leave the pool. */
export async function settle(context: SettleContext, works: readonly PushWork[]): Promise<Settlement> {
  const { store, pool, lookup, known, telemetry } = context;
  const finished: PushOutcome[] = [];
  const resting: number[] = [];
  const homeless = new Map<PushWork, Assignment>();
  const orphans: PushWork[] = [];
  let restReason: string | undefined;
  let stop: string | undefined;
  const done: PushWork[] = [];
  for (const work of works) {
    const verdict: Verdict =
      work.error !== undefined && context.isOfOlderPackage(work.error) ? { kind: 'again', pause: false } : verdictOn(work);
    if (verdict.kind === 'finished') {
      finished.push(verdict.outcome);
      done.push(work);
    } else if (verdict.kind === 'again') {
      if (verdict.pause) work.notBefore = context.now + pauseBefore(work.failures, context.backoff, Math.random);
      if (work.error !== undefined) telemetry.count('customer_pulse_api_retries_total', 1, { code: work.error.code });
      if (verdict.forgetParents === true) orphans.push(work);
    } else if (verdict.kind === 'match again') {
      telemetry.count('customer_pulse_api_retries_total', 1, { code: work.error?.code ?? '' });
      homeless.set(work, verdict.assignment);
    } else if (verdict.kind === 'rest') {
      resting.push(work.answer.sequence);
      restReason ??= verdict.reason;
      pool.remove(work.answer.sequence);
    } else stop ??= verdict.reason;
  }
  if (homeless.size > 0) {
    for (const { answer } of homeless.keys()) lookup.forget(answer.answer);
    const places = await placesAgain(lookup, homeless);
    for (const [work, assignment] of places) {
      work.answer = { ...work.answer, assignment };
      pool.put(work);
    }
    await known.learn([...places.keys()].map(({ answer }) => answer));
    await store.assign(new Map([...places].map(([{ answer }, assignment]) => [answer.sequence, assignment])));
  }
  await known.forget(orphans.flatMap((work) => parentsOf(work.answer)));
  await finishWorks(context, done, finished);
  return { finished, resting, restReason, stop };
}

/** How often an answer is matched again before it is taken for nobody's. */
const mostMatches = 3;

/** Where they belong by what the org has now; an answer whose place is the one that was refused gets the other one given. */
async function placesAgain(lookup: OrgLookup, homeless: ReadonlyMap<PushWork, Assignment>): Promise<ReadonlyMap<PushWork, Assignment>> {
  const asked = [...homeless.keys()].filter(({ response, failures }) => response === 'create' && failures <= mostMatches);
  const found = await decideAll(
    lookup,
    asked.map(({ answer }) => answer.answer),
  ).catch((thrown: unknown) => {
    // It cannot be asked just now: what is linked to nobody is looked up again later anyway.
    if (thrown instanceof OrgUnavailable) return [];
    throw thrown;
  });
  const places = new Map(homeless);
  for (const [index, { decision, links }] of found.entries()) {
    const work = asked[index];
    if (work === undefined || 'anonymousPrefix' in decision) continue;
    const { optedOut } = work.answer.assignment;
    const place: Assignment = { ...decision, ...links, ...(optedOut === undefined ? {} : { optedOut }) };
    if (whereTo(place) !== whereTo(work.answer.assignment)) places.set(work, place);
  }
  return places;
}

function whereTo({ accountPulse, contactPulse, leadId, caseId, opportunityId, invitationId }: Assignment): string {
  return [accountPulse.key, contactPulse.key, leadId, caseId, opportunityId, invitationId].join(' ');
}

async function finishWorks(context: SettleContext, works: readonly PushWork[], outcomes: readonly PushOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const { store, pool, counts, telemetry, worker } = context;
  await (worker === undefined ? store.finish(outcomes) : store.finish(outcomes, worker));
  const now = Date.now();
  for (const [index, work] of works.entries()) {
    pool.remove(work.answer.sequence);
    const state = outcomes[index]?.state;
    if (work.counted !== undefined) counts[work.counted]++;
    telemetry.count('customer_pulse_answers_pushed_total', 1, {
      outcome: state === 'pushed' ? (work.counted ?? 'updated') : (state ?? 'pushed'),
    });
    if (state === 'pushed')
      telemetry.observe('customer_pulse_answer_seconds', Math.max(0, now - Date.parse(work.answer.receivedAt)) / 1000);
  }
  context.advance(outcomes.length);
}
