import { DateTime } from 'luxon';
import type { OffsetUnit, ScheduledPath } from '../../metadata/flowStartTypes.ts';

const names: Readonly<Record<OffsetUnit, 'minutes' | 'hours' | 'days' | 'months'>> = {
  Minutes: 'minutes',
  Hours: 'hours',
  Days: 'days',
  Months: 'months',
};

/**
 * When a path is due, in epoch milliseconds.
 * @param from a moment (epoch milliseconds), or a day (`YYYY-MM-DD`), which begins at midnight in the organization's time zone
 */
export function dueTime(path: Pick<ScheduledPath, 'offset' | 'unit'>, from: number | string, timeZone: string): number {
  const offset = { [names[path.unit]]: path.offset };
  if (typeof from === 'number') return DateTime.fromMillis(from, { zone: 'utc' }).plus(offset).toMillis();
  const day = DateTime.fromISO(from, { zone: timeZone }).startOf('day');
  return day.plus(offset).toMillis();
}
