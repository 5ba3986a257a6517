import { linePath, linearScale, monthStarts, niceTicks, round2, type Point } from 'c/chartScales';
import { npsInterval, npsOf, npsVolatility, type Interval } from 'c/npsMath';
import type { MonthFigures } from 'c/npsQueries';
import type { AxisMark, TrendView } from 'c/npsTrend';
import { countLabel, FEW_ANSWERS, fill, formatMonth, formatNps, formatWhole } from 'c/pulseWording';
import { LABELS } from './labels';

/** A month that brought rated answers. */
interface Month {
  readonly month: string;
  readonly x: number;
  readonly nps: number;
  readonly interval: Interval;
  readonly rated: number;
}

/** As many months are named on the axis, and every second of them stays where there is little room. */
const MOST_MARKS = 8;
const VALUE_MARKS = 5;

/** The trend by month; undefined where no month has a rated answer. Months before the first answer are left out. */
export function trendView(all: readonly MonthFigures[], days: readonly [string, string]): TrendView | undefined {
  const firstWith = all.findIndex(({ counts }) => counts.rated > 0);
  if (firstWith === -1) return undefined;
  const shown = all.slice(firstWith);
  const months = shown.map((figures, index) => monthOf(figures, ((index + 0.5) / shown.length) * 100));
  const known = months.filter((month) => month !== null);
  const [low, high] = [
    Math.min(0, ...known.map(({ interval }) => interval.low)),
    Math.max(0, ...known.map(({ interval }) => interval.high)),
  ];
  const ticks = niceTicks(Math.floor(low / 10) * 10, Math.ceil(high / 10) * 10, VALUE_MARKS);
  const y = linearScale([Math.min(low, ticks[0] ?? low), Math.max(high, ticks.at(-1) ?? high)], [100, 0]);
  const place = (month: Month | null): Point | null => (month === null ? null : { x: month.x, y: y.at(month.nps) });
  const dots = (few: boolean): string =>
    linePath(months.flatMap((month) => [month && month.rated < FEW_ANSWERS === few ? place(month) : null, null]));
  return {
    sentence: sentenceOf(known),
    points: known.map((month) => ({ x: month.x, y: 100 - y.at(month.nps), text: pointText(month) })),
    line: linePath(months.map(place)),
    ranges: known.map(({ x, interval }) => `M ${round2(x)} ${round2(y.at(interval.low))} V ${round2(y.at(interval.high))}`).join(' '),
    dots: dots(false),
    hollowDots: dots(true),
    grid: ticks.map((tick) => `M 0 ${round2(y.at(tick))} H 100`).join(' '),
    zero: `M 0 ${round2(y.at(0))} H 100`,
    valueMarks: ticks.map((tick) => ({ id: String(tick), at: 100 - y.at(tick), text: formatNps(tick) })),
    timeMarks: timeMarks(shown),
    period: periodBand(shown, days),
    few: known.some(({ rated }) => rated < FEW_ANSWERS) ? fill(LABELS.hollow, formatWhole(FEW_ANSWERS)) : '',
    volatility: volatilityWords(shown),
    table: {
      caption: LABELS.monthsTitle,
      columns: [LABELS.columnMonth, LABELS.nps, LABELS.columnInterval, LABELS.answers].map((label, index) => ({
        label,
        isNumeric: index > 0,
      })),
      rows: [...known].reverse().map((month) => ({ id: month.month, cells: cellsOf(month) })),
    },
  };
}

function monthOf({ month, counts }: MonthFigures, x: number): Month | null {
  const [nps, interval] = [npsOf(counts), npsInterval(counts)];
  return nps === null || interval === null ? null : { month, x, nps, interval, rated: counts.rated };
}

function pointText({ month, nps, interval, rated }: Month): string {
  const values = [formatMonth(month), formatNps(nps), formatNps(interval.low), formatNps(interval.high)];
  return countLabel(rated, LABELS.monthPointOne, LABELS.monthPointMany, ...values);
}

function cellsOf({ month, nps, interval, rated }: Month): string[] {
  return [formatMonth(month), formatNps(nps), fill(LABELS.between, formatNps(interval.low), formatNps(interval.high)), formatWhole(rated)];
}

function sentenceOf(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return '';
  return fill(LABELS.monthsSentence, formatMonth(first.month), formatMonth(last.month), formatNps(first.nps), formatNps(last.nps));
}

/** How much the last twelve months differ, and whether that is more than chance; the running month is not over and left out. */
function volatilityWords(months: readonly MonthFigures[]): string {
  const volatility = npsVolatility(months.slice(-13, -1).map(({ counts }) => counts));
  if (!volatility) return '';
  if (!volatility.isSound) return LABELS.monthsSteady;
  return fill(LABELS.monthsVolatile, formatWhole(volatility.points), formatWhole(volatility.expected));
}

function timeMarks(months: readonly MonthFigures[]): AxisMark[] {
  const starts = months.map(({ month }) => Date.parse(month));
  const marked = monthStarts(starts[0] ?? 0, starts.at(-1) ?? 0, MOST_MARKS);
  return marked.map((start, index) => ({
    id: String(start),
    at: ((starts.indexOf(start) + 0.5) / starts.length) * 100,
    text: formatMonth(new Date(start).toISOString().slice(0, 10)),
    isMinor: (marked.length - 1 - index) % 2 === 1,
  }));
}

/** Where the chosen period lies among the months, in percent. */
function periodBand(months: readonly MonthFigures[], [first, last]: readonly [string, string]): { from: number; to: number } {
  const starts = months.map(({ month }) => Date.parse(month));
  const begin = starts[0] ?? 0;
  const newest = new Date(starts.at(-1) ?? 0);
  const end = Date.UTC(newest.getUTCFullYear(), newest.getUTCMonth() + 1);
  const at = linearScale([begin, end], [0, 100]);
  return { from: round2(at.at(Date.parse(first))), to: round2(at.at(Date.parse(last) + 86_400_000)) };
}
