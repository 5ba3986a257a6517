import { isFiltered, type HistoryFilter } from 'c/historyQuery';
import { choiceCount, looksItself, matching, NEWEST_FIRST, sorted, type Choices, type Sorting } from 'c/historyCriteria';
import type { CardState } from 'c/cardFrame';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { countLabel, fill, formatWhole } from 'c/pulseWording';
import type { ResponseRow } from 'c/responseRows';
import type { Loading } from './loading';
import { timelineMonths, type TimelineMonth } from './timeline';
import { LABELS } from './labels';

/** Everything the card is drawn from. */
export interface HistoryInput {
  readonly loading: Loading;
  readonly choices: Choices;
  /** What the choices ask of the org. */
  readonly filter: HistoryFilter;
  readonly sorting: Sorting;
  readonly isTable: boolean;
  /** How many of the answers that match are drawn. */
  readonly limit: number;
  /** There were answers before: the filters stay, and with them the focus. */
  readonly hadRows: boolean;
  /** The answer whose own page this is. */
  readonly recordId: string | undefined;
}

/** The card as it is drawn. */
export interface HistoryView {
  readonly state: CardState;
  readonly stateTitle: string | undefined;
  readonly stateText: string | undefined;
  readonly isBusy: boolean;
  /** All that match among the loaded ones, in order. */
  readonly found: readonly ResponseRow[];
  readonly shown: readonly ResponseRow[];
  readonly months: readonly TimelineMonth[];
  readonly hasRows: boolean;
  readonly hasNoMatch: boolean;
  readonly hasComments: boolean;
  /** Comments are closed to this user: said once, so that nobody takes silence for an answer without words. */
  readonly hidesComments: boolean;
  /** "25 of 120 answers shown" */
  readonly shownText: string;
  /** What the page looks for itself it finds among loaded answers alone: said wherever that matters. */
  readonly partialText: string;
  readonly progressText: string;
  readonly hasMore: boolean;
  /** A later page failed; what came before stays. */
  readonly problem: string;
  readonly exportLabel: string;
  readonly cannotExport: boolean;
  readonly canLoadAll: boolean;
  /** "Filters (2)" */
  readonly filtersLabel: string;
  readonly canClear: boolean;
}

/** Every answer of the customer is loaded: then nothing needs to be asked of the org. */
export function hasAllAnswers({ pages, shownFilter }: Loading): boolean {
  return pages !== undefined && pages.nextCursor === undefined && !isFiltered(shownFilter);
}

export function historyView(input: HistoryInput): HistoryView {
  const { loading, limit, isTable } = input;
  const { pages, step } = loading;
  const found = foundRows(input);
  const shown = found.slice(0, limit);
  const hasComments = pages?.rows.some(({ mayReadComment }) => mayReadComment) ?? false;
  const isPartial = pages?.nextCursor !== undefined;
  const count = choiceCount(input.choices);
  return {
    ...stateOf(input),
    isBusy: step !== 'idle',
    found,
    shown,
    months: isTable ? [] : timelineMonths(shown, input.recordId),
    hasRows: found.length > 0,
    hasNoMatch: found.length === 0 && step === 'idle' && loading.error === undefined,
    hasComments,
    hidesComments: found.length > 0 && !hasComments,
    shownText: shownText(input, found.length, shown.length),
    partialText: partialText(input, isPartial),
    progressText: step === 'all' && pages ? fill(LABELS.loadingAll, formatWhole(pages.rows.length), formatWhole(pages.totalCount)) : '',
    hasMore: step !== 'all' && (found.length > limit || isPartial),
    problem: pages && loading.error !== undefined ? errorText(loading.error) || LABELS.moreFailed : '',
    exportLabel: countLabel(found.length, LABELS.exportOne, LABELS.exportMany),
    cannotExport: found.length === 0,
    canLoadAll: isPartial && step === 'idle',
    filtersLabel: count === 0 ? LABELS.filters : fill(LABELS.filterCount, formatWhole(count)),
    canClear: count > 0 || input.choices.search !== '',
  };
}

/** Calls a function of one object anew only when something in the object changed. */
export function remembered<Input extends object, Result>(compute: (input: Input) => Result): (input: Input) => Result {
  let last: { readonly input: Input; readonly result: Result } | undefined;
  return (input) => {
    if (last === undefined || !isSame(last.input, input)) last = { input, result: compute(input) };
    return last.result;
  };
}

function isSame<Input extends object>(one: Input, other: Input): boolean {
  return Object.entries(one).every(([key, value]) => Object.is(value, Reflect.get(other, key)));
}

function foundRows({ loading, choices, filter, sorting, isTable }: HistoryInput): readonly ResponseRow[] {
  const { search, followUp, withComment } = choices;
  const found = matching(loading.pages?.rows ?? [], { filter, search, followUp, withComment }, hasAllAnswers(loading));
  return sorted(found, isTable ? sorting : NEWEST_FIRST);
}

function stateOf({ loading, hadRows }: HistoryInput): Pick<HistoryView, 'state' | 'stateTitle' | 'stateText'> {
  const { pages, error, step } = loading;
  if (pages === undefined && error !== undefined) {
    return isNoAccess(error)
      ? { state: 'noAccess', stateTitle: LABELS.noAccessTitle, stateText: undefined }
      : { state: 'error', stateTitle: LABELS.errorTitle, stateText: errorText(error) };
  }
  if (hadRows) return { state: 'ready', stateTitle: undefined, stateText: undefined };
  if (pages === undefined || step !== 'idle') return { state: 'loading', stateTitle: undefined, stateText: undefined };
  return { state: 'empty', stateTitle: LABELS.emptyTitle, stateText: LABELS.emptyText };
}

function shownText({ loading, choices }: HistoryInput, found: number, shown: number): string {
  if (found === 0) return '';
  const isCounted = hasAllAnswers(loading) || looksItself(choices);
  return countLabel(isCounted ? found : (loading.pages?.totalCount ?? 0), LABELS.shownOne, LABELS.shownMany, formatWhole(shown));
}

function partialText({ loading: { pages, step }, choices, isTable, sorting }: HistoryInput, isPartial: boolean): string {
  const isSorted = isTable && sorting !== NEWEST_FIRST;
  if (!pages || step === 'all' || !isPartial || !(looksItself(choices) || isSorted)) return '';
  return fill(LABELS.partial, formatWhole(pages.rows.length), formatWhole(pages.totalCount));
}
