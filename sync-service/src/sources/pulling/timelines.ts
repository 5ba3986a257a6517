import { z } from 'zod';
import { jsonIn } from '../http/replies.ts';
import type { PulledPage, PullPosition } from '../source.ts';
import type { PullSettings } from './pullSettings.ts';

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

/** Where a list is in no order that is known: the position moves only when the whole of it is on disk. */
export async function* walkUnordered(
  pages: AsyncGenerator<readonly Uint8Array[]>,
  position: PullPosition,
  settings: PullSettings,
  reached: () => string,
): AsyncGenerator<PulledPage> {
  const standing =
    position.cursor ?? (settings === false || settings.from === undefined ? new Date(0) : new Date(settings.from)).toISOString();
  let held: readonly Uint8Array[] | undefined;
  for await (const page of pages) {
    if (held !== undefined) yield { items: held, cursor: standing };
    held = page;
  }
  yield { items: held ?? [], cursor: reached() };
}
