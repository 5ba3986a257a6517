import { bandLook, scoreBand, type BandLook } from 'c/pulseBands';
import {
  countLabel,
  fill,
  formatDate,
  formatDay,
  formatNps,
  formatScore,
  MILLISECONDS_A_DAY,
  WINDOW_DAYS,
  formatWhole,
} from 'c/pulseWording';
import { trendLine } from 'c/trendWords';
import { targetOf, yellowFromOf, type PulseFigures } from 'c/pulseRecord';
import { LABELS } from './labels';

/** The stored band of a score; worked out from the lines where the user may not read the stored one. */
export function lookOf(figures: PulseFigures, score: number): BandLook | undefined {
  return bandLook(figures.band) ?? bandLook(scoreBand(score, yellowFromOf(figures), targetOf(figures)));
}

/** "Red: at risk" */
export function bandWords(look: BandLook): string {
  return fill(LABELS.bandWords, look.label, look.scoreMeaning);
}

export function targetWords(figures: PulseFigures): string {
  return fill(LABELS.target, formatScore(targetOf(figures)));
}

/** "Segment A"; empty where the account has none. */
export function segmentWords(figures: PulseFigures): string {
  return figures.segment === null ? '' : fill(LABELS.segment, figures.segment);
}

/** "14 answers in the last 365 days" */
export function answersWords(figures: PulseFigures): string {
  return countLabel(figures.ratingCount, LABELS.answersOne, LABELS.answersMany, formatWhole(WINDOW_DAYS));
}

/** The new beginning, where one of the two windows that are compared crosses it; empty otherwise. */
export function rebaselineWords({ comparisonStart, rebaselineNote }: PulseFigures, now: number): string {
  if (comparisonStart === null || now - Date.parse(comparisonStart) > 2 * WINDOW_DAYS * MILLISECONDS_A_DAY) return '';
  return fill(LABELS.rebaselineText, formatDay(comparisonStart), rebaselineNote ?? '').trim();
}

/** When the team was last told; empty where it never was. */
export function alertWords({ alertedAt, alertedScore }: PulseFigures): string {
  if (alertedAt === null) return '';
  const day = formatDate(alertedAt);
  return alertedScore === null ? fill(LABELS.alertTextNoScore, day) : fill(LABELS.alertText, day, formatScore(alertedScore));
}

/** "NPS +27 from 41 relational answers"; undefined where no relational answer has a rating: the pulse never stands in for it. */
export function npsWords(figures: PulseFigures): { readonly value: string; readonly basis: string } | undefined {
  if (figures.nps === null || figures.relationalCount === 0) return undefined;
  return {
    value: formatNps(figures.nps),
    basis: countLabel(figures.relationalCount, LABELS.npsBasisOne, LABELS.npsBasisMany),
  };
}

/** The gauge in one sentence, for those who hear it. */
export function gaugeSentence(figures: PulseFigures, score: number): string {
  const look = lookOf(figures, score);
  return [
    fill(LABELS.gaugeSentence, formatScore(score), look ? bandWords(look) : ''),
    fill(LABELS.sentence, targetWords(figures)),
    fill(LABELS.sentence, answersWords(figures)),
    fill(LABELS.sentence, trendLine(figures).text),
  ].join(' ');
}
