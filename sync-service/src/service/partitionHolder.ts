import { asError } from '../errors.ts';
import { WakeUp, type Loop } from '../loop.ts';
import type { Scope, Store } from '../store/store.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

const nothing: ReadonlySet<number> = new Set();

/** Keeps a worker's share of the partitions. Once it could not renew it in time it works on nothing, for others may have taken over. */
export class PartitionHolder implements Loop {
  readonly name = 'partitions';
  readonly #store: Pick<Store, 'holdPartitions' | 'releasePartitions'>;
  readonly #worker: string;
  readonly #leaseMs: number;
  readonly #telemetry: Telemetry;
  readonly #alarm = new WakeUp();
  #held: ReadonlySet<number> = nothing;
  /** By the process's own steady clock: jumps of the machine's time do not matter. */
  #heldUntil = 0;

  constructor(store: Pick<Store, 'holdPartitions' | 'releasePartitions'>, worker: string, leaseMs: number, telemetry: Telemetry) {
    this.#store = store;
    this.#worker = worker;
    this.#leaseMs = leaseMs;
    this.#telemetry = telemetry;
  }

  /** The partitions that are surely ours now. */
  readonly scope = (): Scope => (performance.now() < this.#heldUntil ? this.#held : nothing);

  wake(): void {
    this.#alarm.call();
  }

  /** Takes or renews the share once. */
  async renew(): Promise<void> {
    const asked = performance.now();
    this.#held = await this.#store.holdPartitions(this.#worker, this.#leaseMs);
    // Counted from before the request, and a little short: we stop before others begin.
    this.#heldUntil = asked + this.#leaseMs * 0.9;
    this.#telemetry.gauge('customer_pulse_partitions', this.#held.size);
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.renew();
      } catch (thrown) {
        this.#telemetry.log.warn('the share of the work could not be renewed', { error: asError(thrown).message });
      }
      await this.#alarm.sleep(this.#leaseMs / 4, signal);
    }
  }

  /** Gives everything back, so that others need not wait for the lease to end. */
  async release(): Promise<void> {
    this.#heldUntil = 0;
    await this.#store.releasePartitions(this.#worker);
  }
}
