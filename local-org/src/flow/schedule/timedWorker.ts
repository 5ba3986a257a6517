import type { Clock } from '../../clock.ts';
import { AsyncWorker } from '../async/worker.ts';
import type { Timeline } from './timeline.ts';

/** Longest time between two looks at what is due: the org's clock may have been set meanwhile. */
const longestWait = 30_000;

/** Runs what is due as the org's clock reaches it. */
export class TimedWorker {
  readonly #worker: AsyncWorker;
  readonly #timeline: Timeline;
  readonly #clock: Clock;
  #timer: NodeJS.Timeout | undefined;

  /** @param whenIdle called each time the work has run out */
  constructor(timeline: Timeline, clock: Clock, whenIdle: () => void) {
    this.#timeline = timeline;
    this.#clock = clock;
    this.#worker = new AsyncWorker(
      () => this.#runNext(),
      () => {
        this.#wait();
        whenIdle();
      },
    );
  }

  start(): void {
    this.#worker.start();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#worker.stop();
  }

  /** Something may be due, or due earlier than before. */
  wake(): void {
    this.#worker.wake();
  }

  /** Resolves when nothing is due. */
  idle(): Promise<void> {
    return this.#worker.idle();
  }

  /** While the clock is being moved, what is due runs as it passes. */
  #runNext(): boolean {
    return !this.#timeline.isMoving && this.#timeline.runNext() !== undefined;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const due = this.#timeline.nextDue();
    const wait = due === undefined ? longestWait : Math.min(Math.max(due - this.#clock.now(), 1), longestWait);
    this.#timer = setTimeout(() => this.wake(), wait).unref();
  }
}
