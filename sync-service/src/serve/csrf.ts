import { createHmac, timingSafeEqual } from 'node:crypto';

const lifetimeMs = 12 * 3_600_000;

/**
 * Marks that a form came from a page of ours: a browser sends the password along with forms of foreign pages, too, but those cannot
 * read this. Made from the page's password, so that every worker and every start knows it.
 */
export class FormMark {
  readonly #key: Buffer;

  constructor(token: string) {
    this.#key = createHmac('sha256', token).update('forms of the status page').digest();
  }

  make(now: Date): string {
    const until = (now.getTime() + lifetimeMs).toString(36);
    return `${until}.${this.#sign(until)}`;
  }

  genuine(mark: string | null, now: Date): boolean {
    const [until = '', signature = ''] = (mark ?? '').split('.');
    const expected = this.#sign(until);
    const same = signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
    return same && Number.parseInt(until, 36) > now.getTime();
  }

  #sign(until: string): string {
    return createHmac('sha256', this.#key).update(until).digest('base64url');
  }
}

/** Whether a browser says that a request comes from another site. Clients that are no browsers say nothing. */
export function fromElsewhere(headers: Readonly<Record<string, string | string[] | undefined>>): boolean {
  const site = headers['sec-fetch-site'];
  if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
  const origin = headers['origin'];
  if (typeof origin !== 'string') return false;
  return !URL.canParse(origin) || new URL(origin).host !== headers['host'];
}
