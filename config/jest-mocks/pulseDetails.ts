import type { PulseData } from 'c/pulseQueries';

/** Sum and count of each calendar month, as one span of twelve months comes. */
export function monthSums(months: Readonly<Record<number, readonly [sum: number, count: number]>>): object {
  return {
    edges: Object.entries(months).map(([month, [sum, count]]) => ({
      node: { aggregate: { at: { calendarMonth: { value: Number(month) } }, rating: { count: { value: count }, sum: { value: sum } } } },
    })),
  };
}

/** Sum, count and sum of squares of each touchpoint, as one window comes. */
export function touchpointSums(
  rows: readonly (readonly [touchpoint: string | null, sum: number, count: number, squares: number])[],
): object {
  return {
    edges: rows.map(([touchpoint, sum, count, squares]) => ({
      node: {
        aggregate: {
          touchpoint: { value: touchpoint },
          rating: { count: { value: count }, sum: { value: sum } },
          square: { sum: { value: squares } },
        },
      },
    })),
  };
}

/** What the shared document answers with; parts that are not given came empty. */
export function pulseData(aggregate: object, query: object = {}): PulseData {
  const none = { edges: [] };
  return {
    uiapi: {
      aggregate: { year0: none, year1: none, year2: none, window: none, prior: none, ...aggregate },
      query: { touchpoints: none, snapshots: none, rebaselines: none, contacts: { edges: [], totalCount: 0 }, ...query },
    },
  };
}
