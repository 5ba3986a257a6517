import { createHash } from 'node:crypto';
import type { RecurringJob } from '../jobs/jobs.ts';
import type { DeliveryStore, NewDelivery } from '../store/ports/deliveries.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';
import { asStored } from './concealed.ts';
import { PlatformUnavailable } from './platformHttp.ts';
import type { PulledPage, Source } from './source.ts';

export interface Pull {
  readonly source: Source;
  readonly store: DeliveryStore;
  readonly telemetry: Telemetry;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /**
   * ISO 8601, UTC: bring in again what changed since then, and read it again even where it is known (rules of the source may have
   * changed). The position of the regular pulls stays.
   */
  readonly since?: string;
  /** Told after each page that is on disk. */
  readonly onPage?: (pulled: Pulled) => void;
}

export interface Pulled {
  readonly pages: number;
  readonly items: number;
  /** Of these items, those that were not known with the same content. */
  readonly fresh: number;
}

/**
 * Brings in what a platform has since the last position; each page is on disk, with the position after it, before the next is asked for.
 * @throws PlatformUnavailable; what came before is kept, and the next pull goes on from there
 */
export async function pullSource(pull: Pull): Promise<Pulled> {
  const { source, store, signal, since } = pull;
  if (source.pull === undefined) return { pages: 0, items: 0, fresh: 0 };
  const cursor = await store.cursor(source.name);
  const position = { ...(cursor === undefined ? {} : { cursor }), ...(since === undefined ? {} : { since }) };
  let pulled: Pulled = { pages: 0, items: 0, fresh: 0 };
  for await (const page of source.pull(position, signal)) {
    const fresh = await keep(pull, page, since === undefined ? page.cursor : (cursor ?? page.cursor));
    pulled = { pages: pulled.pages + 1, items: pulled.items + page.items.length, fresh: pulled.fresh + fresh };
    pull.onPage?.(pulled);
  }
  return pulled;
}

/** Each page is a span of its own, which the answers of its items continue. */
async function keep({ source, store, telemetry, now, since }: Pull, page: PulledPage, cursor: string): Promise<number> {
  const attributes = { source: source.name, items: page.items.length };
  return telemetry.trace('pull page', [], attributes, async ({ traceparent }) => {
    const receivedAt = now().toISOString();
    const deliveries = page.items.map((body): NewDelivery => {
      const known = since === undefined ? { deliveryId: pulledId(body) } : {};
      return { source: source.name, via: 'pull', body, receivedAt, ...known, ...(traceparent === undefined ? {} : { traceparent }) };
    });
    const kept = await Promise.all(deliveries.map((delivery) => asStored(source, delivery)));
    const results = await store.receivePulled(source.name, kept, cursor);
    const fresh = results.filter((result) => result === 'new').length;
    const count = (outcome: 'new' | 'repeated', by: number): void =>
      telemetry.count('customer_pulse_deliveries_total', by, { source: source.name, via: 'pull', outcome });
    if (fresh > 0) count('new', fresh);
    if (results.length > fresh) count('repeated', results.length - fresh);
    return fresh;
  });
}

/** The id of a pulled item, for whoever pulls: pulls overlap, and the same item with the same content is a repetition. */
export function pulledId(body: Uint8Array): string {
  return `pull:${createHash('sha256').update(body).digest('hex')}`;
}

/** One recurring job for each source that can be asked. */
export function pullJobs(sources: readonly Source[], store: DeliveryStore, telemetry: Telemetry, now: () => Date): readonly RecurringJob[] {
  return sources.flatMap((source): RecurringJob[] => {
    if (source.pull === undefined || source.pullEverySeconds === undefined) return [];
    const run = async (signal: AbortSignal): Promise<void> => runPull({ source, store, telemetry, now, signal });
    return [{ name: `pull ${source.name}`, everySeconds: source.pullEverySeconds, run }];
  });
}

/** A platform that is away is no fault of the job: it is said, and tried again at the next turn. */
async function runPull(pull: Pull): Promise<void> {
  const { source, telemetry } = pull;
  const part = `source ${source.name}`;
  try {
    const { pages, items, fresh } = await pullSource(pull);
    telemetry.condition(part);
    telemetry.log.debug('pulled', { source: source.name, pages, items, fresh });
  } catch (thrown) {
    if (!(thrown instanceof PlatformUnavailable)) throw thrown;
    telemetry.condition(part, thrown.message);
    telemetry.log.warn('pull failed', { source: source.name, reason: thrown.message });
  }
}
