import { createHash } from 'node:crypto';
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
 * Only where more items than a page holds have one and the same time are page numbers needed; then it goes through them again until
 * nothing new turns up.
 */
export async function* walk<Item>(
  timeline: Timeline<Item>,
  position: PullPosition,
  settings: PullSettings,
  signal: AbortSignal,
): AsyncGenerator<PulledPage> {
  let from = startOf(position, settings);
  let reached = position.since === undefined ? (momentOf(position.cursor) ?? 0) : 0;
  let round = new Round();
  for (let page = 1; !signal.aborted;) {
    const items = await timeline.page(from, page);
    const newest = Math.max(from?.getTime() ?? 0, ...items.map((item) => timeline.at(item)));
    const bodies = items.map((item) => timeline.body(item));
    reached = Math.max(reached, items.length === 0 ? 0 : newest);
    if (round.adds(bodies)) yield { items: bodies, cursor: new Date(reached).toISOString() };
    const isLast = items.length < timeline.pageSize;
    if (!isLast && from !== undefined && newest <= from.getTime()) page++;
    else if (page > 1 && round.foundNew) [round, page] = [round.again(), 1];
    else if (isLast) return;
    else [from, page, round] = [new Date(newest), 1, new Round()];
  }
}

/** One way through the items of one time. */
class Round {
  readonly #known: Set<string>;
  foundNew = false;

  constructor(known = new Set<string>()) {
    this.#known = known;
  }

  /** Notes a page. @returns whether anything in it is new */
  adds(bodies: readonly Uint8Array[]): boolean {
    const before = this.#known.size;
    for (const body of bodies) this.#known.add(createHash('sha256').update(body).digest('base64'));
    const isNew = this.#known.size > before;
    this.foundNew ||= isNew;
    return isNew;
  }

  again(): Round {
    return new Round(this.#known);
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
