import type { RequestUser } from '../../requestUser.ts';
import type { FieldValues } from '../../schema/types.ts';
import type { CompiledFlow } from '../compiledFlow.ts';
import { FlowRecord } from '../data.ts';
import type { EngineServices } from '../engineServices.ts';
import { LimitException } from '../faults.ts';
import { Interview, priorSlot, recordSlot } from '../interview.ts';
import type { AsyncQueue, QueuedWork } from './queue.ts';

const batchSize = 200;
const trigger = 'after commit';

/** Thrown to undo a batch in which some interviews failed. */
class Undo extends Error {
  readonly failed: ReadonlySet<QueuedWork>;

  constructor(failed: ReadonlySet<QueuedWork>) {
    super('some interviews failed');
    this.failed = failed;
  }
}

/** Runs the paths after the commit, batch by batch. */
export class AsyncPaths {
  readonly #flows: ReadonlyMap<string, CompiledFlow>;
  readonly #services: EngineServices;
  readonly #queue: AsyncQueue;
  readonly #userOf: (id: string) => RequestUser | undefined;

  constructor(
    flows: readonly CompiledFlow[],
    services: EngineServices,
    queue: AsyncQueue,
    userOf: (id: string) => RequestUser | undefined,
  ) {
    this.#flows = new Map(flows.map((flow) => [flow.name, flow]));
    this.#services = services;
    this.#queue = queue;
    this.#userOf = userOf;
  }

  /** Runs the next batch; false when nothing waits. */
  runBatch(): boolean {
    const work = this.#queue.nextBatch(batchSize);
    const [first] = work;
    if (first === undefined) return false;
    const flow = this.#flows.get(first.flow);
    const user = this.#userOf(first.userId);
    const start = flow?.asyncPaths.find((path) => path.name === first.path)?.first.target;
    if (flow === undefined || user === undefined || start === undefined)
      this.#giveUp(work, new Error('the flow, its path or its user is no longer there'));
    else this.#runWithoutFailures(flow, start, user, work);
    return true;
  }

  /** Interviews that fail leave nothing behind: what the batch did is undone and done again without them. */
  #runWithoutFailures(flow: CompiledFlow, start: NonNullable<Interview['next']>, user: RequestUser, work: readonly QueuedWork[]): void {
    let remaining = work;
    while (remaining.length > 0) {
      try {
        this.#services.database.transaction(() => this.#run(flow, start, user, remaining));
        return;
      } catch (error) {
        const failed = error instanceof Undo ? error.failed : undefined;
        if (failed === undefined) {
          this.#giveUp(remaining, error);
          return;
        }
        this.#services.database.transaction(() => this.#queue.remove([...failed]));
        remaining = remaining.filter((one) => !failed.has(one));
      }
    }
  }

  #run(flow: CompiledFlow, start: NonNullable<Interview['next']>, user: RequestUser, work: readonly QueuedWork[]): void {
    const [first] = work;
    const object = this.#services.flowServices.schema.object(flow.definition.start.object ?? '');
    if (object === undefined || first === undefined) return;
    const records = this.#services.flowServices.reader.read(object, [...new Set(work.map((one) => one.recordId))]);
    const context = this.#services.context(user, first.operation === 'insert');
    const interviews = new Map<Interview, QueuedWork>();
    for (const one of work) {
      const fields: FieldValues | undefined = records.get(one.recordId);
      if (fields === undefined) continue;
      const interview = new Interview(flow, context, one.recordId);
      interview.data[recordSlot] = new FlowRecord(object, { ...fields, Id: one.recordId });
      interview.data[priorSlot] = one.prior === undefined ? null : new FlowRecord(object, one.prior);
      interview.begin(start);
      interviews.set(interview, one);
    }
    this.#services.newRun(user).run([...interviews.keys()]);
    this.#finish(flow, interviews, work, (id) => !records.has(id));
  }

  #finish(
    flow: CompiledFlow,
    interviews: ReadonlyMap<Interview, QueuedWork>,
    work: readonly QueuedWork[],
    isGone: (id: string) => boolean,
  ): void {
    const failed = [...interviews].filter(([interview]) => interview.failure !== undefined);
    if (failed.length > 0) {
      this.#services.logRuns(
        flow,
        trigger,
        failed.map(([interview]) => interview),
      );
      throw new Undo(new Set(failed.map(([, one]) => one)));
    }
    this.#services.logRuns(flow, trigger, [...interviews.keys()]);
    this.#services.logFailure(flow.name, trigger, work.map((one) => one.recordId).filter(isGone), undefined);
    this.#queue.remove(work);
  }

  /** A limit or an error of the org itself: the platform gives up too, and says so in the log. */
  #giveUp(work: readonly QueuedWork[], error: unknown): void {
    const flow = work[0]?.flow ?? '';
    this.#services.logFailure(
      flow,
      trigger,
      work.map((one) => one.recordId),
      error,
    );
    this.#services.database.transaction(() => this.#queue.remove(work));
    if (!(error instanceof LimitException)) console.error(`Flow ${flow} after commit, ${work.length} records:`, error);
  }
}
