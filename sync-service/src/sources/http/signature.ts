import { createHash, createHmac, createSecretKey, hash, timingSafeEqual, type KeyObject } from 'node:crypto';
import type { Secret } from '../../secret.ts';
import type { Authenticity } from '../source.ts';

/** How a platform signs. */
export interface Signing {
  readonly algorithm: 'sha1' | 'sha256' | 'sha512';
  readonly encoding: 'hex' | 'base64';
  /** What stands before the signature in its header, such as `sha256=`. */
  readonly prefix?: string;
}

/** The signature of a message. */
export function signatureOf(message: string | Uint8Array, key: string | Uint8Array, { algorithm, encoding, prefix = '' }: Signing): string {
  return prefix + createHmac(algorithm, prepared(key)).update(message).digest(encoding);
}

/** Keys as OpenSSL wants them, made once for each configured secret: making one costs as much as signing a message. */
const preparedKeys = new Map<string | Uint8Array, KeyObject>();

function prepared(key: string | Uint8Array): KeyObject {
  const known = preparedKeys.get(key);
  if (known !== undefined) return known;
  const made = createSecretKey(typeof key === 'string' ? Buffer.from(key) : key);
  preparedKeys.set(key, made);
  return made;
}

/** Compares in a time that depends on neither text, only on whether they are of one length. */
export function sameText(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  if (first.byteLength === second.byteLength) return timingSafeEqual(first, second);
  const digest = (text: Buffer): Buffer => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(first), digest(second));
}

/** Whether a message is signed with one of the keys (the present one, and the one before while it is being changed). */
export function checkSignature(
  message: string | Uint8Array,
  given: string | undefined,
  keys: readonly (string | Uint8Array)[],
  signing: Signing,
): Authenticity {
  if (given === undefined || given === '') return { genuine: false, reason: 'no signature' };
  const genuine = keys.map((key) => sameText(given.trim(), signatureOf(message, key, signing))).includes(true);
  return genuine ? { genuine: true } : { genuine: false, reason: 'wrong signature' };
}

/** An id for deliveries of platforms that give none: the same bytes again are a repetition. */
export function bodyId(rawBody: Uint8Array): string {
  return `sha256:${createHash('sha256').update(rawBody).digest('hex')}`;
}

/** The same for requests that say all there is to say, so that the same bytes again are a repetition. */
export function withBodyId(authenticity: Authenticity, rawBody: Uint8Array): Authenticity {
  return authenticity.genuine ? { genuine: true, deliveryId: bodyId(rawBody) } : authenticity;
}

/** The keys that are there. */
export function revealed(...secrets: readonly (Secret | undefined)[]): readonly string[] {
  return secrets.flatMap((secret) => (secret === undefined ? [] : [secret.reveal()]));
}
