import { PulseError } from '../errors.ts';
import type { NewDelivery } from '../store/ports/deliveries.ts';
import type { Store } from '../store/store.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

/** Nothing more is taken in for now; the sender has to come again. */
export class InboxBusy extends PulseError {
  override readonly name = 'InboxBusy';
}

export interface ReceiverLimits {
  /** Deliveries that may wait for the disk. */
  readonly deliveries: number;
  /** Bytes of their bodies together. */
  readonly bytes: number;
}

interface Waiting {
  readonly delivery: NewDelivery;
  readonly kept: (outcome: 'new' | 'repeated') => void;
  readonly failed: (reason: unknown) => void;
}

/** Deliveries a second from which on the receiver counts as pressed, and over how long they are counted. */
const pressedFrom = 200;
const countedMs = 100;

/** Written to see whether there is room again. */
const probeBytes = 65_536;

/** Deliveries of one commit: enough to share a flush to disk, few enough to keep the others' wait short. */
const mostInACommit = 500;

/**
 * Takes deliveries in and resolves once they are on disk. Those that arrive while others are being written share the next commit,
 * so the cost of a flush is shared by as many as are waiting, and a single one waits for nobody.
 */
export class Receiver {
  readonly #store: Pick<Store, 'receive' | 'setSetting'>;
  readonly #limits: ReceiverLimits;
  readonly #telemetry: Telemetry;
  readonly #arrived: () => void;
  #waiting: Waiting[] = [];
  #bytes = 0;
  #writing: Promise<void> | undefined;
  /** Deliveries a second, last counted at `#countedAt`. */
  #rate = 0;
  #countedAt = 0;
  #counted = 0;
  #refusing = false;

  /** @param arrived called after each commit: there is something to read */
  constructor(store: Pick<Store, 'receive' | 'setSetting'>, limits: ReceiverLimits, telemetry: Telemetry, arrived: () => void) {
    this.#store = store;
    this.#limits = limits;
    this.#telemetry = telemetry;
    this.#arrived = arrived;
  }

  /** Deliveries that are not on disk yet. */
  get queued(): number {
    return this.#waiting.length;
  }

  /** True when nothing more would be taken in now. */
  get full(): boolean {
    return this.#waiting.length >= this.#limits.deliveries || this.#bytes >= this.#limits.bytes;
  }

  /** Deliveries that come in a second, while there are so many that other work should leave them room; else 0. */
  get pressure(): number {
    return this.#rate > pressedFrom && performance.now() - this.#countedAt < 3 * countedMs ? this.#rate : 0;
  }

  /**
   * Keeps one delivery. It is on disk when this resolves.
   * @throws InboxBusy when too much waits already; whatever the store throws
   */
  receive(delivery: NewDelivery): Promise<'new' | 'repeated'> {
    if (this.#waiting.length >= this.#limits.deliveries || this.#bytes + delivery.body.byteLength > this.#limits.bytes) {
      return Promise.reject(new InboxBusy('Too many deliveries wait for the disk. Nothing was taken in; send it again in a moment.'));
    }
    this.#bytes += delivery.body.byteLength;
    return new Promise((kept, failed) => {
      this.#waiting.push({ delivery, kept, failed });
      this.#writing ??= this.#write();
    });
  }

  /** True after a commit that the store refused, until one succeeds or `probe` does: the store can be read at most. */
  get refusing(): boolean {
    return this.#refusing;
  }

  /**
   * Looks whether a store that refused deliveries takes something of a delivery's size again; else nobody would know while senders stay
   * away.
   * @throws StoreUnavailable while it does not
   */
  async probe(): Promise<void> {
    if (!this.#refusing) return;
    await this.#store.setSetting('room', 'x'.repeat(probeBytes));
    await this.#store.setSetting('room', '');
    this.#refusing = false;
  }

  /** Resolves when everything that was taken in is on disk. */
  async idle(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      // One turn of the event loop: every request that is already in the sockets joins this commit.
      await new Promise<void>((resolve) => setImmediate(resolve));
      const batch = this.#waiting.slice(0, mostInACommit);
      this.#waiting = this.#waiting.slice(mostInACommit);
      await this.#commit(batch);
    }
    // In the same breath as the look at the queue: what comes next starts a writer of its own.
    this.#writing = undefined;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const started = performance.now();
    try {
      const outcomes = await this.#store.receive(batch.map(({ delivery }) => delivery));
      this.#refusing = false;
      this.#telemetry.observe('customer_pulse_store_commit_seconds', (performance.now() - started) / 1_000);
      const counts = new Map<string, number>();
      batch.forEach(({ kept, delivery: { source, via } }, index) => {
        const outcome = outcomes[index] ?? 'new';
        const key = `${source}\n${via}\n${outcome}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        kept(outcome);
      });
      for (const [key, count] of counts) {
        const [source = '', via = '', outcome = ''] = key.split('\n');
        this.#telemetry.count('customer_pulse_deliveries_total', count, { source, via, outcome });
      }
      this.#arrived();
    } catch (thrown) {
      if (thrown instanceof StoreUnavailable) {
        this.#refusing = true;
        this.#telemetry.condition('store', thrown.message);
      }
      for (const { failed } of batch) failed(thrown);
    } finally {
      this.#countRate(batch.length);
      for (const { delivery } of batch) this.#bytes -= delivery.body.byteLength;
    }
  }

  #countRate(deliveries: number): void {
    this.#counted += deliveries;
    const elapsed = performance.now() - this.#countedAt;
    if (elapsed < countedMs) return;
    this.#rate = (this.#counted / elapsed) * 1_000;
    this.#countedAt = performance.now();
    this.#counted = 0;
  }
}
