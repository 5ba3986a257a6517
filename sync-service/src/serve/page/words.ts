import { Duration } from 'luxon';

/** `1 answer`, `2 answers`, `1,234 answers`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

const units = ['days', 'hours', 'minutes', 'seconds'] as const;

/** A length of time in its largest unit or two: `3 seconds`, `2 minutes`, `1 day, 4 hours`. */
export function lasting(seconds: number): string {
  const parts = Duration.fromObject({ seconds: Math.max(0, Math.round(seconds)) }).shiftTo(...units);
  const given = units.filter((unit) => parts[unit] > 0).slice(0, seconds >= 3_600 ? 2 : 1);
  return given.length === 0 ? 'no time' : given.map((unit) => counted(parts[unit], unit.slice(0, -1))).join(', ');
}

/** How long ago something was: `just now`, `2 minutes ago`. */
export function ago(at: string, now: Date): string {
  const seconds = (now.getTime() - Date.parse(at)) / 1_000;
  return seconds < 1 ? 'just now' : `${lasting(seconds)} ago`;
}

/** `2026-11-22 11:03:09 UTC`. */
export function moment(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
