import { setImmediate as otherWork } from 'node:timers/promises';
import { asError, PulseError } from '../errors.ts';
import { WakeUp, type Loop } from '../loop.ts';
import { PlatformUnavailable } from '../sources/platformHttp.ts';
import type { Reading, Source } from '../sources/source.ts';
import type { DeliveryOutcome, StoredDelivery } from '../store/ports/deliveries.ts';
import type { Scope, Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

export interface ReaderParts {
  readonly store: Pick<Store, 'toRead' | 'settleDeliveries' | 'noteInvitationEvents'>;
  readonly sources: ReadonlyMap<string, Source>;
  /** The partitions this worker may work on now. */
  readonly scope: () => Scope;
  readonly telemetry: Telemetry;
  /** Deliveries of one source that are read at once. */
  readonly readers: number;
  /** How long it sleeps when there is nothing to read: others may store deliveries, too. */
  readonly pollMs: number;
  /** How many deliveries a second pour in (0: not so many that it matters): reading then leaves most of the time to receiving. */
  readonly pressure?: () => number;
  /** Told of the newest delivery that was read. @param at ISO 8601, UTC: when it came in */
  readonly came?: (source: string, at: string) => void;
  /** Called when answers were accepted. @param since when the first of their deliveries came in; milliseconds since 1970 */
  readonly accepted: (since: number) => void;
  readonly now?: () => Date;
}

const pageSize = 500;
/** What was read is settled after so long, also when more of the page is still being asked for. */
const settleAfterMs = 500;
/** And after so many answers: they are held in memory until then. */
const mostUnsettled = 1_000;
/** While deliveries pour in it reads this long at a time, and rests the longer the more there are: they and the push need the time. */
const pressedMs = 5;
const restFactor = (deliveriesASecond: number): number => Math.min(deliveriesASecond / 50, 40);
/** Longest stretch without a look at what else is to be done in the process. */
const breathMs = 5;
/** How long the store is left alone after a look that found nothing while something is being read. */
const pauseMs = 20;

/**
 * Understands stored deliveries: each ends as answers, as ignored, as a dead letter, or is tried again later. Sources are read side by
 * side, so that a platform that answers slowly holds up its own deliveries only.
 */
export class ReaderLoop implements Loop {
  readonly name = 'reader';
  readonly #parts: ReaderParts;
  readonly #now: () => Date;
  readonly #alarm = new WakeUp();
  readonly #busy = new Map<string, Promise<void>>();

  constructor(parts: ReaderParts) {
    this.#parts = parts;
    this.#now = parts.now ?? (() => new Date());
  }

  wake(): void {
    this.#alarm.call();
  }

  async run(signal: AbortSignal): Promise<void> {
    let failure: unknown;
    const failed = (thrown: unknown): void => {
      failure ??= thrown;
      this.wake();
    };
    try {
      while (!signal.aborted && failure === undefined) {
        const page = await this.#look();
        for (const [name, deliveries] of Map.groupBy(page, ({ source }) => source)) {
          if (!this.#busy.has(name)) this.#begin(name, deliveries, signal, failed);
        }
        if (page.length > 0) continue;
        if (!this.#areAllBusy && this.#busy.size > 0) await new WakeUp().sleep(pauseMs, signal);
        await this.#alarm.sleep(this.#parts.pollMs, signal);
      }
    } finally {
      await Promise.all(this.#busy.values());
    }
    if (failure !== undefined) throw asError(failure);
  }

  /** What can be read now. A look passes over everything that waits for the sources that are busy: it is not taken in vain. */
  async #look(): Promise<readonly StoredDelivery[]> {
    if (this.#areAllBusy) return [];
    return this.#parts.store.toRead(this.#parts.scope(), this.#now().toISOString(), pageSize, [...this.#busy.keys()]);
  }

  get #areAllBusy(): boolean {
    return this.#busy.size > 0 && [...this.#parts.sources.keys()].every((name) => this.#busy.has(name));
  }

  #begin(name: string, deliveries: readonly StoredDelivery[], signal: AbortSignal, failed: (thrown: unknown) => void): void {
    const work = this.#readAll(name, deliveries, signal)
      .catch(failed)
      .finally(() => {
        this.#busy.delete(name);
        this.wake();
      });
    this.#busy.set(name, work);
  }

  /** Reads deliveries of one source in their order, a few at once, and settles them in that order. */
  async #readAll(name: string, deliveries: readonly StoredDelivery[], signal: AbortSignal): Promise<void> {
    const { readers, pressure = () => 0 } = this.#parts;
    const source = this.#parts.sources.get(name);
    const newest = deliveries.at(-1);
    if (newest !== undefined) this.#parts.came?.(name, newest.receivedAt);
    let outcomes: DeliveryOutcome[] = [];
    let settled = 0;
    let begun = performance.now();
    let breathed = begun;
    for (let start = 0; start < deliveries.length && !signal.aborted; start += readers) {
      outcomes.push(...(await Promise.all(deliveries.slice(start, start + readers).map((delivery) => this.#read(source, delivery)))));
      if (performance.now() - breathed > breathMs) {
        await otherWork();
        breathed = performance.now();
      }
      const worked = performance.now() - begun;
      if (worked < (pressure() > 0 ? pressedMs : settleAfterMs) && answersIn(outcomes) < mostUnsettled) continue;
      await this.#settle(name, outcomes, deliveries[settled]);
      settled += outcomes.length;
      outcomes = [];
      if (pressure() > 0) await new WakeUp().sleep(Math.min(worked, 4 * pressedMs) * restFactor(pressure()), signal);
      begun = breathed = performance.now();
    }
    await this.#settle(name, outcomes, deliveries[settled]);
  }

  async #read(source: Source | undefined, delivery: StoredDelivery): Promise<DeliveryOutcome> {
    const { id } = delivery;
    if (source === undefined) {
      const reason = `No source named ${delivery.source} is configured. Configure it again and replay, or discard.`;
      return { id, kind: 'dead', code: 'SOURCE_UNKNOWN', reason };
    }
    const { telemetry } = this.#parts;
    try {
      const reading = await telemetry.trace('read delivery', [delivery.traceparent], { source: source.name }, () => source.read(delivery));
      telemetry.condition(`source ${source.name}`);
      // Noted before the delivery is settled: noting an event twice does no harm.
      if ('events' in reading) await this.#parts.store.noteInvitationEvents(reading.events);
      return outcomeOf(reading, delivery, source);
    } catch (thrown) {
      return this.#failed(source, delivery, thrown);
    }
  }

  /** A platform that is away is asked again; anything else is a defect, and its delivery a dead letter that can be replayed after an upgrade. */
  #failed(source: Source, { id, attempts }: StoredDelivery, thrown: unknown): DeliveryOutcome {
    const { telemetry } = this.#parts;
    if (thrown instanceof StoreUnavailable) throw thrown;
    if (thrown instanceof PlatformUnavailable) {
      telemetry.condition(`source ${source.name}`, thrown.message);
      const notBefore = new Date(this.#now().getTime() + pauseAfter(attempts, thrown.retryAfterMs)).toISOString();
      return { id, kind: 'later', notBefore, reason: thrown.message };
    }
    if (thrown instanceof PulseError) return { id, kind: 'dead', code: 'UNREADABLE', reason: thrown.message };
    // The message may quote what was delivered: only the kind and the place of the defect are told.
    const { name, stack } = asError(thrown);
    telemetry.log.error('a source failed', { source: source.name, delivery: id, error: name, at: placeOf(stack) });
    return {
      id,
      kind: 'dead',
      code: 'DEFECT',
      reason: `The source could not read it (${name} at ${placeOf(stack)}). Replay it after an upgrade.`,
    };
  }

  async #settle(source: string, outcomes: readonly DeliveryOutcome[], first: StoredDelivery | undefined): Promise<void> {
    if (outcomes.length === 0) return;
    const { store, telemetry, accepted } = this.#parts;
    const acceptances = await store.settleDeliveries(outcomes);
    const all = acceptances.flat();
    for (const [outcome, same] of Map.groupBy(outcomes, ({ kind }) => kind)) {
      telemetry.count('customer_pulse_readings_total', same.length, { source, outcome });
    }
    for (const [outcome, same] of Map.groupBy(all, (acceptance) => acceptance)) {
      telemetry.count('customer_pulse_answers_accepted_total', same.length, { source, outcome });
    }
    if (all.length > 0) accepted(first === undefined ? this.#now().getTime() : Date.parse(first.receivedAt));
  }
}

function outcomeOf(reading: Reading, { id }: StoredDelivery, { anonymous }: Source): DeliveryOutcome {
  if ('problem' in reading) {
    const { problem: reason, answers } = reading;
    return { id, kind: 'dead', code: 'UNREADABLE', reason, ...(answers === undefined ? {} : { answers }) };
  }
  if ('ignored' in reading) return { id, kind: 'ignored', reason: reading.ignored };
  return { id, kind: 'read', answers: reading.answers, ...(anonymous ? { reduce: true } : {}) };
}

function answersIn(outcomes: readonly DeliveryOutcome[]): number {
  return outcomes.reduce((sum, outcome) => sum + ('answers' in outcome ? (outcome.answers ?? []).length : 0), 0);
}

/** 5 s, doubled with each failure up to 15 minutes, spread by a fifth; or what the platform asks for. */
function pauseAfter(attempts: number, asked: number | undefined): number {
  const pause = Math.min(5_000 * 2 ** Math.min(attempts, 10), 900_000) * (0.9 + Math.random() * 0.2);
  return Math.max(pause, asked ?? 0);
}

/** File and line of the first frame of a stack. */
function placeOf(stack: string | undefined): string {
  return /([\w.-]+\.[jt]s:\d+)/.exec(stack ?? '')?.[1] ?? 'an unknown place';
}
