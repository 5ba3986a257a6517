import type { z } from 'zod';
import { PlatformUnavailable, type PlatformReply } from '../platformHttp.ts';

/** JSON of bytes or text, or undefined when it is none. Whole numbers past 2^53 become texts: as numbers two ids would become one. */
export function jsonIn(body: string | Uint8Array): unknown {
  try {
    const text = typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body);
    return JSON.parse(text, /\d{16}/.test(text) ? keptDigits : undefined) as unknown;
  } catch {
    return undefined;
  }
}

function keptDigits(_name: string, value: unknown, { source }: { readonly source?: string } = {}): unknown {
  return typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value;
}

/** Where a payload differs from its documented shape: places and kinds, no values. */
export function shapeProblem(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.length === 0 ? 'the body' : issue.path.map(placeName).join('.')}: ${kindOf(issue)}`)
    .join('; ');
}

/** A name that somebody outside made up may be anything, an address too. */
function placeName(part: PropertyKey): string {
  const name = String(part);
  return /^[\w-]{1,40}$/.test(name) ? name : `(a name of ${name.length} characters)`;
}

function kindOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `is not of type ${issue.expected}`;
  return issue.code === 'invalid_union' ? 'is of a kind that does not fit here' : issue.code.replaceAll('_', ' ');
}

/**
 * The content of a successful reply.
 * @param key where the credentials come from, for the message
 * @throws PlatformUnavailable for any other reply: what was asked for is needed, and a person may correct the settings meanwhile
 */
export function contentOf<T>(reply: PlatformReply, shape: z.ZodType<T>, platform: string, key: string): T {
  if (reply.status === 401 || reply.status === 403) {
    throw new PlatformUnavailable(
      `${platform} refuses the credentials of ${key} (status ${reply.status}): correct them, or what they are allowed to read.`,
    );
  }
  if (reply.status >= 300)
    throw new PlatformUnavailable(`${platform} refuses the request (status ${reply.status}): check the source's settings.`);
  const parsed = shape.safeParse(jsonIn(reply.body));
  if (!parsed.success) throw new PlatformUnavailable(`${platform} answered in an unknown form (${shapeProblem(parsed.error)}).`);
  return parsed.data;
}
