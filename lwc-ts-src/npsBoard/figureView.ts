import type { ChangeView, FigureView } from 'c/npsFigure';
import { npsChange, npsInterval, npsMargin, npsOf, type Interval, type NpsCounts } from 'c/npsMath';
import { countLabel, FEW_ANSWERS, fill, formatNps, formatWhole } from 'c/pulseWording';
import { LABELS } from './labels';

/** A position on the scale of an NPS, 0 at -100 and 100 at 100. */
export function onScale(nps: number): number {
  return Math.round((nps + 100) * 50) / 100;
}

/** The NPS with all that belongs to it; undefined without a rated answer. */
export function figureView(now: NpsCounts, before: NpsCounts): FigureView | undefined {
  const [nps, interval, margin] = [npsOf(now), npsInterval(now), npsMargin(now)];
  if (nps === null || interval === null || margin === null) return undefined;
  return {
    ...numbers(nps, interval, margin),
    answers: answersWords(now.rated),
    few: now.rated < FEW_ANSWERS ? LABELS.few : '',
    change: changeView(now, before),
    facts: [],
  };
}

/** What figures with a range have in common. */
export function numbers(nps: number, interval: Interval, margin: number): Omit<FigureView, 'answers' | 'few' | 'facts'> {
  return {
    value: formatNps(nps),
    margin: fill(LABELS.margin, formatWhole(margin)),
    interval: fill(LABELS.interval, formatNps(interval.low), formatNps(interval.high)),
    at: onScale(nps),
    low: onScale(interval.low),
    high: onScale(interval.high),
  };
}

export function answersWords(rated: number): string {
  return countLabel(rated, LABELS.answersOne, LABELS.answersMany);
}

/** The change against the period before, in words that say whether it is sound. */
function changeView(now: NpsCounts, before: NpsCounts): ChangeView {
  const [change, prior] = [npsChange(now, before), npsOf(before)];
  if (!change || prior === null) return { text: LABELS.trendUnknown, isSound: false, direction: 'level', soundText: '' };
  const points = Math.round(change.difference);
  const direction = points === 0 ? 'level' : points > 0 ? 'up' : 'down';
  const [one, many] = TREND_LABELS[direction];
  const text = countLabel(before.rated, one, many, formatWhole(Math.abs(points)), formatNps(prior));
  const isSound = change.isSound && direction !== 'level';
  return { text, isSound, direction, soundText: direction === 'level' ? '' : isSound ? LABELS.trendSound : LABELS.trendNoise };
}

const TREND_LABELS = {
  up: [LABELS.trendUpOne, LABELS.trendUpMany],
  down: [LABELS.trendDownOne, LABELS.trendDownMany],
  level: [LABELS.trendLevelOne, LABELS.trendLevelMany],
} as const;
