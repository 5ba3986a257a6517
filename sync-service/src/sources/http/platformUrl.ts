import { z } from 'zod';

/** Address of a platform's API without a slash at its end. Keys travel encrypted, except to this machine itself. */
export function platformUrl(standard: string): z.ZodType<string> {
  return z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://api.example.com' })
    .refine((url) => url.startsWith('https:') || /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/]|$)/.test(url), 'must begin with https://')
    .transform((url) => url.replace(/\/+$/, ''))
    .default(standard)
    .describe("Address of the platform's API");
}

/** An address with its query; values that are undefined are left out. */
export function withQuery(url: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const parameters = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return parameters.length === 0 ? url : `${url}?${new URLSearchParams(parameters).toString()}`;
}
