/** How long and how often to try again. */
export interface BackoffPolicy {
  /** First pause, in milliseconds; each further one is twice as long. */
  readonly baseMs: number;
  readonly longestMs: number;
  /** Attempts in all, the first included. */
  readonly attempts: number;
}

/** Waits; a test's own version does not. */
export type Wait = (milliseconds: number) => Promise<void>;

export const waitFor: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Milliseconds to wait before the attempt after `attempt` (1 = the first): between half and all of the doubled pause, so that clients
 * that failed together do not come back together. What the server asked for is the least.
 */
export function pauseBefore(attempt: number, policy: BackoffPolicy, random: () => number, retryAfterMs = 0): number {
  const full = Math.min(policy.longestMs, policy.baseMs * 2 ** (attempt - 1));
  return Math.max(retryAfterMs, full / 2 + (random() * full) / 2);
}

/** Milliseconds that a Retry-After header asks for: seconds or an HTTP date; 0 when it is absent or unreadable. */
export function retryAfter(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  if (/^\d+$/.test(header.trim())) return Number(header.trim()) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
