import { WakeUp } from '../loop.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import type { Jobs, RecurringJob } from './jobs.ts';
import { runJob } from './runJob.ts';

/** Recurring jobs of the one process of a SQLite store: each begins with the service and again so long after its last run began. */
export class TimerJobs implements Jobs {
  readonly #telemetry: Telemetry;
  readonly #stop = new AbortController();
  readonly #alarms = new Map<string, WakeUp>();
  readonly #running: Promise<void>[] = [];

  constructor(telemetry: Telemetry) {
    this.#telemetry = telemetry;
  }

  async start(jobs: readonly RecurringJob[]): Promise<void> {
    for (const job of jobs) {
      const alarm = new WakeUp();
      this.#alarms.set(job.name, alarm);
      this.#running.push(this.#keep(job, alarm));
    }
  }

  wake(name: string): void {
    this.#alarms.get(name)?.call();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
  }

  async #keep(job: RecurringJob, alarm: WakeUp): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      // The process's steady clock: a jump of the machine's time delays nothing.
      const began = performance.now();
      await runJob(job, signal, this.#telemetry);
      await alarm.sleep(Math.max(0, job.everySeconds * 1_000 - (performance.now() - began)), signal);
    }
  }
}
