import { setImmediate as breath } from 'node:timers/promises';
import { matchAnswers } from '../../match/matchAnswers.ts';
import type { BulkLoad } from '../../store/ports/bulkLoads.ts';
import type { Scope } from '../../store/store.ts';
import type { PushClock } from '../clock.ts';
import type { Intake } from '../intake.ts';
import type { KnownParents } from '../parents.ts';
import type { PushParts } from '../parts.ts';
import type { RunOptions } from '../stream.ts';
import { leaseMs, LoadRun } from './loadRun.ts';

/** What the stream is to do about loads: nothing, wait until what is on its way has arrived, or let one run beside it. */
export type LoadStep = 'none' | 'hold' | { run(): Promise<void> };

/** Answers matched at a time before a load: as many as one call can look up addresses. */
const windowSize = 1_000;
/** How long answers go by the stream after a load that brought nothing into the org. */
const streamOnlyMs = 600_000;
/** How often it is looked for loads whose worker died. */
const takeOverEveryMs = 15_000;
/** While answers keep coming in, a load waits for them this long at most. */
const gatherMs = 10_000;

/** Decides when answers go by a bulk load. One load at a time in a process; while it runs, further masses wait for the next one. */
export class LoadDesk {
  readonly #parts: PushParts;
  readonly #intake: Intake;
  readonly #known: KnownParents;
  readonly #clock: PushClock;
  #running = false;
  #streamOnlyUntil = 0;
  #nextTakeOver = 0;
  #gathering: { readonly since: number; count: number } | undefined;

  constructor(parts: PushParts, intake: Intake, known: KnownParents, clock: PushClock) {
    this.#parts = parts;
    this.#intake = intake;
    this.#known = known;
    this.#clock = clock;
  }

  /** A new run of the stream: loads that were left behind are looked for at once. */
  begin(): void {
    this.#nextTakeOver = 0;
  }

  /** @param isIdle whether nothing of the stream is on its way, so that no answer goes both ways */
  async next(scope: Scope, options: RunOptions, isIdle: () => boolean): Promise<LoadStep> {
    const { store, settings, worker } = this.#parts;
    const now = this.#clock.now();
    if (!this.#running && now >= this.#nextTakeOver) {
      this.#nextTakeOver = now + takeOverEveryMs;
      const [left] = await store.takeLoads(worker, leaseMs);
      if (left !== undefined) return this.#start(left, options);
    }
    if (settings.bulkFrom === 0 || now < this.#streamOnlyUntil) return 'none';
    const waiting = await store.waitingCount(scope, options.live ? 1_000_000 : settings.bulkFrom + 1);
    if (waiting <= settings.bulkFrom) {
      this.#gathering = undefined;
      return 'none';
    }
    if (this.#running || !isIdle() || (options.live && this.#isGathering(waiting, now))) return 'hold';
    this.#gathering = undefined;
    await this.#matchAll(scope, options.signal);
    const load = await store.beginLoad(worker, scope, settings.answersPerLoad, leaseMs);
    return load === undefined ? 'none' : this.#start(load, options);
  }

  /** A mass comes in bit by bit: one load later is better than several now. */
  #isGathering(waiting: number, now: number): boolean {
    const before = this.#gathering;
    this.#gathering = { since: before?.since ?? now, count: waiting };
    if (before === undefined) return true;
    return waiting > before.count && now - before.since < gatherMs;
  }

  async #matchAll(scope: Scope, signal: AbortSignal): Promise<void> {
    const { store, lookup } = this.#parts;
    for (let after = 0; !signal.aborted;) {
      const window = await store.waiting(after, windowSize, scope);
      const last = window.at(-1);
      if (last === undefined) return;
      after = last.sequence;
      await matchAnswers(store, lookup, await this.#intake.parkBlocked(window));
      // Webhooks are taken in between.
      await breath();
    }
  }

  #start(load: BulkLoad, options: RunOptions): LoadStep {
    this.#running = true;
    const run = new LoadRun(this.#parts, this.#intake, this.#known, this.#clock, load, options);
    return {
      run: async () => {
        try {
          const moved = await run.run();
          if (moved === 0 && load.answers > 0) this.#streamOnlyUntil = this.#clock.now() + streamOnlyMs;
        } finally {
          this.#running = false;
        }
      },
    };
  }
}
