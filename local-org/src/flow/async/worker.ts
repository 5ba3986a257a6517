/** Runs one batch; false when nothing waits. */
export type RunBatch = () => boolean;

/**
 * Runs batch after batch while there is work, giving way to requests in between.
 */
export class AsyncWorker {
  readonly #runBatch: RunBatch;
  readonly #whenIdle: () => void;
  #waiting: (() => void)[] = [];
  #started = false;
  #scheduled: NodeJS.Immediate | undefined;

  /** @param whenIdle called each time the work has run out */
  constructor(runBatch: RunBatch, whenIdle: () => void) {
    this.#runBatch = runBatch;
    this.#whenIdle = whenIdle;
  }

  /** Begins to work, first on what an earlier process left. */
  start(): void {
    this.#started = true;
    this.wake();
  }

  /** Work stays where it is until the next start. */
  stop(): void {
    this.#started = false;
    if (this.#scheduled !== undefined) clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    this.#release();
  }

  get isRunning(): boolean {
    return this.#started;
  }

  /** There may be work: it begins after the code that runs now. */
  wake(): void {
    if (this.#started && this.#scheduled === undefined) this.#scheduled = setImmediate(() => this.#tick());
  }

  /** Resolves when no work is left, or the worker is stopped. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#started) this.wake();
      else this.#release();
    });
  }

  #tick(): void {
    this.#scheduled = undefined;
    try {
      if (this.#runBatch()) {
        this.wake();
        return;
      }
      this.#whenIdle();
    } catch (error) {
      // The queue itself cannot be read or written: trying on would only repeat it.
      console.error('Flows after the commit are stopped until the org is started again; their work is kept.', error);
      this.#started = false;
    }
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}
