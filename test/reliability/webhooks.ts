import { createHmac, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Ledger } from '../../sync-service/src/testing/ledger/ledger.ts';
import type { TestVersion } from './answers.ts';
import { GivenUp } from './worker.ts';

/** A signing secret as Standard Webhooks write it. */
export function newSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** One delivery of a platform: repeated with the same id until it is acknowledged. */
export interface Message {
  readonly id: string;
  readonly versions: readonly TestVersion[];
}

/** Headers of a message signed by Standard Webhooks. */
export function signed(secret: string, id: string, body: string, now = Date.now()): Record<string, string> {
  const timestamp = Math.floor(now / 1000);
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}

/** The body of a message: the canonical answers of the generic source. */
export function bodyOf(versions: readonly TestVersion[]): string {
  return JSON.stringify({
    answers: versions.map((version) => ({
      response_id: version.responseId,
      responded_at: version.respondedAt,
      updated_at: new Date(version.updatedAt).toISOString(),
      rating: version.rating,
      comment: version.comment,
      reasons: version.reasons,
      ...(version.email === undefined ? {} : { email: version.email }),
      ...(version.respondent === undefined ? {} : { respondent: version.respondent }),
    })),
  });
}

export interface Receiver {
  /** Address of a service that runs now. */
  readonly url: () => Promise<string>;
  readonly source: string;
  readonly secret: string;
}

/** Sends a message until it is acknowledged, and books it. @throws Error when nobody takes it within a minute */
export async function deliver(message: Message, { url, source, secret }: Receiver, ledger: Ledger): Promise<void> {
  const body = bodyOf(message.versions);
  ledger.sending(message.versions);
  const deadline = Date.now() + 60_000;
  let last = 'nobody listens';
  while (Date.now() < deadline) {
    try {
      const reply = await fetch(`${await url()}/webhooks/${source}`, {
        method: 'POST',
        headers: signed(secret, message.id, body),
        body,
        signal: AbortSignal.timeout(10_000),
      });
      await reply.text();
      if (reply.status === 202) {
        ledger.acknowledged(message.versions);
        return;
      }
      last = `status ${reply.status}`;
    } catch (error) {
      if (error instanceof GivenUp) throw error;
      last = String(error);
    }
    await delay(25);
  }
  throw new Error(`A message was not acknowledged within a minute: ${last}`);
}
