import type { ChangeView, FigureView } from 'c/npsFigure';
import { npsInterval, npsMargin, npsOf, npsTrend, type Interval, type NpsCounts } from 'c/npsMath';
import { countLabel, FEW_ANSWERS, fill, formatNps, formatWhole } from 'c/pulseWording';
import { npsTrendLine } from 'c/trendWords';
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
  const trend = npsTrend(now, before);
  const { direction, icon, text, soundness } = npsTrendLine(trend);
  return { text, icon: trend?.isSound && direction !== 'level' ? icon : '', soundText: soundness };
}
