import type { FieldValues } from '../../schema/types.ts';
import type { CompiledFlow } from '../compiledFlow.ts';
import type { EngineServices } from '../engineServices.ts';
import type { RunningUsers } from '../runningUsers.ts';
import type { BatchRunner } from './batchRunner.ts';
import { eventPath } from './eventPublisher.ts';
import type { AsyncQueue, QueuedWork } from './queue.ts';

const batchSize = 200;
const trigger = 'after commit';

/** Runs the paths after the commit, batch by batch. */
export class AsyncPaths {
  readonly #flows: ReadonlyMap<string, CompiledFlow>;
  readonly #services: EngineServices;
  readonly #queue: AsyncQueue;
  readonly #runner: BatchRunner;
  readonly #users: RunningUsers;

  constructor(
    flows: ReadonlyMap<string, CompiledFlow>,
    parts: { services: EngineServices; queue: AsyncQueue; runner: BatchRunner; users: RunningUsers },
  ) {
    this.#flows = flows;
    this.#services = parts.services;
    this.#queue = parts.queue;
    this.#runner = parts.runner;
    this.#users = parts.users;
  }

  /** Runs the next batch; false when nothing waits. */
  runBatch(): boolean {
    const work = this.#queue.nextBatch(batchSize);
    const [first] = work;
    if (first === undefined) return false;
    const flow = this.#flows.get(first.flow);
    if (first.path === eventPath) this.#runEvents(flow, first, work);
    else this.#runPath(flow, first, work);
    return true;
  }

  #runPath(flow: CompiledFlow | undefined, first: QueuedWork, work: readonly QueuedWork[]): void {
    const path = flow?.asyncPaths.find((candidate) => candidate.name === first.path);
    const user = flow === undefined ? undefined : this.#users.later(flow, first.userId);
    if (flow === undefined || path === undefined || user === undefined) {
      this.#drop(first, work);
      return;
    }
    const isNew = first.operation === 'insert';
    this.#runner.run({ flow, first: path.first.target, user, trigger, isNew, work, done: this.#remove, failed: this.#remove });
  }

  /** Events that have been published: the message itself waits in the queue. */
  #runEvents(flow: CompiledFlow | undefined, first: QueuedWork, work: readonly QueuedWork[]): void {
    const user = this.#users.defaultWorkflowUser();
    if (flow?.definition.start.trigger !== 'PlatformEvent' || user === undefined) {
      this.#drop(first, work);
      return;
    }
    const recordOf = (one: QueuedWork): FieldValues => one.prior ?? {};
    const target = flow.start.target;
    this.#runner.run({
      flow,
      first: target,
      user,
      trigger: 'platform event',
      isNew: true,
      work,
      recordOf,
      done: this.#remove,
      failed: this.#remove,
    });
  }

  readonly #remove = (finished: readonly QueuedWork[]): void => this.#queue.remove(finished);

  /** Work whose flow or path is not active any more. */
  #drop({ flow, userId }: QueuedWork, work: readonly QueuedWork[]): void {
    const { logger, database } = this.#services;
    const ids = work.map((one) => one.recordId);
    logger.without(flow, trigger, ids, { id: userId }, { outcome: 'dropped', error: 'The flow, its path or its user is no longer there' });
    database.transaction(() => this.#queue.remove(work));
  }
}
