import type { Random } from './random.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const EDGE_MONTHS = ['01', '04', '07', '10', '12'] as const;

const SHIFTS_HOURS = [0, -13, -12, 8, 7, -5.5, -1, -2] as const;

/**
 * Moments at which figures go wrong: minutes around the beginning of months in UTC, in Auckland (13 hours ahead), Los
 * Angeles (8 behind) and Kolkata (half an hour off), the hours that clocks skip or repeat in Europe and America, and a
 * leap day.
 * @returns epoch milliseconds, all in the two years and a bit before `now`
 */
export function edgeMoments(now: number): readonly number[] {
  const years = [2024, 2025, 2026];
  const months = years.flatMap((year) => EDGE_MONTHS.map((month) => Date.parse(`${String(year)}-${month}-01T00:00:00Z`)));
  const around = months.flatMap((month) => SHIFTS_HOURS.flatMap((hours) => [month + hours * HOUR - MINUTE, month + hours * HOUR]));
  return [...around, ...CLOCK_CHANGES].filter((moment) => moment < now && moment > now - 2.2 * 365 * DAY);
}

const CLOCK_CHANGES = [
  '2024-02-29T23:59:00Z',
  '2024-10-27T00:30:00Z',
  '2024-10-27T01:30:00Z',
  '2025-03-09T09:59:00Z',
  '2025-03-09T10:00:00Z',
  '2025-03-30T00:59:00Z',
  '2025-03-30T01:00:00Z',
  '2025-10-26T00:30:00Z',
  '2025-10-26T01:30:00Z',
  '2025-11-02T08:30:00Z',
  '2025-11-02T09:30:00Z',
  '2025-12-31T23:59:59Z',
  '2026-03-08T10:00:00Z',
  '2026-03-29T01:00:00Z',
].map((text) => Date.parse(text));

/** When somebody answers: mostly some time in the last two years and a bit, often lately, some today, sometimes at a bad moment. */
export function answerMoment(now: number, edges: readonly number[], random: Random): number {
  if (random.chance(0.06)) return now - random.next() * 8 * HOUR;
  if (random.chance(0.2)) return random.pick(edges);
  if (random.chance(0.35)) return now - random.next() * 95 * DAY;
  return now - random.next() * 800 * DAY;
}

export const iso = (moment: number): string => new Date(Math.floor(moment / 1000) * 1000).toISOString();
export const isoDate = (moment: number): string => iso(moment).slice(0, 10);
