import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A secret nobody can guess, in letters that need no escaping anywhere. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString('base64url').replaceAll('-', '.');
}

/** What is stored of a secret. Secrets of 128 bits and more need no slow hash; passwords do, see `users/passwords.ts`. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares a secret with a stored hash in constant time; without a stored hash it takes as long and is false. */
export function isSecretOf(storedHash: string | undefined, secret: string): boolean {
  const stored = Buffer.from(storedHash ?? '', 'hex');
  const given = createHash('sha256').update(secret).digest();
  const comparable = stored.length === given.length ? stored : Buffer.alloc(given.length);
  return timingSafeEqual(comparable, given) && stored.length === given.length;
}
