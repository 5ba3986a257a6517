import { createHash } from 'node:crypto';

/**
 * An e-mail address in the one form in which it is compared: without a display name, in small letters.
 * `undefined` when the text is not an address.
 */
export function normaliseEmail(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  const bare = /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text;
  const address = bare
    .trim()
    .replace(/^mailto:/i, '')
    .normalize('NFC')
    .toLowerCase();
  return /^[^\s@<>,;"]+@[^\s",;<>@][^\s",.;<>@]*\.[^\s",;<>@]+$/.test(address) ? address : undefined;
}

/** What stands for an unknown address in the org: it groups one person's answers without telling who it is. */
export function emailHash(normalised: string): string {
  return createHash('sha256').update(normalised).digest('hex');
}
