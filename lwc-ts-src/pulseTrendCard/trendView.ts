import { bandLook, ratingBand, scoreBand } from 'c/pulseBands';
import type { FigureColumn, FigureRow } from 'c/figureTable';
import { dayOfMonth, monthEnds, monthOf, startOfMonth, type AnswerDot, type MonthEnd, type PulseDetails } from 'c/pulseQueries';
import type { PulseFigures } from 'c/pulseRecord';
import {
  countLabel,
  fill,
  formatDate,
  formatDay,
  formatMonth,
  formatScore,
  formatWhole,
  MILLISECONDS_A_DAY,
  WINDOW_DAYS,
} from 'c/pulseWording';
import type { Trend, TrendDot, TrendMark, TrendPoint } from 'c/trendChart';
import { LABELS } from './labels';

/** Lines used where a pulse carries none of its own. */
const DEFAULT_TARGET = 9;
const DEFAULT_YELLOW_FROM = 7;

/** Fewer months than this look like a mistake. */
const FEWEST_MONTHS = 6;

/** A change of the baseline, in words. */
export interface MarkLine {
  readonly key: string;
  readonly text: string;
}

/** What the card shows. */
export interface TrendView {
  readonly trend: Trend;
  readonly name: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly FigureRow[];
  readonly marks: readonly MarkLine[];
}

/** The pulse at the ends of the last months and now; undefined without a single score. */
export function trendView(details: PulseDetails, figures: PulseFigures, answers: readonly AnswerDot[], now: number): TrendView | undefined {
  const ends = withoutEmptyBeginning(monthEnds(details.months, details.snapshots, monthOf(now)));
  const points = [...ends.map((end) => pointOf(end, figures)), pointNow(figures, now)];
  if (points.every(({ score }) => score === null)) return undefined;
  const from = startOfMonth(ends[0]?.month ?? monthOf(now));
  const marks = marksOf(details, figures).filter(({ at }) => at >= from && at <= now);
  return {
    trend: {
      from,
      until: now,
      windowFrom: Math.max(from, now - WINDOW_DAYS * MILLISECONDS_A_DAY),
      points,
      dots: answers.filter(({ at }) => at >= from && at <= now).map(dotOf),
      marks: marks.map(({ key, at }) => ({ key, at })),
    },
    name: nameOf(points),
    columns: COLUMNS,
    rows: [...points].reverse().map(rowOf),
    marks: marks.map(({ key, text }) => ({ key, text })),
  };
}

const COLUMNS: readonly FigureColumn[] = [
  { label: LABELS.month },
  { label: LABELS.pulse, isNumeric: true },
  { label: LABELS.answersTitle, isNumeric: true },
  { label: LABELS.targetColumn, isNumeric: true },
  { label: LABELS.bandColumn },
];

type CountedPoint = TrendPoint & { readonly title: string; readonly count: number };

function withoutEmptyBeginning(ends: readonly MonthEnd[]): readonly MonthEnd[] {
  const first = ends.findIndex(({ score }) => score !== null);
  return ends.slice(Math.min(first === -1 ? ends.length : first, ends.length - FEWEST_MONTHS));
}

function pointOf(end: MonthEnd, figures: PulseFigures): CountedPoint {
  const month = formatMonth(dayOfMonth(end.month));
  return countedPoint({
    key: dayOfMonth(end.month),
    at: startOfMonth(end.month + 1),
    title: fill(LABELS.end, month),
    score: end.score,
    count: end.count,
    target: end.target ?? figures.target,
    yellowFrom: end.yellowFrom ?? figures.yellowFrom,
  });
}

function pointNow({ score, ratingCount, target, yellowFrom }: PulseFigures, now: number): CountedPoint {
  return countedPoint({ key: 'now', at: now, title: LABELS.today, score, count: ratingCount, target, yellowFrom });
}

interface Moment {
  readonly key: string;
  readonly at: number;
  readonly title: string;
  readonly score: number | null;
  readonly count: number;
  readonly target: number | null;
  readonly yellowFrom: number | null;
}

function countedPoint({ key, at, title, score, count, target, yellowFrom }: Moment): CountedPoint {
  const goal = target ?? DEFAULT_TARGET;
  const band = score === null ? undefined : scoreBand(score, yellowFrom ?? DEFAULT_YELLOW_FROM, goal);
  const look = bandLook(band);
  const said =
    score === null || !look
      ? [fill(LABELS.none, formatWhole(WINDOW_DAYS))]
      : [
          fill(LABELS.bandWords, LABELS.pulse, formatScore(score)),
          fill(LABELS.bandWords, look.label, look.scoreMeaning),
          countLabel(count, LABELS.countAnswersOne, LABELS.countAnswersMany),
          fill(LABELS.target, formatScore(goal)),
        ];
  return { key, at, score, target: goal, band, title, count, lines: [title, ...said] };
}

function dotOf({ id, at, rating, touchpoint }: AnswerDot): TrendDot {
  const band = ratingBand(rating);
  const words = fill(LABELS.answerRating, formatWhole(rating), bandLook(band)?.ratingMeaning ?? '');
  return { id, at, rating, band, lines: [formatDate(new Date(at).toISOString()), words, ...(touchpoint === '' ? [] : [touchpoint])] };
}

/** Every day from which comparisons start anew, also one that was written to the pulse by hand. */
function marksOf({ rebaselines }: PulseDetails, { comparisonStart, rebaselineNote, segment }: PulseFigures): (TrendMark & MarkLine)[] {
  const ofCustomer = rebaselines.filter((rebaseline) => rebaseline.segment === undefined || (segment && rebaseline.segment === segment));
  const own = comparisonStart === null ? [] : [{ day: comparisonStart, note: rebaselineNote ?? '' }];
  const byDay = new Map([...ofCustomer, ...own].map((rebaseline) => [rebaseline.day, rebaseline]));
  return [...byDay.values()]
    .map(({ day, note }) => ({ key: day, at: Date.parse(day), text: fill(LABELS.rebaseline, formatDay(day), note).trim() }))
    .sort((one, other) => one.at - other.at);
}

function nameOf(points: readonly CountedPoint[]): string {
  const scored = points.filter(({ score }) => score !== null);
  const [first, last] = [scored[0], scored[scored.length - 1]];
  if (!first || !last) return LABELS.title;
  return fill(LABELS.name, first.title, last.title, formatScore(first.score ?? 0), formatScore(last.score ?? 0));
}

function rowOf({ key, title, score, count, target, band }: CountedPoint): FigureRow {
  return {
    id: key,
    cells: [
      key === 'now' ? title : formatMonth(key),
      score === null ? '–' : formatScore(score),
      formatWhole(count),
      formatScore(target),
      bandLook(band)?.label ?? '',
    ],
  };
}
