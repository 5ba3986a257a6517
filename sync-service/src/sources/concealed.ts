import type { NewDelivery, StoredDelivery } from '../store/ports/deliveries.ts';
import type { Reading, Source } from './source.ts';

/** Content type of what is stored in place of a delivery of an anonymous source: its reading, without identity. */
const concealedType = 'application/vnd.customer-pulse.reading+json';

/**
 * An anonymous source whose deliveries are read before they are stored, so that who answered never reaches the disk. A delivery that
 * cannot be read now (its platform is away, its mapping is wrong) is stored as it came, for nothing may be lost: its body goes with the
 * reading that succeeds.
 */
export function concealing(source: Source): Source {
  if (!source.anonymous) return source;
  return {
    ...source,
    conceal: (delivery) => conceal(source, delivery),
    read: (delivery) => (delivery.contentType === concealedType ? Promise.resolve(readingIn(delivery)) : source.read(delivery)),
  };
}

/** What is to be stored in place of a delivery. */
export async function asStored(source: Source, delivery: NewDelivery): Promise<NewDelivery> {
  return source.conceal === undefined ? delivery : source.conceal(delivery);
}

async function conceal(source: Source, delivery: NewDelivery): Promise<NewDelivery> {
  // Nobody outside may pass a text off as read and checked.
  const { contentType, ...rest } = delivery;
  const plain = contentType === undefined || contentType === concealedType ? rest : delivery;
  try {
    const reading = await source.read({ ...plain, id: '', attempts: 0 });
    if ('problem' in reading) return plain;
    return { ...plain, contentType: concealedType, body: Buffer.from(JSON.stringify(reading)) };
  } catch {
    return plain;
  }
}

/** What `conceal` has written. */
function readingIn({ body }: StoredDelivery): Reading {
  return JSON.parse(Buffer.from(body).toString('utf8')) as Reading;
}
