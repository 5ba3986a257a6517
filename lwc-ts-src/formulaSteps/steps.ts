import type { PulseFigures } from 'c/pulseRecord';
import {
  countLabel,
  fill,
  formatDay,
  formatDecimal,
  formatNps,
  formatScore,
  formatSigned,
  formatWhole,
  MILLISECONDS_A_DAY,
  WINDOW_DAYS,
} from 'c/pulseWording';
import { LABELS } from './labels';

/** One figure and how it comes about. */
export interface FormulaStep {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** The package's own lines, where a pulse carries none. */
const DEFAULT_TARGET = 9;
const DEFAULT_YELLOW_FROM = 7;

/** The steps, for the figures that there are. Results have one decimal more than on the card, so that they can be checked. */
export function stepsOf(figures: PulseFigures, now: number): FormulaStep[] {
  const steps = [pulseStep(figures, now), bandStep(figures), trendStep(figures), npsStep(figures)];
  return steps.filter((step) => step !== undefined);
}

function pulseStep({ score, ratingSum, ratingCount }: PulseFigures, now: number): FormulaStep {
  const since = formatDay(new Date(now - WINDOW_DAYS * MILLISECONDS_A_DAY).toISOString().slice(0, 10));
  const why = fill(LABELS.pulse, formatWhole(WINDOW_DAYS));
  if (score === null || ratingSum === null) return { key: 'pulse', title: LABELS.pulseTitle, lines: [why] };
  const sum = countLabel(ratingCount, LABELS.scoreOne, LABELS.scoreMany, formatWhole(ratingSum), since, formatDecimal(score, 2));
  return { key: 'pulse', title: LABELS.pulseTitle, lines: [why, sum] };
}

function bandStep({ target, yellowFrom }: PulseFigures): FormulaStep {
  const line = fill(LABELS.band, formatScore(target ?? DEFAULT_TARGET), formatScore(yellowFrom ?? DEFAULT_YELLOW_FROM));
  return { key: 'band', title: LABELS.bandTitle, lines: [line] };
}

function trendStep(figures: PulseFigures): FormulaStep | undefined {
  const { score, priorScore, priorRatingSum, priorRatingCount, trend } = figures;
  if (score === null || priorScore === null || trend === null) return undefined;
  const prior =
    priorRatingSum === null
      ? []
      : [
          countLabel(
            priorRatingCount,
            LABELS.priorOne,
            LABELS.priorMany,
            formatWhole(priorRatingSum),
            formatWhole(WINDOW_DAYS),
            formatDecimal(priorScore, 2),
          ),
        ];
  const [now, before] = bothPulses(figures, score, priorScore);
  const difference = fill(LABELS.trend, now, before, formatSigned(trend, 2));
  return { key: 'trend', title: LABELS.trendTitle, lines: [...prior, difference, ...soundness(figures)] };
}

/** As fractions where their parts are known: two rounded numbers would often differ by another than the one that is shown. */
function bothPulses(figures: PulseFigures, score: number, priorScore: number): [string, string] {
  const { ratingSum, ratingCount, priorRatingSum, priorRatingCount } = figures;
  if (ratingSum === null || priorRatingSum === null) return [formatDecimal(score, 2), formatDecimal(priorScore, 2)];
  const fraction = (sum: number, count: number): string => `${formatWhole(sum)} / ${formatWhole(count)}`;
  return [fraction(ratingSum, ratingCount), fraction(priorRatingSum, priorRatingCount)];
}

/** Whether the change is more than chance, and by which measure. */
function soundness({ trendIsSound, trendT, trendCritical, minAnswers, ratingCount, priorRatingCount }: PulseFigures): string[] {
  if (trendIsSound === null) return [];
  if (minAnswers !== null && Math.min(ratingCount, priorRatingCount) < minAnswers)
    return [countLabel(minAnswers, LABELS.tooFewOne, LABELS.tooFewMany)];
  if (trendT === null || trendCritical === null) return [];
  return [fill(trendIsSound ? LABELS.sound : LABELS.noise, formatSigned(trendT, 2), formatDecimal(trendCritical, 2))];
}

function npsStep({ nps, promoters, detractors, relationalCount }: PulseFigures): FormulaStep | undefined {
  if (nps === null || promoters === null || detractors === null || relationalCount === 0) return undefined;
  const line = fill(LABELS.nps, formatWhole(promoters), formatWhole(detractors), formatWhole(relationalCount), formatNps(nps));
  return { key: 'nps', title: LABELS.npsTitle, lines: [line] };
}
