import { Secret } from '../../secret.ts';
import type { DeliveryOutcome, DeliveryStore, StoredDelivery } from '../../store/ports/deliveries.ts';
import type { PlatformClientOptions } from '../http/platformClient.ts';
import { openSource, sourceSection } from '../kinds.ts';
import type { Source } from '../source.ts';

/** A secret of a test; its origin may be shown, its value never. */
export function testSecret(value: string): Secret {
  return new Secret(value, 'TEST_SECRET');
}

/** Opens a source from its section, without waiting for anything. @param waits how long it would have waited */
export function openForTest(
  section: Readonly<Record<string, unknown>>,
  waits: number[] = [],
  options: Partial<PlatformClientOptions> = {},
): Source {
  const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  return openSource(sourceSection.parse(section), { wait, callsPerSecond: 1_000_000, random: () => 0, ...options });
}

let ids = 0;

/** A delivery as the store hands it to a source. */
export function delivered(source: Source, via: 'webhook' | 'pull', body: Uint8Array, contentType?: string, attempts = 9): StoredDelivery {
  const receivedAt = '2026-11-22T12:00:00.000Z';
  return { id: String(++ids), attempts, source: source.name, via, body, receivedAt, ...(contentType === undefined ? {} : { contentType }) };
}

/** Reads and settles all that waits in a store. @returns how many deliveries there were */
export async function readAll(store: DeliveryStore, source: Source): Promise<number> {
  let read = 0;
  for (;;) {
    const page = await store.toRead('all', '2100-01-01T00:00:00.000Z', 500);
    if (page.length === 0) return read;
    const outcomes = await Promise.all(page.map((delivery) => readOne(source, delivery)));
    await store.settleDeliveries(outcomes);
    read += page.length;
  }
}

async function readOne(source: Source, delivery: StoredDelivery): Promise<DeliveryOutcome> {
  const reading = await source.read(delivery);
  if (!('answers' in reading) || 'problem' in reading) throw new Error(`not read: ${JSON.stringify(reading)}`);
  return { id: delivery.id, kind: 'read', answers: reading.answers };
}
