import { setImmediate as giveWay } from 'node:timers/promises';
import type { OrgClock } from '../../clock.ts';
import type { FlowSchedules } from './flowSchedules.ts';
import type { ScheduledQueue } from './scheduledQueue.ts';
import type { ScheduledWork } from './scheduledWork.ts';

/** What ran while the clock moved. */
export interface TimeReport {
  /** Interviews of scheduled paths that came to their end. */
  readonly scheduledPaths: number;
  /** Runs of schedule-triggered flows that began. */
  readonly scheduledFlows: number;
  /** Their interviews that came to their end. */
  readonly scheduledFlowInterviews: number;
  /** Interviews that failed; a scheduled path that is tried again counts each time. */
  readonly failed: number;
}

export const nothingRan: TimeReport = { scheduledPaths: 0, scheduledFlows: 0, scheduledFlowInterviews: 0, failed: 0 };

export function addReports(one: TimeReport, other: TimeReport): TimeReport {
  return {
    scheduledPaths: one.scheduledPaths + other.scheduledPaths,
    scheduledFlows: one.scheduledFlows + other.scheduledFlows,
    scheduledFlowInterviews: one.scheduledFlowInterviews + other.scheduledFlowInterviews,
    failed: one.failed + other.failed,
  };
}

interface Parts {
  readonly clock: OrgClock;
  readonly schedules: FlowSchedules;
  readonly queue: ScheduledQueue;
  readonly work: ScheduledWork;
  /** Runs one batch of what waits for a commit; false when nothing does. */
  readonly runAsync: () => boolean;
}

/** All that runs at a time, in the order of its time. */
export class Timeline {
  readonly #parts: Parts;
  #moving: Promise<unknown> = Promise.resolve();
  #moves = 0;
  #stopped = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** True while the clock is being moved: what is due runs as the clock passes it. */
  get isMoving(): boolean {
    return this.#moves > 0;
  }

  nextDue(): number | undefined {
    const due = [this.#parts.schedules.nextDue(), this.#parts.queue.nextDue()].filter((moment) => moment !== undefined);
    return due.length === 0 ? undefined : Math.min(...due);
  }

  /** Runs one batch of what is due; undefined when nothing is. */
  runNext(): TimeReport | undefined {
    const { clock, schedules, queue, work } = this.#parts;
    const flowDue = schedules.nextDue();
    if (flowDue !== undefined && flowDue <= Math.min(clock.now(), queue.nextDue() ?? Infinity)) {
      schedules.startNext(clock.now());
      return { ...nothingRan, scheduledFlows: 1 };
    }
    const ran = work.runBatch(clock.now());
    if (ran === undefined) return undefined;
    const { kind, completed, failed } = ran;
    return kind === 'schedule'
      ? { ...nothingRan, scheduledFlowInterviews: completed, failed }
      : { ...nothingRan, scheduledPaths: completed, failed };
  }

  /**
   * Sets the clock to a moment. On the way there it stops at everything that
   * becomes due and runs it, with all that it leaves for after its commit.
   * Into the past it goes at once; schedules are then counted from there.
   * @param asleep goes there at once: what became due meanwhile runs there, and a
   * flow that missed several of its times runs once, as after a time switched off
   */
  async moveTo(moment: number, asleep = false): Promise<TimeReport> {
    this.#moves += 1;
    // One move after the other, whatever became of the one before.
    const move = this.#moving.catch(() => undefined).then(() => this.#move(moment, asleep));
    this.#moving = move;
    try {
      return await move;
    } finally {
      this.#moves -= 1;
    }
  }

  start(): void {
    this.#stopped = false;
  }

  /** A move that is under way ends where it is. */
  stop(): void {
    this.#stopped = true;
  }

  async #move(moment: number, asleep: boolean): Promise<TimeReport> {
    const { clock, schedules } = this.#parts;
    const isBack = moment < clock.now();
    if (isBack || asleep) clock.set(moment);
    if (isBack) schedules.scheduleAnew();
    let report = nothingRan;
    while (!this.#stopped) {
      await this.#runAsync();
      const due = this.nextDue();
      if (due === undefined || due > Math.max(moment, clock.now())) break;
      if (due > clock.now()) clock.set(due);
      report = addReports(report, this.runNext() ?? nothingRan);
      await giveWay();
    }
    if (!this.#stopped && moment > clock.now()) clock.set(moment);
    return report;
  }

  async #runAsync(): Promise<void> {
    while (!this.#stopped && this.#parts.runAsync()) await giveWay();
  }
}
