import { DateTime } from 'luxon';

/** Where today began in a time zone; ISO 8601, UTC. */
export function startOfDay(now: Date, timeZone: string): string {
  return DateTime.fromJSDate(now, { zone: timeZone }).startOf('day').toUTC().toISO({ suppressMilliseconds: false }) ?? now.toISOString();
}

/** How many more may be sent today. @param cap blank: no limit */
export function roomToday(cap: number | undefined, used: number): number {
  return cap === undefined ? Number.POSITIVE_INFINITY : Math.max(0, cap - used);
}

/** A claim that holds now, whoever holds it. */
export interface HeldClaim {
  readonly id: string;
  readonly surveyId: string;
  /** When it was claimed, by the org's clock: milliseconds since 1970. */
  readonly at: number;
}

/**
 * Claims of ours that must be given back because of the daily cap. Several deployments may have counted before any of them claimed, so
 * it is counted again after the claim: whoever claimed first goes first. Every claim that was made before ours stands in the list, so
 * two of us never both keep the same last place.
 * @param claims all that hold now, ours among them
 */
export function aboveCap(
  ours: ReadonlySet<string>,
  claims: readonly HeldClaim[],
  caps: ReadonlyMap<string, number>,
  sentToday: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const above = new Set<string>();
  for (const [surveyId, cap] of caps) {
    const room = roomToday(cap, sentToday.get(surveyId) ?? 0);
    const inOrder = claims
      .filter((claim) => claim.surveyId === surveyId)
      .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
    for (const claim of inOrder.slice(room)) if (ours.has(claim.id)) above.add(claim.id);
  }
  return above;
}
