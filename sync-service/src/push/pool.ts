import { reasonKey } from '../match/keys.ts';
import { collectionSize } from '../salesforce/composite.ts';
import { CallBuilder, type CallPlan } from './callPlan.ts';
import { mustBeLookedUp } from './newerInOrg.ts';
import { parentName, type KnownParents } from './parents.ts';
import { laneOf, type PushWork } from './pushWork.ts';
import type { SaveTask } from './saveTask.ts';
import { changedResponseRecord, newResponseRecord, reasonRecord, type OwnFields } from './wireRecords.ts';

/** A call that is about to be sent, with what nobody else may touch until it is answered. */
export interface PlannedCall {
  readonly plan: CallPlan;
  /** Answers of which something is in the call. */
  readonly works: readonly PushWork[];
  readonly lanes: ReadonlySet<string>;
  readonly parents: ReadonlySet<string>;
  readonly size: number;
}

/**
 * Answers that are being pushed, in lanes: those of one account pulse stand together and are in one call at a time, so that no two
 * calls fight for the lock of one parent.
 */
export class Pool {
  readonly #lanes = new Map<string, Map<number, PushWork>>();
  readonly #laneOf = new Map<number, string>();
  readonly #busyLanes = new Set<string>();
  readonly #busyParents = new Set<string>();

  get size(): number {
    return this.#laneOf.size;
  }

  has(sequence: number): boolean {
    return this.#laneOf.has(sequence);
  }

  *works(): Generator<PushWork> {
    for (const lane of this.#lanes.values()) yield* lane.values();
  }

  /** Puts a work into its lane; one whose place has changed moves. */
  put(work: PushWork): void {
    const { sequence } = work.answer;
    const lane = laneOf(work);
    if (this.#laneOf.get(sequence) !== lane) this.remove(sequence);
    const works = this.#lanes.get(lane) ?? new Map<number, PushWork>();
    works.set(sequence, work);
    this.#lanes.set(lane, works);
    this.#laneOf.set(sequence, lane);
  }

  remove(sequence: number): void {
    const lane = this.#laneOf.get(sequence);
    if (lane === undefined) return;
    this.#laneOf.delete(sequence);
    const works = this.#lanes.get(lane);
    works?.delete(sequence);
    if (works?.size === 0) this.#lanes.delete(lane);
  }

  /** Drops works that are not wanted any more and are not in a call. */
  removeWhere(unwanted: (work: PushWork) => boolean): void {
    for (const work of [...this.works()]) if (!this.#busyLanes.has(laneOf(work)) && unwanted(work)) this.remove(work.answer.sequence);
  }

  /** When the next of the works that pause may be sent; `undefined` when none pauses. */
  nextStart(now: number): number | undefined {
    let next: number | undefined;
    for (const { notBefore } of this.works()) if (notBefore > now && (next === undefined || notBefore < next)) next = notBefore;
    return next;
  }

  /**
   * Fills the next call from lanes that no call is in, oldest first, and holds them until `release`. Once a call has no room for whole
   * accounts, its collections are filled up with parents of accounts that come later. A call that could carry more waits for what another
   * one holds up, and for what is about to come from the store: two half-full calls would be one too many.
   */
  nextCall(now: number, known: KnownParents, own: OwnFields, moreToCome = false): PlannedCall | undefined {
    let size: number | undefined;
    let builder = new CallBuilder(collectionSize);
    const works = new Set<PushWork>();
    const lanes = new Set<string>();
    const parents = new Set<string>();
    for (const [lane, members] of this.#lanes) {
      if (this.#busyLanes.has(lane)) continue;
      for (const work of members.values()) {
        if (work.notBefore > now || (size !== undefined && work.collectionSize !== size) || mustBeLookedUp(work)) continue;
        const missing = known.missingOf(work.answer);
        if (missing.some((need) => this.#busyParents.has(parentName(need)))) continue;
        if (size === undefined) builder = new CallBuilder((size = work.collectionSize));
        let fits = true;
        for (const need of missing) {
          fits = builder.add(known.taskFor(need, work.answer));
          if (!fits) break;
          parents.add(parentName(need));
          lanes.add(lane);
        }
        if (!fits) continue;
        const added = addOwn(builder, work, own);
        if (added > 0) {
          work.open = added;
          work.error = undefined;
          works.add(work);
          lanes.add(lane);
        }
      }
      if (builder.isFull) break;
    }
    if (builder.isEmpty || size === undefined) return undefined;
    if (!builder.isWellFilled && (moreToCome || this.#waitsInBusyLanes(now))) {
      for (const work of works) work.open = 0;
      return undefined;
    }
    for (const lane of lanes) this.#busyLanes.add(lane);
    for (const parent of parents) this.#busyParents.add(parent);
    return { plan: builder.plan(), works: [...works], lanes, parents, size };
  }

  /** True when a call that is on its way holds up something that could go with the next one. */
  #waitsInBusyLanes(now: number): boolean {
    for (const lane of this.#busyLanes)
      for (const work of this.#lanes.get(lane)?.values() ?? []) if (work.open === 0 && work.notBefore <= now) return true;
    return false;
  }

  /** The call was answered (or lost for good): its lanes are free. */
  release({ lanes, parents }: PlannedCall): void {
    for (const lane of lanes) this.#busyLanes.delete(lane);
    for (const parent of parents) this.#busyParents.delete(parent);
  }
}

/** @returns how many records of the answer itself went into the call */
function addOwn(builder: CallBuilder, work: PushWork, own: OwnFields): number {
  let added = 0;
  if (work.response !== 'saved') {
    if (!builder.add(responseTask(work, own))) return 0;
    added++;
  }
  for (const task of reasonTasks(work)) if (builder.add(task)) added++;
  return added;
}

function responseTask(work: PushWork, own: OwnFields): SaveTask {
  const isNew = work.response === 'create';
  const record = isNew ? newResponseRecord(work.answer, own) : changedResponseRecord(work.answer, own);
  return { object: 'PulseResponse__c', key: work.answer.externalId, mode: isNew ? 'create' : 'update', record, work };
}

function reasonTasks(work: PushWork): SaveTask[] {
  const { externalId } = work.answer;
  const task = (reason: string, mode: 'create' | 'delete'): SaveTask => ({
    object: 'PulseReason__c',
    key: reasonKey(externalId, reason),
    mode,
    record: mode === 'create' ? reasonRecord(externalId, reason) : {},
    work,
    reason,
  });
  return [
    ...[...work.reasonsLeft].map((reason) => task(reason, 'create')),
    ...[...work.reasonsGone].map((reason) => task(reason, 'delete')),
  ];
}
