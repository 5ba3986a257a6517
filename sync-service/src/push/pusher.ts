import { setTimeout as delay } from 'node:timers/promises';
import type { Loop } from '../loop.ts';
import { WakeUp } from '../loop.ts';
import { pauseBefore, type BackoffPolicy } from '../salesforce/backoff.ts';
import { SetupError } from '../errors.ts';
import type { SalesforceClient } from '../salesforce/client.ts';
import { OrgUnavailable, RequestRefused } from '../salesforce/errors.ts';
import { bindToOrg } from '../store/orgBinding.ts';
import { BatchWindow } from './batchWindow.ts';
import { leaseMs } from './load/jobRunner.ts';
import type { PushParts } from './parts.ts';
import { noCounts, type PushCounts } from './pushCounts.ts';
import { Stream } from './stream.ts';

export type { PushCounts } from './pushCounts.ts';
export type { PushParts } from './parts.ts';

/** How a drain goes. */
export interface DrainOptions {
  readonly signal?: AbortSignal;
  /** Counted up while it runs, so that they are right also when it is cut short. */
  readonly counts?: PushCounts;
  /** Called with the number of answers that have reached their end. */
  readonly advance?: (answers: number) => void;
}

/** How the loop looks for answers when nobody tells it. */
const lookEveryMs = 1_000;
/** Pauses after the org took nothing more, in first pauses of a request (500 ms: from five seconds to five minutes). */
function pausesOf({ retryBaseMs }: SalesforceClient): BackoffPolicy {
  return { baseMs: 10 * retryBaseMs, longestMs: 600 * retryBaseMs, attempts: 0 };
}

/** Brings what waits in the store into the org. */
export class Pusher {
  readonly #parts: PushParts;

  constructor(parts: PushParts) {
    this.#parts = parts;
  }

  /**
   * Pushes until nothing waits: each answer ends pushed, parked, as a dead letter, or still waiting.
   * @throws OrgUnavailable when the org takes nothing more; what was done until then is stored and counted
   */
  async drain(options: DrainOptions = {}): Promise<PushCounts> {
    const { signal = new AbortController().signal, counts = noCounts(), advance = () => undefined } = options;
    await bindToOrg(this.#parts.store, this.#parts.client);
    await new Stream(this.#parts).run({ signal, counts, advance, live: false });
    return counts;
  }

  /** Pushes as long as the service runs. The org being away is said once, and waited for. */
  loop(): Loop {
    return new PushLoop(this.#parts);
  }
}

class PushLoop implements Loop {
  readonly name = 'push';
  readonly #parts: PushParts;
  readonly #stream: Stream;
  readonly #wakeUp = new WakeUp();
  readonly #window: BatchWindow;
  /** When the first of the answers came in that nobody has looked for yet. */
  #since: number | undefined;
  #failures = 0;

  constructor(parts: PushParts) {
    this.#parts = parts;
    this.#stream = new Stream(parts);
    this.#window = new BatchWindow(parts.settings.batchWindowMilliseconds);
  }

  wake(since?: number): void {
    this.#since ??= since;
    this.#wakeUp.call();
    this.#stream.wake(since);
  }

  async run(signal: AbortSignal): Promise<void> {
    // The configuration may have been put right since it last ran: what was parked is tried again.
    await this.#parts.store.unpark();
    while (!signal.aborted) {
      if (await this.#push(signal)) await this.#wakeUp.sleep(lookEveryMs, signal);
      else await quiet(delay(pauseBefore(Math.min(this.#failures, 10), pausesOf(this.#parts.client), Math.random), undefined, { signal }));
    }
  }

  /** @returns false when the org takes nothing more for now */
  async #push(signal: AbortSignal): Promise<boolean> {
    const { store, client, telemetry } = this.#parts;
    try {
      const { clock } = this.#stream;
      const sendFrom = this.#window.endOf(this.#since, clock.now());
      if (!(await this.#somethingWaits())) return true;
      await bindToOrg(store, client);
      await quiet(delay(Math.max(0, this.#window.lookBefore(sendFrom) - clock.now()), undefined, { signal }));
      await this.#stream.run({ signal, counts: noCounts(), advance: () => undefined, live: true, sendFrom });
      this.#failures = 0;
      telemetry.condition('org');
      return true;
    } catch (thrown) {
      if (!(thrown instanceof OrgUnavailable || thrown instanceof RequestRefused || thrown instanceof SetupError)) throw thrown;
      if (this.#failures++ === 0) telemetry.log.warn('the org takes nothing more for now', { reason: thrown.message });
      telemetry.condition('org', thrown.message);
      return false;
    } finally {
      this.#since = undefined;
    }
  }

  /** Asks the store only: while nothing waits, the org is left in peace. */
  async #somethingWaits(): Promise<boolean> {
    const { store, worker } = this.#parts;
    const scope = await this.#parts.scope();
    if (scope !== 'all' && scope.size === 0) return false;
    return (await store.waitingCount(scope, 1)) > 0 || (await store.takeLoads(worker, leaseMs)).length > 0;
  }
}

async function quiet(waiting: Promise<unknown>): Promise<void> {
  await waiting.catch(() => undefined);
}
