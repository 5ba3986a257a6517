import type { Receiver } from '../inbox/receiver.ts';
import { WakeUp, type Loop } from '../loop.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import { StoreUnavailable } from '../store/storeUnavailable.ts';
import type { Store } from '../store/store.ts';
import type { RunningTelemetry } from '../telemetry/startTelemetry.ts';

export interface FiguresParts {
  readonly store: Store;
  readonly telemetry: RunningTelemetry;
  /** Keeps what this process knows where others see it. */
  readonly keep: () => Promise<void>;
  readonly receiver: Pick<Receiver, 'queued' | 'probe'>;
  readonly client: Pick<SalesforceClient, 'limit'> | undefined;
}

const everyMs = 10_000;

/** Sets the gauges and keeps what the status page shows about sources and parts, also for other workers and the next start. */
export class FiguresLoop implements Loop {
  readonly name = 'figures';
  readonly #parts: FiguresParts;
  readonly #alarm = new WakeUp();

  constructor(parts: FiguresParts) {
    this.#parts = parts;
  }

  wake(): void {
    this.#alarm.call();
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#turn();
      await this.#alarm.sleep(everyMs, signal);
    }
  }

  async #turn(): Promise<void> {
    const { store, telemetry, keep, receiver, client } = this.#parts;
    telemetry.gauge('customer_pulse_inbox_queue', receiver.queued);
    const limit = client?.limit;
    if (limit !== undefined) {
      telemetry.gauge('customer_pulse_api_calls_limit', limit.limit);
      telemetry.gauge('customer_pulse_api_calls_left', Math.max(0, limit.limit - limit.used));
    }
    try {
      const { answers, deliveries, oldestWaiting } = await store.figures();
      for (const [state, count] of Object.entries(answers)) telemetry.gauge('customer_pulse_answers', count, { state });
      for (const [state, count] of Object.entries(deliveries)) telemetry.gauge('customer_pulse_deliveries', count, { state });
      const oldest = oldestWaiting === undefined ? 0 : (Date.now() - Date.parse(oldestWaiting)) / 1_000;
      telemetry.gauge('customer_pulse_oldest_waiting_seconds', Math.max(0, oldest));
      await keep();
      await receiver.probe();
      telemetry.condition('store');
    } catch (thrown) {
      if (!(thrown instanceof StoreUnavailable)) throw thrown;
      telemetry.condition('store', thrown.message);
    }
  }
}
