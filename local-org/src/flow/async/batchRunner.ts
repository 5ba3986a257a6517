import type { RequestUser } from '../../requestUser.ts';
import type { FieldValues } from '../../schema/types.ts';
import type { CompiledElement, CompiledFlow } from '../compiledFlow.ts';
import { FlowRecord } from '../data.ts';
import type { EngineServices } from '../engineServices.ts';
import { LimitException } from '../faults.ts';
import type { FlowRun } from '../flowRun.ts';
import { Interview, priorSlot, recordSlot } from '../interview.ts';
import { describeError } from '../runLogger.ts';
import { thoseThatEnter } from '../triggers/startConditions.ts';

/** An interview that waits in a queue. */
export interface WaitingInterview {
  /** Null for a flow that runs for no record. */
  readonly recordId: string | null;
  /** The record before the save, for flows that read it. */
  readonly prior: FieldValues | undefined;
}

/** Interviews of one flow that run together, in one transaction. */
export interface LaterBatch<Work extends WaitingInterview> {
  readonly flow: CompiledFlow;
  readonly first: CompiledElement | undefined;
  readonly user: RequestUser;
  /** For the run log. */
  readonly trigger: string;
  readonly isNew: boolean;
  readonly work: readonly Work[];
  /** For flows whose `$Record` is no stored record, such as an event: its fields. Their entry conditions are asked here. */
  readonly recordOf?: (work: Work) => FieldValues;
  /** Takes work out of its queue; called in the transaction of the effects. */
  readonly done: (work: readonly Work[]) => void;
  /** Takes failed work out of its queue or puts it off; called in a transaction of its own. */
  readonly failed: (work: readonly Work[], reason: string) => void;
}

/** Thrown to undo a batch in which some interviews failed. */
class Undo<Work> extends Error {
  /** Failed work with its reason. */
  readonly failed: ReadonlyMap<Work, string>;

  constructor(failed: ReadonlyMap<Work, string>) {
    super('some interviews failed');
    this.failed = failed;
  }
}

/** Runs interviews outside of any save: after the commit, or at a time. */
export class BatchRunner {
  readonly #services: EngineServices;

  constructor(services: EngineServices) {
    this.#services = services;
  }

  /**
   * Runs the batch to its end. Interviews that fail leave nothing behind: what
   * the batch did is undone and done again without them.
   * @returns how many interviews came to their end, and how many failed
   */
  run<Work extends WaitingInterview>(batch: LaterBatch<Work>): { readonly completed: number; readonly failed: number } {
    const { database } = this.#services;
    let remaining = batch.work;
    while (remaining.length > 0) {
      const attempt = remaining;
      try {
        // Nobody was told of it: what a power failure undoes is in the queue again and runs once more.
        const completed = database.transaction(() => this.#attempt(batch, attempt), 'with the next');
        return { completed, failed: batch.work.length - attempt.length };
      } catch (error) {
        const failed = error instanceof Undo ? (error as Undo<Work>).failed : undefined;
        if (failed === undefined) {
          this.#giveUp(batch, attempt, error);
          return { completed: 0, failed: batch.work.length };
        }
        database.transaction(() => {
          for (const [reason, work] of groupedByReason(failed)) batch.failed(work, reason);
        }, 'with the next');
        remaining = attempt.filter((one) => !failed.has(one));
      }
    }
    return { completed: 0, failed: batch.work.length };
  }

  #attempt<Work extends WaitingInterview>(batch: LaterBatch<Work>, work: readonly Work[]): number {
    const run = this.#services.newRun(batch.user, 'asynchronous');
    const found = this.#interviews(batch, work);
    const interviews = batch.recordOf === undefined ? found : this.#thoseThatEnter(batch, found, run);
    this.#runAll(batch, [...interviews.keys()], run);
    const { flow, trigger, user } = batch;
    const { logger } = this.#services;
    const failed = [...interviews].filter(([interview]) => interview.failure !== undefined);
    if (failed.length > 0) {
      logger.ended(
        flow,
        trigger,
        failed.map(([interview]) => interview),
        run,
      );
      throw new Undo(new Map(failed.map(([interview, one]) => [one, describeError(interview.failure)])));
    }
    logger.ended(flow, trigger, [...interviews.keys()], run);
    const present = new Set(found.values());
    const gone = work.filter((one) => !present.has(one)).map((one) => one.recordId);
    logger.without(flow.name, trigger, gone, user, { outcome: 'record gone', error: null });
    batch.done(work);
    return interviews.size;
  }

  #runAll<Work extends WaitingInterview>({ flow, trigger }: LaterBatch<Work>, interviews: readonly Interview[], run: FlowRun): void {
    try {
      run.run(interviews);
    } catch (error) {
      this.#services.logger.stopped(flow, trigger, interviews, run, error);
      throw error;
    }
  }

  /** An interview for each record that is still there. */
  #interviews<Work extends WaitingInterview>(batch: LaterBatch<Work>, work: readonly Work[]): Map<Interview, Work> {
    const { flow, user, isNew, first } = batch;
    const context = this.#services.context(user, isNew);
    const interviews = new Map<Interview, Work>();
    const begin = (interview: Interview, one: Work): void => {
      interview.begin(first);
      interviews.set(interview, one);
    };
    const object = this.#services.flowServices.schema.object(flow.definition.start.object ?? '');
    if (object === undefined) {
      for (const one of work) begin(new Interview(flow, context, one.recordId), one);
      return interviews;
    }
    const { recordOf } = batch;
    const ids = new Set(recordOf === undefined ? work.flatMap((one) => one.recordId ?? []) : []);
    const records = this.#services.flowServices.reader.read(object, [...ids]);
    for (const one of work) {
      const fields = recordOf === undefined ? records.get(one.recordId ?? '') : recordOf(one);
      if (fields === undefined || one.recordId === null) continue;
      const interview = new Interview(flow, context, one.recordId);
      interview.data[recordSlot] = new FlowRecord(object, { ...fields, Id: one.recordId });
      interview.data[priorSlot] = one.prior === undefined || recordOf !== undefined ? null : new FlowRecord(object, one.prior);
      begin(interview, one);
    }
    return interviews;
  }

  #thoseThatEnter<Work extends WaitingInterview>(
    { flow }: LaterBatch<Work>,
    found: ReadonlyMap<Interview, Work>,
    run: FlowRun,
  ): ReadonlyMap<Interview, Work> {
    const entering = new Set(thoseThatEnter(flow, [...found.keys()], run));
    return new Map([...found].filter(([interview]) => entering.has(interview)));
  }

  /** A limit or an error of the org itself: the batch as a whole has failed. */
  #giveUp<Work extends WaitingInterview>(batch: LaterBatch<Work>, work: readonly Work[], error: unknown): void {
    this.#services.database.transaction(() => batch.failed(work, describeError(error)));
    if (!(error instanceof LimitException)) console.error(`Flow ${batch.flow.name}, ${batch.trigger}, ${work.length} interviews:`, error);
  }
}

function groupedByReason<Work>(failed: ReadonlyMap<Work, string>): Map<string, Work[]> {
  const groups = new Map<string, Work[]>();
  for (const [work, reason] of failed) {
    const group = groups.get(reason) ?? [];
    group.push(work);
    groups.set(reason, group);
  }
  return groups;
}
