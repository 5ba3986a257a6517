import { z } from 'zod';

/**
 * Address of a platform's API, without a slash at its end. Keys travel encrypted, except to this machine itself.
 * @param standard absent where every customer has an address of their own
 */
export function platformUrl(standard?: string): z.ZodType<string> {
  const url = z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://api.example.com' })
    .refine(
      (text) => text.startsWith('https:') || /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(text),
      'must begin with https://',
    )
    .overwrite((text) => text.replace(/\/+$/, ''));
  return standard === undefined ? url : url.default(standard);
}

/** An address with its query; values that are undefined are left out. */
export function withQuery(url: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const parameters = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return parameters.length === 0 ? url : `${url}?${new URLSearchParams(parameters).toString()}`;
}
