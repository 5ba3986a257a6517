import { hash } from 'node:crypto';

/** What the store keeps of a key: enough to find it again, nothing to read. 24 hexadecimal digits. */
export function digestOf(key: string): string {
  return hash('sha256', key, 'hex').slice(0, 24);
}

/** Digests of a person's keys as the column `person_keys` has them. */
export function storedKeys(keys: readonly string[]): string {
  return keys.map(digestOf).join(' ');
}
