import { asError, PulseError } from '../errors.ts';
import { WakeUp, type Loop } from '../loop.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

const longestPauseMs = 30_000;

/**
 * Runs loops until they are asked to stop. One that fails is run again after a pause that grows while it keeps failing: nothing it
 * works on is lost, for all of that is in the store.
 */
export class Supervisor {
  readonly #telemetry: Telemetry;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>[] = [];

  constructor(telemetry: Telemetry) {
    this.#telemetry = telemetry;
  }

  start(loops: readonly Loop[]): void {
    for (const loop of loops) this.#running.push(this.#keep(loop));
  }

  /** Asks all loops to stop and waits for them. @returns false when some were still at work after so long */
  async stop(milliseconds: number): Promise<boolean> {
    this.#stop.abort();
    const late = AbortSignal.timeout(milliseconds);
    const timeout = new Promise<false>((resolve) => late.addEventListener('abort', () => resolve(false), { once: true }));
    return Promise.race([Promise.all(this.#running).then(() => true), timeout]);
  }

  async #keep(loop: Loop): Promise<void> {
    const { signal } = this.#stop;
    const pause = new WakeUp();
    for (let failures = 0; !signal.aborted;) {
      const started = performance.now();
      try {
        await loop.run(signal);
        if (!this.#stop.signal.aborted) throw new Error('It ended by itself.');
      } catch (thrown) {
        failures = performance.now() - started > 60_000 ? 1 : failures + 1;
        this.#report(loop.name, thrown);
        await pause.sleep(Math.min(500 * 2 ** failures, longestPauseMs), signal);
      }
    }
  }

  #report(loop: string, thrown: unknown): void {
    const error = asError(thrown);
    this.#telemetry.count('customer_pulse_loop_failures_total', 1, { loop });
    const place = error instanceof PulseError ? {} : { at: (error.stack ?? '').split('\n')[1]?.trim() };
    this.#telemetry.log.error('a loop failed and begins anew', { loop, error: error.name, message: error.message, ...place });
  }
}
