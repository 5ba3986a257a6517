/** Answers by how they count in an NPS. `rated` is the denominator: answers without a rating are in none of them. */
export interface NpsCounts {
  readonly promoters: number;
  readonly detractors: number;
  readonly rated: number;
}

export const NO_ANSWERS: NpsCounts = { promoters: 0, detractors: 0, rated: 0 };

/** The lowest rating of a promoter, and the highest of a detractor. */
const PROMOTER_FROM = 9;
const DETRACTOR_TO = 6;

/** NPS, -100 to 100; null without a rated answer. */
export function npsOf({ promoters, detractors, rated }: NpsCounts): number | null {
  return rated > 0 ? ((promoters - detractors) / rated) * 100 : null;
}

/** Several counts as one. */
export function addCounts(all: Iterable<NpsCounts>): NpsCounts {
  let [promoters, detractors, rated] = [0, 0, 0];
  for (const counts of all) {
    promoters += counts.promoters;
    detractors += counts.detractors;
    rated += counts.rated;
  }
  return { promoters, detractors, rated };
}

/** Counts out of how often each rating was given: index 0 to 10. */
export function countsOfRatings(timesGiven: readonly number[]): NpsCounts {
  return addCounts(
    timesGiven.map((times, rating) => ({
      promoters: rating >= PROMOTER_FROM ? times : 0,
      detractors: rating <= DETRACTOR_TO ? times : 0,
      rated: times,
    })),
  );
}
