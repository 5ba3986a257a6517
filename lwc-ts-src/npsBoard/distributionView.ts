import { countsOfRatings } from 'c/npsMath';
import type { DistributionView, RatingBar } from 'c/npsDistribution';
import { ratingBand, type Band } from 'c/pulseBands';
import { countLabel, fill, formatPercent, formatWhole } from 'c/pulseWording';
import { LABELS } from './labels';

const KINDS: Readonly<Record<Band, RatingBar['kind']>> = { Green: 'promoter', Yellow: 'passive', Red: 'detractor' };
const MEANINGS = { promoter: LABELS.promoter, passive: LABELS.passive, detractor: LABELS.detractor } as const;

/** The distribution of the ratings, from how often each from 0 to 10 was given; undefined where none was. */
export function distributionView(timesGiven: readonly number[]): DistributionView | undefined {
  const { promoters, detractors, rated } = countsOfRatings(timesGiven);
  if (rated === 0) return undefined;
  const most = Math.max(...timesGiven);
  const parts = [
    { kind: 'promoter', name: LABELS.promoters, number: promoters },
    { kind: 'passive', name: LABELS.passives, number: rated - promoters - detractors },
    { kind: 'detractor', name: LABELS.detractors, number: detractors },
  ] as const;
  const sentence = fill(LABELS.ratingsSentence, ...parts.map(({ number }) => formatPercent(number / rated)));
  return {
    sentence,
    bars: timesGiven.map((times, rating) => bar(rating, times, most, rated)),
    parts: parts.map(({ kind, name, number }) => ({ kind, name, percent: (number / rated) * 100, value: formatPercent(number / rated) })),
    table: {
      caption: LABELS.ratingsTitle,
      columns: [{ label: LABELS.rating }, { label: LABELS.answers, isNumeric: true }, { label: LABELS.columnShare, isNumeric: true }],
      rows: timesGiven.map((times, rating) => ({
        id: String(rating),
        cells: [formatWhole(rating), formatWhole(times), formatPercent(times / rated)],
      })),
    },
  };
}

function bar(rating: number, times: number, most: number, rated: number): RatingBar {
  const kind = KINDS[ratingBand(rating) ?? 'Red'];
  const [one, many] = [LABELS.ratingPointOne, LABELS.ratingPointMany];
  return {
    rating: formatWhole(rating),
    kind,
    height: (times / most) * 100,
    number: times === 0 ? '' : formatWhole(times),
    text: countLabel(times, one, many, formatWhole(rating), MEANINGS[kind], formatPercent(times / rated)),
  };
}
