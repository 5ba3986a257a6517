import type { PulledPage, PullPosition } from '../source.ts';
import type { PullSettings } from './pullSettings.ts';

/** A list of a platform in the order of one of its times. */
export interface Timeline<Item> {
  /** Largest number of items on a page. */
  readonly pageSize: number;
  /** A page of the items at or after a moment (all of them without one), oldest first. @param page 1 for the first */
  page(from: Date | undefined, page: number): Promise<readonly Item[]>;
  /** Milliseconds since 1970. */
  at(item: Item): number;
  /** The item as it is stored. */
  body(item: Item): Uint8Array;
}

/**
 * Goes through a timeline from a position on. After each full page it asks from that page's newest item on rather than for the next
 * page number: an item that changes meanwhile moves to the end, and all behind it would move up by one, over the edge of a page.
 */
export async function* walk<Item>(
  timeline: Timeline<Item>,
  position: PullPosition,
  settings: PullSettings,
  signal: AbortSignal,
): AsyncGenerator<PulledPage> {
  let from = startOf(position, settings);
  let reached = position.since === undefined ? momentOf(position.cursor) : undefined;
  for (let page = 1; !signal.aborted;) {
    const items = await timeline.page(from, page);
    if (items.length === 0) return;
    const newest = Math.max(...items.map((item) => timeline.at(item)));
    reached = Math.max(reached ?? newest, newest);
    yield { items: items.map((item) => timeline.body(item)), cursor: new Date(reached).toISOString() };
    if (items.length < timeline.pageSize) return;
    if (from !== undefined && newest <= from.getTime()) page++;
    else [from, page] = [new Date(newest), 1];
  }
}

/** Where a pull begins. */
export function startOf({ cursor, since }: PullPosition, settings: PullSettings): Date | undefined {
  if (since !== undefined) return new Date(since);
  const reached = momentOf(cursor);
  if (reached !== undefined) return new Date(reached - (settings === false ? 0 : settings.overlapSeconds * 1000));
  return settings === false || settings.from === undefined ? undefined : new Date(settings.from);
}

/** The epoch itself is the position of who has reached nothing yet. */
function momentOf(cursor: string | undefined): number | undefined {
  const moment = Date.parse(cursor ?? '');
  return moment > 0 ? moment : undefined;
}
