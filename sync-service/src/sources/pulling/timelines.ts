import { z } from 'zod';
import { jsonIn } from '../http/replies.ts';
import type { PulledPage, PullPosition } from '../source.ts';
import { utcTime } from '../utcTime.ts';

/** Walks one part of a platform from a position of that part. */
export type WalkPart = (part: string, position: PullPosition) => AsyncGenerator<PulledPage>;

/** Positions of the parts (forms, surveys) of a platform, kept as one cursor. */
const cursors = z.record(z.string(), z.string());

/** Walks the parts of a platform one after the other; a part that is new begins at its beginning. */
export async function* walkParts(parts: readonly string[], position: PullPosition, walkPart: WalkPart): AsyncGenerator<PulledPage> {
  const parsed = cursors.safeParse(jsonIn(position.cursor ?? ''));
  const reached: Record<string, string> = parsed.success ? { ...parsed.data } : {};
  for (const part of parts) {
    const cursor = reached[part];
    const since = position.since === undefined ? {} : { since: position.since };
    for await (const page of walkPart(part, { ...since, ...(cursor === undefined ? {} : { cursor }) })) {
      reached[part] = page.cursor;
      yield { items: page.items, cursor: JSON.stringify(reached) };
    }
  }
}

/** A page of a list, with the newest time in it (milliseconds since 1970; 0 where there is none). */
export interface UnorderedPage {
  readonly items: readonly Uint8Array[];
  readonly newest: number;
}

/** Where a list is in no order that is known: the position moves only when the whole of it is on disk. */
export async function* walkUnordered(
  pages: AsyncGenerator<UnorderedPage>,
  position: PullPosition,
  signal: AbortSignal,
): AsyncGenerator<PulledPage> {
  const standing = position.cursor ?? new Date(0).toISOString();
  let reached = Date.parse(standing) || 0;
  let held: readonly Uint8Array[] | undefined;
  for await (const { items, newest } of pages) {
    if (held !== undefined) yield { items: held, cursor: standing };
    held = items;
    reached = Math.max(reached, newest);
  }
  // Stopped before its end, the list is begun again.
  if (held !== undefined) yield { items: held, cursor: signal.aborted ? standing : new Date(reached).toISOString() };
}

/** The newest of some times as platforms write them. */
export function newestOf(times: readonly (string | undefined)[]): number {
  return Math.max(0, ...times.map(utcTime).filter((moment) => !Number.isNaN(moment)));
}
