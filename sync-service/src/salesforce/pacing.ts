import { setTimeout as delay } from 'node:timers/promises';
import { OrgUnavailable } from './errors.ts';

/** The org's own count of API requests in the last 24 hours, by `Sforce-Limit-Info`. */
export interface ApiUsage {
  readonly used: number;
  readonly limit: number;
}

/** How fast calls may follow each other. */
export type Pace = { readonly kind: 'go'; readonly spacingMs: number } | { readonly kind: 'stop' };

/** Above this share of what the service may use, calls are spread out. */
const freeShare = 0.5;
const hourMs = 3_600_000;
const longestSpacingMs = 600_000;

/**
 * What the count of calls allows. The service leaves a share of the org's limit to others. While half of its own is free it goes as
 * fast as it can; then what is left is spread over the next hour, so that the flow thins out instead of breaking off.
 * @param reserve share of the limit (0 to 1) that is left to others
 */
export function paceFor({ used, limit }: ApiUsage, reserve: number): Pace {
  const allowed = Math.floor(limit * (1 - reserve));
  const left = allowed - used;
  if (left <= 0) return { kind: 'stop' };
  if (used < allowed * freeShare) return { kind: 'go', spacingMs: 0 };
  return { kind: 'go', spacingMs: Math.min(longestSpacingMs, hourMs / left) };
}

/** A reading of the count that is older than this says little: one call is let through to learn the count anew. */
const staleMs = 600_000;

/** Gives calls their turn by what the org last said about its limit. */
export class Pacer {
  readonly #reserve: number;
  readonly #now: () => number;
  #usage: ApiUsage | undefined;
  #readAt = 0;
  #next = 0;

  constructor(reserve: number, now: () => number = Date.now) {
    this.#reserve = reserve;
    this.#now = now;
  }

  get usage(): ApiUsage | undefined {
    return this.#usage;
  }

  note(usage: ApiUsage | undefined): void {
    if (usage === undefined) return;
    this.#usage = usage;
    this.#readAt = this.#now();
  }

  /** The org refuses for want of calls, and says no figure with it: whatever it said before, none is left. */
  noteUsedUp(): void {
    if (this.#usage !== undefined) this.note({ used: this.#usage.limit, limit: this.#usage.limit });
  }

  /** Milliseconds to wait for the next turn, which is taken. @throws OrgUnavailable when what is left belongs to others */
  takeTurn(): number {
    const now = this.#now();
    const pace: Pace = this.#usage === undefined ? { kind: 'go', spacingMs: 0 } : paceFor(this.#usage, this.#reserve);
    if (pace.kind === 'stop') {
      if (now - this.#readAt < staleMs) throw new OrgUnavailable(this.#whyStopped(), { trouble: 'no calls left' });
      // Several calls may wait for this: only the first is let through.
      this.#readAt = now;
      return 0;
    }
    const turn = Math.max(now, this.#next);
    this.#next = turn + pace.spacingMs;
    return turn - now;
  }

  /** Waits for the next turn; a raised signal ends the wait by an AbortError. */
  async turn(signal?: AbortSignal): Promise<void> {
    const wait = this.takeTurn();
    if (wait > 0) await delay(wait, undefined, signal === undefined ? {} : { signal });
  }

  #whyStopped(): string {
    const { used, limit } = this.#usage ?? { used: 0, limit: 0 };
    const percent = Math.round(this.#reserve * 100);
    return (
      `The org has ${Math.max(0, limit - used)} of its ${limit} API calls a day left, and ${percent} % of them are kept for others ` +
      '(push.apiReservePercent). It goes on as the count of the last 24 hours falls.'
    );
  }
}
