import type { BatchRunner } from '../async/batchRunner.ts';
import type { CompiledElement, CompiledFlow } from '../compiledFlow.ts';
import type { EngineServices } from '../engineServices.ts';
import type { RunningUsers } from '../runningUsers.ts';
import { scheduleTrigger } from './flowSchedules.ts';
import type { QueuedInterview, ScheduledQueue } from './scheduledQueue.ts';

/** Records of a schedule-triggered flow that run together. */
const scheduleBatch = 200;
/** How often a scheduled path that failed is tried again; the wait doubles each time. */
const mostRetries = 5;
const firstWait = 60_000;

interface Runnable {
  readonly flow: CompiledFlow;
  readonly first: CompiledElement | undefined;
  readonly trigger: string;
  readonly size: number;
  readonly retries: number;
}

/** How many interviews came to their end, and how many failed for now or for good. */
export interface RanBatch {
  readonly kind: 'scheduled path' | 'schedule';
  readonly completed: number;
  readonly failed: number;
}

/** Runs interviews whose time has come, batch by batch. */
export class ScheduledWork {
  readonly #flows: ReadonlyMap<string, CompiledFlow>;
  readonly #services: EngineServices;
  readonly #queue: ScheduledQueue;
  readonly #runner: BatchRunner;
  readonly #users: RunningUsers;

  constructor(
    flows: ReadonlyMap<string, CompiledFlow>,
    parts: { services: EngineServices; queue: ScheduledQueue; runner: BatchRunner; users: RunningUsers },
  ) {
    this.#flows = flows;
    this.#services = parts.services;
    this.#queue = parts.queue;
    this.#runner = parts.runner;
    this.#users = parts.users;
  }

  /** Runs the next batch that is due; undefined when none is. */
  runBatch(now: number): RanBatch | undefined {
    const work = this.#queue.nextBatch(now, (one) => this.#runnable(one)?.size ?? scheduleBatch);
    const [one] = work;
    if (one === undefined) return undefined;
    const kind = one.path === '' ? 'schedule' : 'scheduled path';
    const runnable = this.#runnable(one);
    const user = runnable === undefined ? undefined : this.#users.later(runnable.flow, one.userId);
    if (runnable === undefined || user === undefined) {
      this.#drop(one, work);
      return { kind, completed: 0, failed: 0 };
    }
    const { flow, first, trigger, retries } = runnable;
    const ran = this.#runner.run({
      flow,
      first,
      trigger,
      user,
      isNew: false,
      work,
      done: (finished) => this.#queue.remove(finished),
      failed: (failed) => this.#putOff(failed, now, retries),
    });
    return { kind, ...ran };
  }

  #runnable({ flow: name, path: pathName }: QueuedInterview): Runnable | undefined {
    const flow = this.#flows.get(name);
    if (flow === undefined) return undefined;
    if (pathName === '') {
      if (flow.definition.start.schedule === undefined) return undefined;
      return { flow, first: flow.start.target, trigger: scheduleTrigger, size: scheduleBatch, retries: 0 };
    }
    const path = flow.scheduledPaths.find((candidate) => candidate.name === pathName);
    if (path === undefined) return undefined;
    const { batchSize: size } = path.timing;
    return { flow, first: path.first.target, trigger: `scheduled path ${pathName}`, size, retries: mostRetries };
  }

  #putOff(failed: readonly QueuedInterview[], now: number, retries: number): void {
    for (const one of failed) {
      if (one.attempts >= retries) this.#queue.remove([one]);
      else this.#queue.reschedule([one], now + firstWait * 2 ** one.attempts, one.attempts + 1);
    }
  }

  /** Work whose flow or path is not active any more. */
  #drop({ flow, path, userId }: QueuedInterview, work: readonly QueuedInterview[]): void {
    const { logger, database } = this.#services;
    const trigger = path === '' ? scheduleTrigger : `scheduled path ${path}`;
    const ids = work.map((one) => one.recordId);
    logger.without(flow, trigger, ids, { id: userId }, { outcome: 'dropped', error: 'The flow, its path or its user is no longer there' });
    database.transaction(() => this.#queue.remove(work));
  }
}
