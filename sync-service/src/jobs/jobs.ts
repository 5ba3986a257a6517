/** A piece of work that comes round again and must run once at a time, whatever number of workers there are. */
export interface RecurringJob {
  readonly name: string;
  readonly everySeconds: number;
  /** @param signal raised at a graceful stop; the work then ends at the next safe place */
  run(signal: AbortSignal): Promise<void>;
}

/** Runs recurring jobs: timers in one process, pg-boss where several share a database. */
export interface Jobs {
  start(jobs: readonly RecurringJob[]): Promise<void>;
  /** Runs a job soon: something said that there is work. Only a hint. */
  wake(name: string): void;
  /** Waits for what runs, then stops. */
  stop(): Promise<void>;
}
