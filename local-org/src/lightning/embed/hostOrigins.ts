/** What a text that lists hosts holds: origins in their canonical form, and what is none. */
export interface ReadHosts {
  readonly origins: readonly string[];
  readonly wrong: readonly string[];
}

/**
 * Reads origins of pages that may frame components, one a line or parted by blanks.
 * @example readHosts('https://mail.example.com/inbox') // wrong: an origin has no path
 */
export function readHosts(text: string): ReadHosts {
  const written = text.split(/[\s,]+/u).filter((part) => part !== '');
  const origins = written.map((part) => originOf(part));
  return {
    origins: [...new Set(origins.filter((origin) => origin !== undefined))],
    wrong: written.filter((_, index) => origins[index] === undefined),
  };
}

/**
 * The origin that a text names, in its canonical form; undefined when it is none. Plain http is
 * taken for this machine alone: elsewhere it would hand the session to whoever listens.
 */
export function originOf(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain =
    (url.pathname === '/' || url.pathname === '') && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  const isAllowed = url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname));
  // A host with a wildcard or a blank would end the policy's source, or widen it.
  return isPlain && isAllowed && /^[a-z0-9.:[\]-]+$/u.test(url.host) ? url.origin : undefined;
}
