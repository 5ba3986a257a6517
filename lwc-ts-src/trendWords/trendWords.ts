import downMany from '@salesforce/label/c.Pulse_Trend_Down_Many';
import downOne from '@salesforce/label/c.Pulse_Trend_Down_One';
import levelMany from '@salesforce/label/c.Pulse_Trend_Level_Many';
import levelOne from '@salesforce/label/c.Pulse_Trend_Level_One';
import noise from '@salesforce/label/c.Pulse_Trend_Noise';
import sound from '@salesforce/label/c.Pulse_Trend_Sound';
import unknown from '@salesforce/label/c.Pulse_Trend_Unknown';
import upMany from '@salesforce/label/c.Pulse_Trend_Up_Many';
import upOne from '@salesforce/label/c.Pulse_Trend_Up_One';
import { countLabel, formatNps, formatScore, formatWhole } from 'c/pulseWording';

export type TrendDirection = 'up' | 'down' | 'level' | 'unknown';

/** A change as shown: its arrow, its sentence, and whether it is more than chance. */
export interface TrendLine {
  readonly direction: TrendDirection;
  readonly icon: string;
  readonly text: string;
  /** Empty where there is no change, or nobody knows. */
  readonly soundness: string;
}

/** A change of a pulse against the window before. */
export interface PulseChange {
  readonly trend: number | null;
  readonly priorScore: number | null;
  readonly priorRatingCount: number;
  readonly trendIsSound: boolean | null;
}

const ICONS: Readonly<Record<TrendDirection, string>> = {
  up: 'utility:arrowup',
  down: 'utility:arrowdown',
  level: 'utility:forward',
  unknown: 'utility:dash',
};

const LABELS: Readonly<Record<Exclude<TrendDirection, 'unknown'>, readonly [string, string]>> = {
  up: [upOne, upMany],
  down: [downOne, downMany],
  level: [levelOne, levelMany],
};

/** "Down 1.2 from 8.4, 14 answers before". A change that rounds to nothing is no change. */
export function trendLine({ trend, priorScore, priorRatingCount, trendIsSound }: PulseChange): TrendLine {
  if (trend === null || priorScore === null) return UNKNOWN;
  const words = { by: formatScore(Math.abs(trend)), from: formatScore(priorScore), answersBefore: priorRatingCount };
  return lineOf(trend * 10, words, trendIsSound);
}

/** A change of an NPS against the period before, in points; null where one of the two has no rated answer. */
export interface NpsTrend {
  readonly difference: number;
  readonly prior: number;
  readonly answersBefore: number;
  readonly isSound: boolean;
}

/** "Down 12 from +30, 14 answers before". A change that rounds to nothing is no change. */
export function npsTrendLine(trend: NpsTrend | null): TrendLine {
  if (trend === null) return UNKNOWN;
  const { difference, prior, answersBefore, isSound } = trend;
  return lineOf(difference, { by: formatWhole(Math.abs(difference)), from: formatNps(prior), answersBefore }, isSound);
}

const UNKNOWN: TrendLine = { direction: 'unknown', icon: ICONS.unknown, text: unknown, soundness: '' };

/** @param change in the smallest step that is shown; half a step counts as one, up and down alike */
function lineOf(
  change: number,
  { by, from, answersBefore }: { readonly by: string; readonly from: string; readonly answersBefore: number },
  isSound: boolean | null,
): TrendLine {
  const direction = Math.round(Math.abs(change)) === 0 ? 'level' : change > 0 ? 'up' : 'down';
  const [one, many] = LABELS[direction];
  const text = countLabel(answersBefore, one, many, by, from);
  const isJudged = isSound !== null && direction !== 'level';
  return { direction, icon: ICONS[direction], text, soundness: isJudged ? (isSound ? sound : noise) : '' };
}
