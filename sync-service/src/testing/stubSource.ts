import { createHash, timingSafeEqual } from 'node:crypto';
import type { Answer } from '../answer.ts';
import type { Reading, Source } from '../sources/source.ts';
import type { StoredDelivery } from '../store/ports/deliveries.ts';

/** The secret a stub source's requests carry in `x-secret`. */
export const stubSecret = 'stub secret';

/** A source whose deliveries are JSON such as `{"id":"r1","rating":3}`; what it reads can be replaced. */
export function stubSource(name: string, read?: (delivery: StoredDelivery) => Promise<Reading>): Source {
  return {
    name,
    kind: 'stub',
    anonymous: false,
    surveys: {},
    authenticate({ headers }) {
      const given = headers['x-secret'];
      if (given === undefined) return { genuine: false, reason: 'no signature' };
      if (!timingSafeEqual(hash(given), hash(stubSecret))) return { genuine: false, reason: 'wrong signature' };
      const deliveryId = headers['x-id'];
      return { genuine: true, ...(deliveryId === undefined ? {} : { deliveryId }) };
    },
    read: read ?? (async (delivery) => readStub(name, delivery)),
  };
}

/** A delivery of a stub source as an answer; anything else is a problem. */
export function readStub(source: string, { body, receivedAt }: StoredDelivery): Reading {
  try {
    const { id, rating, email, comment } = JSON.parse(Buffer.from(body).toString('utf8')) as Record<string, unknown>;
    if (typeof id !== 'string') return { problem: 'id is missing' };
    const text = { ...(typeof email === 'string' ? { email } : {}), ...(typeof comment === 'string' ? { comment } : {}) };
    const answer: Answer = { source, responseId: id, respondedAt: receivedAt, ...(typeof rating === 'number' ? { rating } : {}), text };
    return { answers: [answer] };
  } catch {
    return { problem: 'the body is no JSON' };
  }
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
