import type { z } from 'zod';
import { Secret, secret } from '../../secret.ts';
import type { Authenticity, WebhookRequest } from '../source.ts';
import { sameText, signatureOf } from './signature.ts';

/** How far the time of a request may be from ours, in either direction. */
const toleranceMs = 5 * 60 * 1000;

/** Bytes of a signing secret: `whsec_` and base64. */
export function standardKey(secret: string): Uint8Array {
  return Buffer.from(secret.trim().replace(/^whsec_/, ''), 'base64');
}

/** Shorter ones can be guessed; what is not base64 at all comes to none, and then anybody could sign. */
const shortestKey = 16;

/** A signing secret in a section of the configuration. One that is not there at all is the loader's to tell. */
export function signingSecret(): z.ZodType<Secret> {
  return secret().refine((given: unknown) => !(given instanceof Secret) || isUsable(given.reveal()), {
    error: ({ input }) =>
      `${input instanceof Secret ? input.origin : 'it'} holds no usable signing secret: it must be whsec_ and base64 of at least 24 bytes (make one with: echo whsec_$(openssl rand -base64 32))`,
  });
}

function isUsable(text: string): boolean {
  return text === '' || standardKey(text).length >= shortestKey;
}

/** The signature header of a message (Standard Webhooks 1.0, symmetric). @param timestamp Unix seconds */
export function standardSignature(id: string, timestamp: number, body: Uint8Array, key: Uint8Array): string {
  const message = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  return signatureOf(message, key, { algorithm: 'sha256', encoding: 'base64', prefix: 'v1,' });
}

/** Checks a request signed by Standard Webhooks, over the bytes as they came; several signatures may be given, one has to fit. */
export function checkStandardWebhook({ headers, rawBody }: WebhookRequest, keys: readonly Uint8Array[], now: Date): Authenticity {
  const id = headers['webhook-id'] ?? '';
  const timestamp = headers['webhook-timestamp'] ?? '';
  const signatures = (headers['webhook-signature'] ?? '').split(' ').filter((signature) => signature.startsWith('v1,'));
  if (id === '' || !/^\d{1,15}$/.test(timestamp) || signatures.length === 0) return { genuine: false, reason: 'no signature' };
  const expected = keys.map((key) => standardSignature(id, Number(timestamp), rawBody, key));
  const fits = signatures.slice(0, 10).flatMap((given) => expected.map((signature) => sameText(given, signature)));
  if (!fits.includes(true)) return { genuine: false, reason: 'wrong signature' };
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > toleranceMs) return { genuine: false, reason: 'too old' };
  return { genuine: true, deliveryId: id };
}
