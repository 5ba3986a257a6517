import type { CardState } from 'c/cardFrame';
import type { BoardFigures, GroupFigures, Grouping, RevenueFigures } from 'c/npsQueries';
import { cardState, type Answer } from './answer';
import { groupingLabel } from './choices';
import { distributionView } from './distributionView';
import { figureView } from './figureView';
import { LABELS } from './labels';
import { groupsView, journeyView } from './rangeViews';
import { revenueView } from './revenueView';
import { followUpsView, responseRateView } from './shareViews';
import { trendView } from './trendView';
import { weightedView } from './weightedView';

/** A card: its state, and what it shows. */
export interface Card<View> {
  readonly state: CardState;
  readonly busy: boolean;
  readonly view: View | undefined;
  /** Words of the state without figures; the frame has its own where they are undefined. */
  readonly stateTitle: string | undefined;
  readonly stateText: string | undefined;
}

/** What a card says when it has nothing to show. */
interface EmptyWords {
  readonly title?: string;
  readonly text: string;
}

const NO_ANSWERS: EmptyWords = { title: LABELS.emptyTitle, text: LABELS.emptyText };
const NO_REVENUE: EmptyWords = { text: LABELS.weightedEmpty };

/**
 * The cards of the figures that all boards have.
 * @param answer of the chosen measure
 * @param any of whichever measure: the journey is the same for all
 * @param days the chosen period
 */
export function boardCards(answer: Answer<BoardFigures>, any: Answer<BoardFigures>, days: readonly [string, string]) {
  return {
    headline: card(answer, ({ now, before }) => figureView(now, before)),
    trend: card(answer, ({ months }) => trendView(months, days)),
    journey: card(any, ({ journey }) => journeyView(journey)),
    responseRate: card(partOf(answer, 'invitations'), responseRateView, { text: LABELS.rateEmpty }),
    followUps: card(partOf(answer, 'followUps'), followUpsView, { text: LABELS.followUpsEmpty }),
  };
}

/** How often each rating was given, joined with the number of all rated answers. */
export function ratingsCard(answer: Answer<(rated: number) => number[]>, board: Answer<BoardFigures>) {
  const rated = board.figures?.now.rated;
  return card(rated === undefined ? { ...answer, figures: undefined } : answer, (timesGiven) => distributionView(timesGiven(rated ?? 0)));
}

/** Groups, and by what they were told apart: another choice may be on its way. */
export interface Groups {
  readonly groupedBy: Grouping;
  readonly groups: readonly GroupFigures[];
}

export function groupsCard(answer: Answer<Groups>) {
  return card(answer, ({ groups, groupedBy }) => groupsView(groups, groupingLabel(groupedBy)));
}

/** The cards of customers with a revenue. */
export function revenueCards(answer: Answer<RevenueFigures>, board: Answer<BoardFigures>) {
  return {
    weighted: card(answer, (figures) => weightedView(figures, board.figures?.now.rated ?? 0), NO_REVENUE),
    revenue: card(answer, revenueView, NO_REVENUE),
  };
}

/** A part of the figures, which some users may not see. */
function partOf<Part extends 'invitations' | 'followUps'>(
  { figures, ...answer }: Answer<BoardFigures>,
  part: Part,
): Answer<NonNullable<BoardFigures[Part]>> {
  const found = figures?.[part];
  if (found === null) return { ...answer, figures: undefined, state: 'noAccess' };
  return { ...answer, figures: found };
}

function card<Figures, View>(answer: Answer<Figures>, make: (figures: Figures) => View | undefined, empty = NO_ANSWERS): Card<View> {
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
