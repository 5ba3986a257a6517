import { asError } from '../errors.ts';
import { OrgUnavailable } from '../salesforce/errors.ts';
import { BatchWindow } from './batchWindow.ts';
import { PushClock } from './clock.ts';
import { Intake } from './intake.ts';
import { LoadDesk } from './load/loadDesk.ts';
import { keepNewerInOrg, mustBeLookedUp } from './newerInOrg.ts';
import { noteResults } from './noteResults.ts';
import { KnownParents } from './parents.ts';
import type { PushParts } from './parts.ts';
import { Pool, type PlannedCall } from './pool.ts';
import type { PushCounts } from './pushCounts.ts';
import { isComplete, type PushWork, type SaveError } from './pushWork.ts';
import { sendCall } from './sendCall.ts';
import { answerBackoff, settle, type SettleContext, type Settlement } from './settle.ts';

/** How one run of the stream goes. */
export interface RunOptions {
  readonly signal: AbortSignal;
  readonly counts: PushCounts;
  readonly advance: (answers: number) => void;
  /** True in the service: new answers are looked for while others are still on their way. */
  readonly live: boolean;
  /** Answers are looked for and matched before, and sent from then on; milliseconds since 1970. */
  readonly sendFrom?: number;
}

/** How long an answer that was tried often enough is left alone in the service, in first pauses of a request (500 ms: five minutes). */
const restInPauses = 600;
/** How often the service looks into the store without being told that there is something. */
const lookEveryMs = 1_000;
/** How long it is waited before it is asked again whether a load may begin. */
const holdMs = 100;
/** Traces of answers that one call is linked to at most. */
const mostLinks = 100;

/**
 * Brings waiting answers into the org: taken from the store in windows, matched, packed into calls by lanes, a bounded number of calls
 * in flight; above a threshold by a bulk load instead.
 */
export class Stream {
  readonly #parts: PushParts;
  readonly #clock: PushClock;
  readonly #known: KnownParents;
  readonly #intake: Intake;
  readonly #loads: LoadDesk;
  readonly #pool = new Pool();
  readonly #window: BatchWindow;
  /** Answers left alone until a time. */
  readonly #resting = new Map<number, number>();
  readonly #flights = new Set<Promise<void>>();
  #notify: (() => void) | undefined;
  #nextLook = 0;
  /** Nothing is sent before: what comes together travels together. */
  #sendFrom = 0;
  /** When the window ends of what is looked for next. */
  #windowEnd = 0;
  #cursor = 0;
  #found = 0;
  /** True while the last look through the store found something: it is looked through again when that is done. */
  #lookWhenEmpty = false;
  #failure: Error | undefined;
  #restReason: string | undefined;
  /** True after the org refused everything for its configuration: what was parked then wakes with the first success. */
  #refusedAll = false;

  constructor(parts: PushParts) {
    this.#parts = parts;
    this.#clock = new PushClock(parts.wait);
    this.#window = new BatchWindow(parts.settings.batchWindowMilliseconds);
    this.#known = new KnownParents(parts.store);
    this.#intake = new Intake(parts, this.#known);
    this.#loads = new LoadDesk(parts, this.#intake, this.#known, this.#clock);
  }

  get clock(): PushClock {
    return this.#clock;
  }

  /** There is something new: looked for after the batch window, so that what comes together travels together. @param since when it came in */
  wake(since?: number): void {
    const end = this.#window.endOf(since, this.#clock.now());
    const look = this.#window.lookBefore(end);
    if (look < this.#nextLook) [this.#nextLook, this.#windowEnd] = [look, end];
    this.#notify?.();
  }

  /**
   * Runs until nothing waits (that is not resting), or the signal is raised; calls that are on their way are always seen to their end.
   * @throws OrgUnavailable when the org takes nothing more; StoreUnavailable
   */
  async run(options: RunOptions): Promise<void> {
    this.#begin(options.sendFrom ?? 0);
    try {
      while (!options.signal.aborted && this.#failure === undefined) {
        this.#launch(options);
        if (this.#isDone()) break;
        await this.#somethingHappens(options.signal);
      }
    } finally {
      await Promise.all(this.#flights);
      this.#pool.removeWhere(() => true);
      this.#known.clear();
    }
    const failure: Error | undefined = this.#failure;
    if (failure !== undefined && !(options.signal.aborted && failure.name === 'AbortError')) throw failure;
    if (!options.live && this.#resting.size > 0)
      throw new OrgUnavailable(`The org kept refusing ${this.#resting.size} answers for now (first: ${this.#restReason ?? ''}).`);
  }

  #begin(sendFrom: number): void {
    this.#failure = undefined;
    this.#nextLook = 0;
    this.#sendFrom = sendFrom;
    this.#windowEnd = 0;
    this.#cursor = 0;
    this.#found = 0;
    this.#lookWhenEmpty = false;
    const now = this.#clock.now();
    for (const [sequence, until] of this.#resting) if (until <= now) this.#resting.delete(sequence);
    this.#loads.begin();
  }

  /** Nothing is on its way, nothing is left to be sent, and the last look through the store found nothing. */
  #isDone(): boolean {
    return (
      this.#flights.size === 0 && this.#pool.size === 0 && this.#cursor === 0 && !this.#lookWhenEmpty && this.#nextLook > this.#clock.now()
    );
  }

  /** Starts whatever can be started now. */
  #launch(options: RunOptions): void {
    const now = this.#clock.now();
    const { settings } = this.#parts;
    if (!this.#isFeeding && this.#wantsMore(now)) this.#fly(this.#feed(options), 'feed');
    const unknown = [...this.#pool.works()].filter((work) => mustBeLookedUp(work) && work.notBefore <= now && work.open === 0);
    if (unknown.length > 0 && !this.#isLookingUp) this.#fly(this.#lookUp(options, unknown), 'look up');
    while (now >= this.#sendFrom && this.#callsInFlight < settings.callsInFlight) {
      const call = this.#pool.nextCall(now, this.#known, this.#intake.own, this.#isBacklogComing);
      if (call === undefined) break;
      this.#fly(this.#send(options, call), 'call');
    }
  }

  /** More of a backlog is read, or will be as soon as a call is answered. */
  get #isBacklogComing(): boolean {
    return this.#cursor > 0 && (this.#isFeeding || this.#callsInFlight > 0);
  }

  #isFeeding = false;
  #isLookingUp = false;
  #callsInFlight = 0;

  #fly(work: Promise<void>, kind: 'feed' | 'look up' | 'call' | 'load'): void {
    const change = (by: 1 | -1): void => {
      if (kind === 'feed') this.#isFeeding = by === 1;
      else if (kind === 'look up') this.#isLookingUp = by === 1;
      else if (kind === 'call') this.#callsInFlight += by;
    };
    change(1);
    const flight = work
      .catch((thrown: unknown) => (this.#failure ??= asError(thrown)))
      .then(() => {
        change(-1);
        this.#flights.delete(flight);
        this.#notify?.();
      });
    this.#flights.add(flight);
  }

  #wantsMore(now: number): boolean {
    const { answersInMemory } = this.#parts.settings;
    if (this.#pool.size > answersInMemory / 2) return false;
    return this.#cursor > 0 || now >= this.#nextLook || (this.#lookWhenEmpty && this.#pool.size === 0);
  }

  /** Takes the next window of waiting answers, or hands them over to a load when they are many. */
  async #feed(options: RunOptions): Promise<void> {
    const { store, settings } = this.#parts;
    const scope = await this.#parts.scope();
    if (this.#cursor === 0) {
      this.#found = 0;
      this.#lookWhenEmpty = false;
      this.#nextLook = Number.POSITIVE_INFINITY;
      this.#sendFrom = Math.max(this.#sendFrom, this.#windowEnd);
      await this.#intake.checkOwnFields(this.#clock.now());
      const step = await this.#loads.next(scope, options, () => this.#isIdle());
      if (step === 'hold') {
        this.#nextLook = this.#clock.now() + holdMs;
        return;
      }
      // What a load leaves waits again.
      if (step !== 'none')
        this.#fly(
          step.run().then(() => void (this.#nextLook = 0)),
          'load',
        );
    }
    const limit = Math.max(1, settings.answersInMemory - this.#pool.size);
    const window = await store.waiting(this.#cursor, limit, scope);
    const fresh = window.filter(({ sequence }) => !this.#pool.has(sequence) && !this.#resting.has(sequence));
    this.#found += fresh.length;
    this.#cursor = window.length < limit ? 0 : (window.at(-1)?.sequence ?? 0);
    for (const work of await this.#intake.take(fresh, scope)) this.#pool.put(work);
    if (this.#cursor === 0) this.#lookAgain(options.live);
  }

  /** After the whole store was looked through: again once what was found is done, in the service also from time to time. */
  #lookAgain(live: boolean): void {
    this.#lookWhenEmpty = this.#found > 0;
    if (live && this.#pool.size > 0) {
      const pause = this.#pool.size < 200 ? lookEveryMs : 5 * lookEveryMs;
      this.#nextLook = Math.min(this.#nextLook, this.#clock.now() + pause);
    }
  }

  /** True when nothing of the stream is on its way; what only pauses between two tries goes back to the store. */
  #isIdle(): boolean {
    const now = this.#clock.now();
    this.#pool.removeWhere((work) => work.notBefore > now);
    return this.#pool.size === 0 && this.#callsInFlight === 0 && !this.#isLookingUp;
  }

  async #lookUp(options: RunOptions, works: readonly PushWork[]): Promise<void> {
    await keepNewerInOrg(this.#parts.client, works);
    const complete = works.filter(isComplete);
    if (complete.length > 0) this.#note(await settle(this.#settling(options), complete));
  }

  async #send(options: RunOptions, call: PlannedCall): Promise<void> {
    const { client, telemetry } = this.#parts;
    const { plan, works, size } = call;
    const links = [...new Set(works.flatMap(({ answer }) => answer.traceparent ?? []))].slice(0, mostLinks);
    const records = plan.collections.reduce((sum, tasks) => sum + tasks.length, plan.deletions.length);
    try {
      const results = await telemetry.trace('push', links, { records, answers: works.length }, () =>
        sendCall(client, plan, size, options.signal),
      );
      await this.#known.remember(noteResults(results));
      const settlement = await settle(this.#settling(options), works);
      this.#note(settlement);
      await this.#noteConfiguration(settlement, works);
    } finally {
      this.#pool.release(call);
    }
  }

  #note({ resting, restReason, stop }: Settlement): void {
    for (const sequence of resting) this.#resting.set(sequence, this.#clock.now() + restInPauses * this.#parts.client.retryBaseMs);
    this.#restReason ??= restReason;
    if (stop !== undefined) this.#failure ??= new OrgUnavailable(stop);
  }

  /** When the org refuses a whole call for its configuration, the rest would only be refused the same way. */
  async #noteConfiguration({ finished }: Settlement, works: readonly PushWork[]): Promise<void> {
    if (this.#refusedAll && finished.some(({ state }) => state === 'pushed')) {
      this.#refusedAll = false;
      await this.#parts.store.unpark();
      this.wake();
    }
    const [first] = finished;
    if (works.length < 10 || finished.length < works.length || finished.some(({ state }) => state !== 'parked')) return;
    this.#refusedAll = true;
    this.#failure ??= new OrgUnavailable(
      `The org refuses every answer (${first?.error?.code ?? ''}, ${first?.error?.reason ?? ''}). ` +
        'Check that the package is installed and that the user has the permission set Customer Pulse Integration.',
    );
  }

  #settling({ counts, advance }: RunOptions): SettleContext {
    const { store, worker, lookup, telemetry, backoff = answerBackoff(this.#parts.client.retryBaseMs) } = this.#parts;
    const [known, pool, now] = [this.#known, this.#pool, this.#clock.now()];
    const isOfOlderPackage = (error: SaveError): boolean => this.#intake.isOfOlderPackage(error);
    return { store, worker, lookup, telemetry, backoff, known, pool, counts, advance, now, isOfOlderPackage };
  }

  /** Waits for an answer of the org, for news, or for the next time at which something is to be done. */
  async #somethingHappens(signal: AbortSignal): Promise<void> {
    const now = this.#clock.now();
    const nextSend = this.#pool.size > 0 && this.#sendFrom > now ? this.#sendFrom : this.#pool.nextStart(now);
    const times = [nextSend, this.#isFeeding ? undefined : this.#nextLook].filter((time) => time !== undefined);
    const pause = Math.min(...times, now + 60_000) - now;
    const stop = new AbortController();
    const ended = AbortSignal.any([signal, stop.signal]);
    const happened = new Promise<void>((resolve) => (this.#notify = resolve));
    const timer = pause <= 0 && this.#flights.size > 0 ? happened : this.#pause(Math.max(pause, 1), ended);
    await Promise.race([happened, timer, new Promise<void>((resolve) => ended.addEventListener('abort', () => resolve(), { once: true }))]);
    this.#notify = undefined;
    stop.abort();
  }

  /** A test's own clock only moves while nothing is on its way. */
  #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (this.#parts.wait !== undefined && this.#flights.size > 0) return new Promise(() => undefined);
    return this.#clock.sleep(milliseconds, signal);
  }
}
