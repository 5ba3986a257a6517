import LANG from '@salesforce/i18n/lang';
import type { ResponseRow } from 'c/responseRows';

/** A column of the table by which a person can sort. */
export type SortKey = 'date' | 'rating' | 'touchpoint' | 'contact' | 'followUp';

export interface Sorting {
  readonly key: SortKey;
  readonly ascending: boolean;
}

/** As the org gives them. */
export const NEWEST_FIRST: Sorting = { key: 'date', ascending: false };

const collator = new Intl.Collator(LANG, { numeric: true, sensitivity: 'base' });
const FOLLOW_UP_ORDER = ['overdue', 'open', 'resolved'];

type Compare = (one: ResponseRow, other: ResponseRow) => number;

const COMPARE: Readonly<Record<SortKey, Compare>> = {
  date: (one, other) => one.time - other.time,
  rating: (one, other) => (one.rating ?? 0) - (other.rating ?? 0),
  touchpoint: (one, other) => collator.compare(one.touchpoint, other.touchpoint),
  contact: (one, other) => collator.compare(one.contactName, other.contactName),
  followUp: (one, other) => followUpOrder(one) - followUpOrder(other),
};

const IS_BLANK: Readonly<Record<SortKey, (row: ResponseRow) => boolean>> = {
  date: (row) => row.time === 0,
  rating: (row) => row.rating === null,
  touchpoint: (row) => row.touchpoint === '',
  contact: (row) => row.contactName === '',
  followUp: (row) => row.followUp === undefined,
};

/** The rows in an order; what has no value there comes last either way. Of equals the one that came first stays first. */
export function sorted(rows: readonly ResponseRow[], { key, ascending }: Sorting): readonly ResponseRow[] {
  if (key === NEWEST_FIRST.key && !ascending) return rows;
  const isBlank = IS_BLANK[key];
  const compare = COMPARE[key];
  const filled = rows.filter((row) => !isBlank(row)).sort((one, other) => (ascending ? compare(one, other) : compare(other, one)));
  return [...filled, ...rows.filter(isBlank)];
}

/** The other way round for the column that is sorted by, else the way that a person wants first. */
export function nextSorting(now: Sorting, key: SortKey): Sorting {
  return key === now.key ? { key, ascending: !now.ascending } : { key, ascending: key !== 'date' };
}

function followUpOrder({ followUp }: ResponseRow): number {
  return FOLLOW_UP_ORDER.indexOf(followUp?.state ?? '');
}
