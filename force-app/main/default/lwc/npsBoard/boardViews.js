// Generated from lwc-ts-src/npsBoard/boardViews.ts by `npm run build:lwc`. Change the source, not this file.
import { cardState } from './answer';
import { groupingLabel } from './choices';
import { distributionView } from './distributionView';
import { figureView } from './figureView';
import { LABELS } from './labels';
import { groupsView, journeyView } from './rangeViews';
import { revenueView } from './revenueView';
import { followUpsView, responseRateView } from './shareViews';
import { trendView } from './trendView';
import { weightedView } from './weightedView';
const NO_ANSWERS = { title: LABELS.emptyTitle, text: LABELS.emptyText };
const NO_REVENUE = { text: LABELS.weightedEmpty };
/**
 * The cards of the figures that all boards have.
 * @param answer of the chosen measure
 * @param any of whichever measure: the journey is the same for all
 * @param days the chosen period
 */
export function boardCards(answer, any, days) {
    return {
        headline: card(answer, ({ now, before }) => figureView(now, before)),
        trend: card(answer, ({ months }) => trendView(months, days)),
        journey: card(any, ({ journey }) => journeyView(journey)),
        responseRate: card(partOf(answer, 'invitations'), responseRateView, { text: LABELS.rateEmpty }),
        followUps: card(partOf(answer, 'followUps'), followUpsView, { text: LABELS.followUpsEmpty }),
    };
}
/** How often each rating was given, joined with the number of all rated answers. */
export function ratingsCard(answer, board) {
    const rated = board.figures?.now.rated;
    return card(rated === undefined ? { ...answer, figures: undefined } : answer, (timesGiven) => distributionView(timesGiven(rated ?? 0)));
}
export function groupsCard(answer) {
    return card(answer, ({ groups, groupedBy }) => groupsView(groups, groupingLabel(groupedBy)));
}
/** The cards of customers with a revenue. */
export function revenueCards(answer, board) {
    return {
        weighted: card(answer, (figures) => weightedView(figures, board.figures?.now.rated ?? 0), NO_REVENUE),
        revenue: card(answer, revenueView, NO_REVENUE),
    };
}
/** A part of the figures, which some users may not see. */
function partOf({ figures, ...answer }, part) {
    const found = figures?.[part];
    if (found === null)
        return { ...answer, figures: undefined, state: 'noAccess' };
    return { ...answer, figures: found };
}
function card(answer, make, empty = NO_ANSWERS) {
    const view = answer.figures === undefined ? undefined : make(answer.figures);
    const state = cardState(answer, view);
    return {
        state,
        busy: answer.state === 'loading' && answer.figures !== undefined,
        view,
        stateTitle: state === 'empty' ? empty.title : undefined,
        stateText: state === 'empty' ? empty.text : undefined,
    };
}
