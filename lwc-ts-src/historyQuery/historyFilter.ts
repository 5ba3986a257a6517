import type { Band } from 'c/pulseBands';

/** A band, or the answers without a rating. */
export type BandChoice = Band | 'unrated';

/** The values of `Program__c`. */
export type Program = 'Relational' | 'Transactional';

/** What the org itself can look for. Words cannot be among it: the platform filters no long text. */
export interface HistoryFilter {
  readonly band: BandChoice | undefined;
  readonly touchpoint: string | undefined;
  readonly program: Program | undefined;
  /** Answers from this instant on, and before this one; ISO 8601. */
  readonly since: string | undefined;
  readonly until: string | undefined;
}

/** Every answer. */
export const NO_FILTER: HistoryFilter = { band: undefined, touchpoint: undefined, program: undefined, since: undefined, until: undefined };

export function isFiltered(filter: HistoryFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

/** True when two filters find the same answers. */
export function isSameFilter(one: HistoryFilter, other: HistoryFilter): boolean {
  return KEYS.every((key) => one[key] === other[key]);
}

const KEYS = ['band', 'touchpoint', 'program', 'since', 'until'] as const;
