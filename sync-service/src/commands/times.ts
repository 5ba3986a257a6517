import { DateTime, Duration } from 'luxon';
import { SetupError } from '../errors.ts';

const units: Readonly<Record<string, 'minutes' | 'hours' | 'days' | 'weeks'>> = { m: 'minutes', h: 'hours', d: 'days', w: 'weeks' };

/**
 * Reads a moment that a person types: `2026-01-31`, `2026-01-31T08:00` (UTC unless it says otherwise), or how long ago: `90m`, `36h`, `7d`, `2w`.
 * @returns ISO 8601, UTC
 * @throws SetupError when it is none of these, or lies in the future
 */
export function momentOf(text: string, option: string, now: Date = new Date()): string {
  const [, count, unit = ''] = /^(\d{1,6})([mhdw])$/.exec(text.trim()) ?? [];
  const named = units[unit];
  const moment =
    count !== undefined && named !== undefined
      ? DateTime.fromJSDate(now).minus(Duration.fromObject({ [named]: Number(count) }))
      : DateTime.fromISO(text.trim(), { zone: 'utc' });
  const iso = /^\d{4}-\d{2}-\d{2}|^\d+[mhdw]$/.test(text.trim()) && moment.isValid ? moment.toUTC().toISO() : null;
  if (iso === null)
    throw new SetupError(
      `${option} ${text} is no moment. Write a date (2026-01-31), a time (2026-01-31T08:00Z) or how long ago (90m, 36h, 7d, 2w).`,
    );
  if (moment.toMillis() > now.getTime()) throw new SetupError(`${option} ${text} lies in the future.`);
  return iso;
}

/** How long ago something was, for a person. */
export function ago(iso: string, now: Date): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(iso)) / 1_000);
  if (seconds < 90) return `${Math.round(seconds)} s ago`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} min ago`;
  return seconds < 129_600 ? `${Math.round(seconds / 3_600)} h ago` : `${Math.round(seconds / 86_400)} days ago`;
}
