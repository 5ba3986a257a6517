/**
 * Counts the processor time of flows in this thread. It stands still while the
 * database works, as on the platform.
 */
export class CpuTime {
  #spent: number;
  /** What the thread had used when counting began; undefined while it stands still. */
  #since: number | undefined;

  /** @param spent milliseconds that count already */
  constructor(spent = 0) {
    this.#spent = spent;
  }

  get milliseconds(): number {
    return this.#spent + (this.#since === undefined ? 0 : threadTime() - this.#since);
  }

  set milliseconds(value: number) {
    this.#spent = value;
    if (this.#since !== undefined) this.#since = threadTime();
  }

  /** Counts while `work` runs. */
  counted<Result>(work: () => Result): Result {
    return this.#switched(true, work);
  }

  /** Stands still while `work` runs; what it counts itself counts. */
  paused<Result>(work: () => Result): Result {
    return this.#switched(false, work);
  }

  #switched<Result>(on: boolean, work: () => Result): Result {
    const was = this.#since !== undefined;
    this.#turn(on);
    try {
      return work();
    } finally {
      this.#turn(was);
    }
  }

  #turn(on: boolean): void {
    if (on === (this.#since !== undefined)) return;
    const now = threadTime();
    if (this.#since !== undefined) this.#spent += now - this.#since;
    this.#since = on ? now : undefined;
  }
}

function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
