import type { SentVersion } from '../../sync-service/src/testing/ledger/ledger.ts';

/** Contacts of the test org; each has an address of its own. */
export const peopleCount = 60;

export function emailOf(person: number): string {
  return `person${person}@reliability.example`;
}

/** One version of an answer with all that a source says of it. */
export interface TestVersion extends SentVersion {
  readonly responseId: string;
  readonly email: string | undefined;
  readonly respondent: string | undefined;
  /** ISO 8601. */
  readonly respondedAt: string;
}

const minute = 60_000;
const lastYear = Date.parse('2025-03-01T08:00:00Z');
const reasonsByVersion = [['Delivery', 'Price'], ['Price'], ['Price', 'Advice', 'Delivery'], []] as const;

/**
 * The n-th answer of a source: known and unknown addresses, respondents, anonymous ones by turns, one in ten a detractor of today
 * that starts a follow-up. Versions differ in comment, rating and reasons.
 * @param now milliseconds; the same for all versions of one run
 */
export function versionOf(source: string, index: number, version: number, now: number): TestVersion {
  const kind = index % 10;
  const isFresh = kind === 9;
  const respondedAt = isFresh ? now - 3 * 60 * minute : lastYear + index * 7 * minute;
  const rating = isFresh ? index % 7 : (index + version) % 11;
  return {
    externalId: `${source}:a${index}`,
    responseId: `a${index}`,
    updatedAt: respondedAt + version * minute,
    rating: kind === 3 ? null : rating,
    comment: `Answer ${index}, version ${version}: "quoted", ${kind}\nsecond line`,
    reasons: reasonsByVersion[(index + version) % reasonsByVersion.length] ?? [],
    ...whoOf(source, index),
    respondedAt: new Date(respondedAt).toISOString(),
  };
}

function whoOf(source: string, index: number): Pick<TestVersion, 'email' | 'respondent'> {
  const kind = index % 10;
  if (kind === 5 || kind === 6) return { email: `unknown${index % 23}@${source}.example`, respondent: undefined };
  if (kind === 7) return { email: undefined, respondent: `visitor ${index % 17}` };
  if (kind === 8) return { email: undefined, respondent: undefined };
  return { email: emailOf((index * 7) % peopleCount), respondent: undefined };
}

/** The versions as a file in the canonical columns. */
export function csvOf(source: string, versions: readonly TestVersion[]): string {
  const rows = versions.map(({ responseId, email, respondent, rating, comment, respondedAt, updatedAt, reasons }) =>
    [responseId, source, email, respondent, rating, comment, respondedAt, new Date(updatedAt).toISOString(), reasons.join(';')]
      .map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`)
      .join(','),
  );
  return ['response_id,source,email,respondent,rating,comment,responded_at,updated_at,reasons', ...rows, ''].join('\n');
}
