// Generated from lwc-ts-src/responseHistoryCard/historyView.ts by `npm run build:lwc`. Change the source, not this file.
import { isFiltered } from 'c/historyQuery';
import { choiceCount, looksItself, matching, NEWEST_FIRST, sorted } from 'c/historyCriteria';
import { errorText, isNoAccess } from 'c/ldsErrors';
import { countLabel, fill, formatWhole } from 'c/pulseWording';
import { timelineMonths } from './timeline';
import { LABELS } from './labels';
/** Every answer of the customer is loaded: then nothing needs to be asked of the org. */
export function hasAllAnswers({ pages, shownFilter }) {
    return pages !== undefined && pages.nextCursor === undefined && !isFiltered(shownFilter);
}
export function historyView(input) {
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
export function remembered(compute) {
    let last;
    return (input) => {
        if (last === undefined || !isSame(last.input, input))
            last = { input, result: compute(input) };
        return last.result;
    };
}
function isSame(one, other) {
    return Object.entries(one).every(([key, value]) => Object.is(value, Reflect.get(other, key)));
}
function foundRows({ loading, choices, filter, sorting, isTable }) {
    const { search, followUp, withComment } = choices;
    const found = matching(loading.pages?.rows ?? [], { filter, search, followUp, withComment }, hasAllAnswers(loading));
    return sorted(found, isTable ? sorting : NEWEST_FIRST);
}
function stateOf({ loading, hadRows }) {
    const { pages, error, step } = loading;
    if (pages === undefined && error !== undefined) {
        return isNoAccess(error)
            ? { state: 'noAccess', stateTitle: LABELS.noAccessTitle, stateText: undefined }
            : { state: 'error', stateTitle: LABELS.errorTitle, stateText: errorText(error) };
    }
    if (hadRows)
        return { state: 'ready', stateTitle: undefined, stateText: undefined };
    if (pages === undefined || step !== 'idle')
        return { state: 'loading', stateTitle: undefined, stateText: undefined };
    return { state: 'empty', stateTitle: LABELS.emptyTitle, stateText: LABELS.emptyText };
}
function shownText({ loading, choices }, found, shown) {
    if (found === 0)
        return '';
    const isCounted = hasAllAnswers(loading) || looksItself(choices);
    return countLabel(isCounted ? found : (loading.pages?.totalCount ?? 0), LABELS.shownOne, LABELS.shownMany, formatWhole(shown));
}
function partialText({ loading: { pages, step }, choices, isTable, sorting }, isPartial) {
    const isSorted = isTable && sorting !== NEWEST_FIRST;
    if (!pages || step === 'all' || !isPartial || !(looksItself(choices) || isSorted))
        return '';
    return fill(LABELS.partial, formatWhole(pages.rows.length), formatWhole(pages.totalCount));
}
