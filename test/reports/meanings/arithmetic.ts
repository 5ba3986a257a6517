import { textOf, type Json } from '../client.ts';
import { dayIn, grainOf, relativeDays, type Day } from '../reference/days.ts';
import { todayOf, type Viewer } from '../reference/filters.ts';
import type { RawAnswer } from './raw.ts';

type Rated = Pick<RawAnswer, 'rating'>;

const ratings = (answers: readonly Rated[]): readonly number[] => answers.map(({ rating }) => rating).filter((rating) => rating !== null);

/** How many have a rating: the denominator of every figure. */
export const rated = (answers: readonly Rated[]): number => ratings(answers).length;

const counted = (answers: readonly Rated[], from: number, to: number): number =>
  ratings(answers).filter((rating) => rating >= from && rating <= to).length;

export const promoters = (answers: readonly Rated[]): number => counted(answers, 9, 10);
export const passives = (answers: readonly Rated[]): number => counted(answers, 7, 8);
export const detractors = (answers: readonly Rated[]): number => counted(answers, 0, 6);

/** A part of a whole; null where there is nothing to take it of. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Percent promoters less percent detractors of the rated answers. */
export const nps = (answers: readonly Rated[]): number | null => percent(share(promoters(answers) - detractors(answers), rated(answers)));

export const percent = (value: number | null): number | null => (value === null ? null : value * 100);

export const mean = (numbers: readonly number[]): number | null =>
  share(
    numbers.reduce((sum, value) => sum + value, 0),
    numbers.length,
  );

/** Mean of the ratings that were given: a blank is no zero. */
export const meanRating = (answers: readonly Rated[]): number | null => mean(ratings(answers));

export const isAccepted = ({ status }: RawAnswer): boolean => status === 'Accepted';
/** Only these can be NPS of the relationship. */
export const isRelational = (answer: RawAnswer): boolean => isAccepted(answer) && answer.program === 'Relational';
export const isTransactional = (answer: RawAnswer): boolean => isAccepted(answer) && answer.program === 'Transactional';
export const isRated = ({ rating }: RawAnswer): boolean => rating !== null;

/** The day on the viewer's calendar. */
export const dayOf = (moment: string, { timeZone }: Viewer): Day => dayIn(timeZone, moment);
/** First day of the month of a moment, on the viewer's calendar. */
export const monthOf = (moment: string, viewer: Viewer): Json => grainOf('Month', dayOf(moment, viewer));

/** Whether a moment lies within a relative date such as `LAST_N_DAYS:365`, on the viewer's calendar. */
export function isWithin(moment: string | null, literal: string, viewer: Viewer): boolean {
  const days = relativeDays(literal, todayOf(viewer));
  if (days === undefined) throw new Error(`no relative date ${literal}`);
  if (moment === null) return false;
  const day = dayOf(moment, viewer);
  return day >= days.from && day <= days.to;
}

/** Whether a moment is not before the first day of a relative date. */
export function isSince(moment: string | null, literal: string, viewer: Viewer): boolean {
  const days = relativeDays(literal, todayOf(viewer));
  if (days === undefined) throw new Error(`no relative date ${literal}`);
  return moment !== null && dayOf(moment, viewer) >= days.from;
}

/** Epoch milliseconds of a moment as the REST API writes it. */
export const epochOf = (moment: Json): number => Date.parse(textOf(moment).replace(/\+0000$/u, 'Z'));

/** Whether a date (without a time) is not before the first day of a relative date. */
export function isDaySince(day: Day, literal: string, viewer: Viewer): boolean {
  const days = relativeDays(literal, todayOf(viewer));
  if (days === undefined) throw new Error(`no relative date ${literal}`);
  return day >= days.from;
}
