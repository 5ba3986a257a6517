import { BANDS, scoreBand, type Band } from 'c/pulseBands';
import { CONTACTS_SHOWN, type PulseDetails } from 'c/pulseQueries';
import { targetOf, yellowFromOf, type PulseFigures } from 'c/pulseRecord';
import type { SpreadItem, SpreadView } from 'c/pulseSpread';
import { countLabel, fill, formatScore, formatWhole } from 'c/pulseWording';
import { LABELS } from './labels';

/** How the people of an account spread over the bands; undefined for nobody. */
export function peopleSpread(details: PulseDetails, figures: PulseFigures): SpreadView | undefined {
  const { respondents, respondentCount } = details;
  if (respondents.length === 0) return undefined;
  const items = respondents.map(({ id, name, recordId, score, count, band }) =>
    itemOf(id, name, score, count, BANDS.find((look) => look.band === band)?.band ?? bandOf(figures, score), recordId),
  );
  const counts = countsOf(items);
  // The lowest are listed first: whoever is not listed is in the best band of those who are, or in a better one.
  const best = BANDS.find(({ band }) => (counts.get(band) ?? 0) > 0)?.band ?? 'Red';
  counts.set(best, (counts.get(best) ?? 0) + respondentCount - items.length);
  return {
    key: 'people',
    title: LABELS.peopleTitle,
    summary: countLabel(respondentCount, LABELS.peopleOne, LABELS.peopleMany),
    parts: partsOf(counts),
    items,
    note: respondentCount > items.length ? fill(LABELS.lowestShown, formatWhole(CONTACTS_SHOWN), formatWhole(respondentCount)) : '',
  };
}

/** How the touchpoints spread over the bands, lowest first; undefined where fewer than two have answers. The relationship as a whole is none. */
export function touchpointSpread({ touchpoints, journey }: PulseDetails, figures: PulseFigures): SpreadView | undefined {
  const names = new Map(journey.map(({ key, name }) => [key, name]));
  const items = touchpoints
    .flatMap(({ touchpoint, now }) => {
      if (now.count === 0 || touchpoint === null) return [];
      const score = now.sum / now.count;
      const name = names.get(touchpoint) ?? touchpoint;
      return [{ score, item: itemOf(name, name, score, now.count, bandOf(figures, score)) }];
    })
    .sort((one, other) => one.score - other.score)
    .map(({ item }) => item);
  if (items.length < 2) return undefined;
  return {
    key: 'touchpoints',
    title: LABELS.touchpointsTitle,
    summary: countLabel(items.length, LABELS.touchpointsOne, LABELS.touchpointsMany),
    parts: partsOf(countsOf(items)),
    items,
    note: '',
  };
}

function itemOf(id: string, name: string, score: number, count: number, band: Band, recordId?: string): SpreadItem {
  return {
    id,
    name,
    recordId,
    band,
    scoreText: formatScore(score),
    answersText: countLabel(count, LABELS.countAnswersOne, LABELS.countAnswersMany),
  };
}

function bandOf(figures: PulseFigures, score: number): Band {
  return scoreBand(score, yellowFromOf(figures), targetOf(figures));
}

function countsOf(items: readonly SpreadItem[]): Map<Band, number> {
  const counts = new Map<Band, number>();
  for (const { band } of items) counts.set(band, (counts.get(band) ?? 0) + 1);
  return counts;
}

/** Worst band first: it is what matters. */
function partsOf(counts: ReadonlyMap<Band, number>): SpreadView['parts'] {
  return [...BANDS].reverse().flatMap(({ band, label }) => {
    const count = counts.get(band) ?? 0;
    return count === 0 ? [] : [{ band, count, text: fill(LABELS.spreadPart, formatWhole(count), label) }];
  });
}
