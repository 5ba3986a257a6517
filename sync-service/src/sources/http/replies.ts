import type { z } from 'zod';
import { PlatformUnavailable, type PlatformReply } from '../platformHttp.ts';

/** JSON of bytes or text, or undefined when it is none. */
export function jsonIn(body: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

/** Where a payload differs from its documented shape: places and kinds, no values. */
export function shapeProblem(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(
      (issue) =>
        `${issue.path.length === 0 ? 'the body' : issue.path.join('.')}: ${issue.code === 'invalid_type' ? `is not of type ${issue.expected}` : issue.code.replaceAll('_', ' ')}`,
    )
    .join('; ');
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
