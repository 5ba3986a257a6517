import { setImmediate } from 'node:timers/promises';
import { SalesforceError } from '../errors.ts';
import { CsvError } from './csv/csvError.ts';
import { runIngestJob } from './ingest/runIngestJob.ts';
import type { JobContext } from './jobContext.ts';
import { finalStates, type Job } from './jobs/jobTypes.ts';
import { runQueryJob } from './query/runQueryJob.ts';

interface RunningJob {
  readonly job: Job;
  readonly steps: Generator<undefined, void>;
  readonly startedAt: number;
}

/**
 * Works on the jobs that are waiting, one step of each in turn, and gives way
 * to requests after every step.
 */
export class JobWorker {
  readonly #context: JobContext;
  /** Told of defects. */
  readonly #report: (error: unknown) => void;
  readonly #running = new Map<number, RunningJob>();
  #working: Promise<void> | undefined;
  #stopped = true;

  constructor(context: JobContext, report: (error: unknown) => void) {
    this.#context = context;
    this.#report = report;
  }

  /** Begins, first with what an earlier process left. */
  start(): void {
    this.#stopped = false;
    this.wake();
  }

  /** Ends after the step that runs now; the jobs are kept and go on with the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
    for (const { steps } of this.#running.values()) steps.return();
    this.#running.clear();
  }

  /** There may be a job to work on. */
  wake(): void {
    if (this.#stopped || this.#working !== undefined) return;
    this.#working = this.#work()
      .catch(this.#report)
      .finally(() => {
        this.#working = undefined;
      });
  }

  /** Resolves when no job is waiting. */
  async idle(): Promise<void> {
    while (this.#working !== undefined) await this.#working;
  }

  /** Lets go of a job that is over for another reason. */
  forget(job: Job): void {
    this.#running.get(job.serial)?.steps.return();
    this.#running.delete(job.serial);
  }

  async #work(): Promise<void> {
    for (;;) {
      await setImmediate();
      if (this.#stopped) return;
      this.#takeUpWaiting();
      if (this.#running.size === 0) return;
      for (const running of [...this.#running.values()]) await this.#stepInTurn(running);
    }
  }

  async #stepInTurn(running: RunningJob): Promise<void> {
    if (this.#stopped) return;
    this.#step(running);
    await setImmediate();
  }

  #takeUpWaiting(): void {
    for (const job of this.#context.jobs.waiting()) {
      if (this.#running.has(job.serial)) continue;
      const taken = this.#context.jobs.setState(job, 'InProgress', this.#now());
      const steps = taken.type === 'V2Ingest' ? runIngestJob(this.#context, taken) : runQueryJob(this.#context, taken);
      this.#running.set(job.serial, { job: taken, steps, startedAt: performance.now() });
    }
  }

  #step(running: RunningJob): void {
    const { job, steps } = running;
    if (this.#isOver(job)) {
      this.forget(job);
      return;
    }
    try {
      if (steps.next().done === true) this.#end(running, 'JobComplete');
    } catch (error) {
      if (!(error instanceof CsvError || error instanceof SalesforceError)) this.#report(error);
      this.#end(running, 'Failed', failureText(error));
    }
  }

  /** Aborted or deleted between two steps. */
  #isOver(job: Job): boolean {
    const { state } = this.#context.jobs.find(job.id) ?? { state: 'Aborted' };
    return finalStates.has(state);
  }

  #end({ job, startedAt }: RunningJob, state: 'JobComplete' | 'Failed', message?: string): void {
    this.#context.jobs.setTotalTime(job, performance.now() - startedAt);
    this.#context.jobs.setState(job, state, this.#now(), message);
    this.forget(job);
  }

  #now(): number {
    return Math.floor(this.#context.org.clock.now() / 1000) * 1000;
  }
}

function failureText(error: unknown): string {
  if (error instanceof CsvError) return error.message;
  if (error instanceof SalesforceError) return `${error.errorCode} : ${error.message}`;
  return 'InternalServerError : An unexpected error occurred; see the log of the local org';
}
