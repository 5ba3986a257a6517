import { dateIntervals } from '../../reports/dateIntervals.ts';
import type { StandardDateFilter } from '../../reports/types.ts';
import type { ColumnNames } from './columnNames.ts';

/** First and last day (`YYYY-MM-DD`) of a duration, for the reader today; undefined for one without, such as custom. */
export type DurationDays = (interval: string) => { readonly startDate: string; readonly endDate: string } | undefined;

const CUSTOM = 'CUSTOM';

const durations = new Map<string, string>([
  ...dateIntervals.map(({ interval, duration }) => [interval, duration] as const),
  ['INTERVAL_CUSTOM', CUSTOM],
]);

/** `standardDateFilter`: relative durations with the days that they are today. */
export function dateFilterToJson(
  filter: StandardDateFilter | undefined,
  { names, days }: { names: ColumnNames; days: DurationDays },
): unknown {
  if (filter === undefined) return { column: null, durationValue: CUSTOM, endDate: null, startDate: null };
  const durationValue = durations.get(filter.interval) ?? filter.interval;
  const own = { startDate: filter.startDate ?? null, endDate: filter.endDate ?? null };
  const { startDate, endDate } = durationValue === CUSTOM ? own : (days(filter.interval) ?? own);
  return { column: names.nameOf(filter.column), durationValue, endDate, startDate };
}

/** `standardDateFilterDurationGroups`: what the standard date filter can be set to. */
export function durationGroupsToJson(days: DurationDays): unknown {
  const groups = [...Map.groupBy(dateIntervals, ({ group }) => group)].map(([label, intervals]) => ({
    label,
    standardDateFilterDurations: intervals.map((one) => ({
      endDate: days(one.duration)?.endDate ?? null,
      label: one.label,
      startDate: days(one.duration)?.startDate ?? null,
      value: one.duration,
    })),
  }));
  const custom = { endDate: null, label: 'Custom', startDate: null, value: CUSTOM };
  return [...groups, { label: 'Custom', standardDateFilterDurations: [custom] }];
}
