import type { TriggerBatch, TriggerRow } from '../../save/types.ts';
import type { CompiledFlow, CompiledScheduledPath } from '../compiledFlow.ts';
import { asValue, FlowRecord } from '../data.ts';
import type { EngineServices } from '../engineServices.ts';
import { FlowFault } from '../faults.ts';
import type { FlowRun } from '../flowRun.ts';
import { Interview, priorSlot, recordSlot } from '../interview.ts';
import { dueTime } from './dueTime.ts';
import type { QueuedInterview, ScheduledQueue } from './scheduledQueue.ts';

/** Keeps the scheduled paths of records in step with the records, in the transactions of their saves. */
export class PathPlanner {
  readonly #services: EngineServices;
  readonly #queue: ScheduledQueue;
  readonly #planned: () => void;

  /** @param planned called when something was put into the queue or moved in it */
  constructor(services: EngineServices, queue: ScheduledQueue, planned: () => void) {
    this.#services = services;
    this.#queue = queue;
    this.#planned = planned;
  }

  /** Schedules the flow's paths for records that start it. */
  plan(flow: CompiledFlow, batch: TriggerBatch, entered: readonly { readonly interview: Interview; readonly row: TriggerRow }[]): void {
    if (flow.scheduledPaths.length === 0 || entered.length === 0 || batch.operation === 'delete') return;
    const { operation, user } = batch;
    const run = this.#services.newRun(user);
    const interviews = entered.map(({ interview }) => interview);
    const { timeZone } = this.#services;
    for (const path of flow.scheduledPaths) {
      run.loadParents(path.from?.needs ?? [], interviews);
      for (const { interview, row } of entered) {
        const prior = flow.usesPrior ? row.prior : undefined;
        const dueAt = dueAtOf(path, interview, timeZone);
        this.#queue.put({ flow: flow.name, path: path.name, recordId: row.id, userId: user.id, operation, prior, dueAt });
      }
    }
    this.#planned();
  }

  /**
   * Looks again at what waits for records that were saved or deleted: a path is
   * unscheduled when its record no longer meets the entry conditions, and moved
   * when the field moved that its time is counted from.
   */
  reconsider(flow: CompiledFlow, batch: TriggerBatch): void {
    if (flow.scheduledPaths.length === 0 || batch.operation === 'insert') return;
    const rows = new Map(batch.rows.filter((row) => !row.failed).map((row) => [row.id, row]));
    const waiting = this.#queue.ofRecords(flow.name, [...rows.keys()]);
    if (waiting.length === 0) return;
    if (batch.operation === 'delete') {
      this.#queue.remove(waiting);
      return;
    }
    const run = this.#services.newRun(batch.user);
    for (const [recordId, paths] of Map.groupBy(waiting, (one) => one.recordId)) {
      const row = rows.get(recordId ?? '');
      if (row !== undefined) this.#reconsiderRecord(flow, batch, row, paths, run);
    }
    this.#planned();
  }

  #reconsiderRecord(flow: CompiledFlow, batch: TriggerBatch, row: TriggerRow, waiting: readonly QueuedInterview[], run: FlowRun): void {
    const interview = this.#asStarted(flow, batch, row);
    if (!meetsConditions(flow, interview, run)) {
      this.#queue.remove(waiting);
      return;
    }
    for (const one of waiting) {
      const path = flow.scheduledPaths.find((candidate) => candidate.name === one.path);
      if (path?.from === undefined || one.attempts > 0) continue;
      run.loadParents(path.from.needs, [interview]);
      const dueAt = dueAtOf(path, interview, this.#services.timeZone);
      if (dueAt !== one.dueAt) this.#queue.reschedule([one], dueAt);
    }
  }

  /** A flow for new records alone looks at the record as if it were new: its conditions are about nothing else. */
  #asStarted(flow: CompiledFlow, batch: TriggerBatch, row: TriggerRow): Interview {
    const { onUpdate } = flow.definition.start;
    const interview = new Interview(flow, this.#services.context(batch.user, !onUpdate), row.id);
    interview.data[recordSlot] = new FlowRecord(batch.object, { ...row.values, Id: row.id });
    interview.data[priorSlot] = onUpdate && row.prior !== undefined ? new FlowRecord(batch.object, row.prior) : null;
    interview.begin(undefined);
    return interview;
  }
}

/** Null while the field holds no time. */
function dueAtOf(path: CompiledScheduledPath, interview: Interview, timeZone: string): number | null {
  const from = path.from === undefined ? interview.context.now : asValue(path.from.evaluate(interview));
  return typeof from === 'number' || typeof from === 'string' ? dueTime(path.timing, from, timeZone) : null;
}

function meetsConditions(flow: CompiledFlow, interview: Interview, run: FlowRun): boolean {
  if (flow.entry === undefined) return true;
  run.loadParents(flow.entry.needs, [interview]);
  try {
    return flow.entry.holds(interview);
  } catch (error) {
    if (!(error instanceof FlowFault)) throw error;
    return false;
  }
}
