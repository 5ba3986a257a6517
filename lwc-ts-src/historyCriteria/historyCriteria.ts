/** What a person looks for in the history, and the answers that match. */
import { NO_FILTER, type BandChoice, type HistoryFilter, type Program } from 'c/historyQuery';
import { foldedText, type ResponseRow } from 'c/responseRows';
import { periodFilter, type Period } from './periods';

export { PERIOD_DAYS, type Period } from './periods';
export { NEWEST_FIRST, nextSorting, sorted, type Sorting, type SortKey } from './sorting';

/** States of follow-ups that a person can look for. */
export type FollowUpChoice = 'any' | 'open' | 'overdue' | 'resolved' | 'none';

/** What is set in the filters; undefined stands for all. */
export interface Choices {
  /** Words, as typed. */
  readonly search: string;
  readonly band: BandChoice | undefined;
  readonly touchpoint: string | undefined;
  readonly program: Program | undefined;
  readonly period: Period | undefined;
  readonly followUp: FollowUpChoice | undefined;
  readonly withComment: boolean;
}

export const NO_CHOICES: Choices = {
  search: '',
  band: undefined,
  touchpoint: undefined,
  program: undefined,
  period: undefined,
  followUp: undefined,
  withComment: false,
};

/** What the org is asked for, at a moment in epoch milliseconds. */
export function filterOf({ band, touchpoint, program, period }: Choices, now: number): HistoryFilter {
  return { ...NO_FILTER, band, touchpoint, program, ...periodFilter(period, now) };
}

/** What is looked for among loaded answers: what the org filters, and what only the page can. */
export interface Criteria extends Pick<Choices, 'search' | 'followUp' | 'withComment'> {
  readonly filter: HistoryFilter;
}

/** True where the page looks itself, so that answers it has not loaded are not found. */
export function looksItself({ search, withComment, followUp }: Pick<Choices, 'search' | 'withComment' | 'followUp'>): boolean {
  return search.trim() !== '' || withComment || followUp !== undefined;
}

/** How many of the filters beside the search are set. */
export function choiceCount({ search: _search, withComment, ...choices }: Choices): number {
  return Object.values(choices).filter((choice) => choice !== undefined).length + (withComment ? 1 : 0);
}

/**
 * The answers that match, in the order given.
 * @param hasAll every answer is loaded, so the page does what else the org does
 */
export function matching(rows: readonly ResponseRow[], criteria: Criteria, hasAll: boolean): readonly ResponseRow[] {
  const tests = [...(hasAll ? orgTests(criteria.filter) : []), ...ownTests(criteria)];
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

type Test = (row: ResponseRow) => boolean;

function orgTests({ band, touchpoint, program, since, until }: HistoryFilter): Test[] {
  const from = since === undefined ? -Infinity : Date.parse(since);
  const to = until === undefined ? Infinity : Date.parse(until);
  return [
    ...(band === undefined ? [] : [(row: ResponseRow) => (band === 'unrated' ? row.rating === null : row.band === band)]),
    ...(touchpoint === undefined ? [] : [(row: ResponseRow) => row.touchpoint === touchpoint]),
    ...(program === undefined ? [] : [(row: ResponseRow) => row.program === program]),
    ...(from === -Infinity && to === Infinity ? [] : [(row: ResponseRow) => row.time >= from && row.time < to]),
  ];
}

function ownTests({ search, withComment, followUp }: Criteria): Test[] {
  const words = foldedText(search).split(/\s+/u).filter(Boolean);
  return [
    ...(withComment ? [(row: ResponseRow) => row.comment !== ''] : []),
    ...(followUp === undefined ? [] : [(row: ResponseRow) => hasFollowUp(row, followUp)]),
    ...(words.length === 0 ? [] : [(row: ResponseRow) => words.every((word) => row.searchText.includes(word))]),
  ];
}

function hasFollowUp({ followUp }: ResponseRow, choice: FollowUpChoice): boolean {
  switch (choice) {
    case 'none':
      return followUp === undefined;
    case 'any':
      return followUp !== undefined;
    case 'open':
      return followUp !== undefined && followUp.state !== 'resolved';
    default:
      return followUp?.state === choice;
  }
}
