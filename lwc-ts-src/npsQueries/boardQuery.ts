import {
  ALL_GROUPS,
  ANSWER,
  ANSWER_FIELDS,
  COUNTS,
  countsOf,
  FOLLOW_UP,
  FOLLOW_UP_FIELDS,
  nodesOf,
  numberOf,
  RESOLVED,
  TOUCHPOINT,
  TOUCHPOINT_FIELDS,
  type Aggregates,
  type AnswerAggregate,
  type Figure,
  type TextValue,
} from 'c/answerFigures';
import { addCounts, NO_ANSWERS, type NpsCounts } from 'c/npsMath';
import { INVITATION, INVITATION_FIELDS } from './fields';
import { answersWhere, followUpsWhere, invitationsWhere, journeyWhere, type Selection, type Span } from './filters';

type Grouped<Keys> = AnswerAggregate & Keys;

interface InvitationAggregate {
  readonly status: TextValue;
  readonly number: { readonly count: Figure };
}

interface FollowUpAggregate extends InvitationAggregate {
  readonly onTime: { readonly sum: Figure };
  readonly answeredAgain: { readonly sum: Figure };
  readonly recovered: { readonly sum: Figure };
}

type MonthAggregates = Aggregates<Grouped<{ readonly respondedAt: { readonly calendarMonth: Figure } }>>;
type TouchpointAggregates = Aggregates<Grouped<{ readonly touchpoint: TextValue }>>;

/** What the query answers with. */
export interface BoardData {
  readonly uiapi: {
    readonly aggregate: {
      readonly now: Aggregates<AnswerAggregate>;
      readonly before: Aggregates<AnswerAggregate>;
      readonly lastYear: MonthAggregates;
      readonly yearBefore: MonthAggregates;
      readonly journey: TouchpointAggregates;
      readonly journeyBefore: TouchpointAggregates;
      /** Left out for users who may not see them. */
      readonly invitations?: Aggregates<InvitationAggregate> | null;
      readonly followUps?: Aggregates<FollowUpAggregate> | null;
    };
    readonly query: {
      readonly touchpoints: { readonly edges: readonly { readonly node: { readonly Name: TextValue; readonly key: TextValue } }[] };
    };
  };
}

/** The answers of one calendar month. */
export interface MonthFigures {
  /** First day of the month, `2026-11-01`. */
  readonly month: string;
  readonly counts: NpsCounts;
}

/** What became of the invitations that were sent. */
export interface InvitationFigures {
  readonly sent: number;
  readonly answered: number;
  readonly waiting: number;
}

/** What became of the follow-ups whose deadline has passed. */
export interface FollowUpFigures {
  readonly due: number;
  readonly onTime: number;
  readonly open: number;
  readonly answeredAgain: number;
  readonly recovered: number;
}

/** A touchpoint that is set up, or that answers name. */
export interface Touchpoint {
  readonly key: string;
  /** The text of the answers where none is set up for it. */
  readonly name: string;
}

export interface TouchpointFigures extends Touchpoint {
  readonly now: NpsCounts;
  readonly before: NpsCounts;
}

/** The figures of the board, those of customers, groups and ratings apart. */
export interface BoardFigures {
  readonly now: NpsCounts;
  readonly before: NpsCounts;
  /** 24 months, oldest first, with those that brought no answers. */
  readonly months: readonly MonthFigures[];
  /** Touchpoints with transactional answers in the period or the one before it, in the order of the journey. */
  readonly touchpoints: readonly Touchpoint[];
  /** In the same order, those with rated answers in the period. */
  readonly journey: readonly TouchpointFigures[];
  /** Null for users who may not see them, as the follow-ups. */
  readonly invitations: InvitationFigures | null;
  readonly followUps: FollowUpFigures | null;
}

const MONTHS_A_YEAR = 12;
const ANSWERED = 'Answered';
const WAITING: readonly string[] = ['Sent', 'Opened'];

const MONTHS = `groupBy: { ${ANSWER_FIELDS.respondedAt}: { function: CALENDAR_MONTH } }`;
const BY_TOUCHPOINT = `groupBy: { ${ANSWER_FIELDS.touchpoint}: { group: true } }`;
const MONTH_EDGES = `{ edges { node { aggregate { respondedAt: ${ANSWER_FIELDS.respondedAt} { calendarMonth { value } } ${COUNTS} } } } }`;
const TOUCHPOINT_EDGES = `{ edges { node { aggregate { touchpoint: ${ANSWER_FIELDS.touchpoint} { value } ${COUNTS} } } } }`;

/** Nine objects in one document; the platform takes ten. */
export const BOARD_QUERY = `
query npsBoard(
  $now: ${ANSWER}_Filter, $before: ${ANSWER}_Filter, $lastYear: ${ANSWER}_Filter, $yearBefore: ${ANSWER}_Filter,
  $journey: ${ANSWER}_Filter, $journeyBefore: ${ANSWER}_Filter, $invitations: ${INVITATION}_Filter, $followUps: ${FOLLOW_UP}_Filter
) {
  uiapi {
    aggregate {
      now: ${ANSWER}(where: $now) { edges { node { aggregate { ${COUNTS} } } } }
      before: ${ANSWER}(where: $before) { edges { node { aggregate { ${COUNTS} } } } }
      lastYear: ${ANSWER}(where: $lastYear, ${MONTHS}) ${MONTH_EDGES}
      yearBefore: ${ANSWER}(where: $yearBefore, ${MONTHS}) ${MONTH_EDGES}
      journey: ${ANSWER}(where: $journey, ${BY_TOUCHPOINT}, first: ${ALL_GROUPS}) ${TOUCHPOINT_EDGES}
      journeyBefore: ${ANSWER}(where: $journeyBefore, ${BY_TOUCHPOINT}, first: ${ALL_GROUPS}) ${TOUCHPOINT_EDGES}
      invitations: ${INVITATION}(where: $invitations, groupBy: { ${INVITATION_FIELDS.status}: { group: true } }) @optional {
        edges { node { aggregate { status: ${INVITATION_FIELDS.status} { value } number: Id { count { value } } } } }
      }
      followUps: ${FOLLOW_UP}(where: $followUps, groupBy: { ${FOLLOW_UP_FIELDS.status}: { group: true } }) @optional {
        edges { node { aggregate {
          status: ${FOLLOW_UP_FIELDS.status} { value } number: Id { count { value } }
          onTime: ${FOLLOW_UP_FIELDS.onTime} { sum { value } }
          answeredAgain: ${FOLLOW_UP_FIELDS.answeredAgain} { sum { value } }
          recovered: ${FOLLOW_UP_FIELDS.recovered} { sum { value } }
        } } }
      }
    }
    query {
      touchpoints: ${TOUCHPOINT}(first: 200, orderBy: { ${TOUCHPOINT_FIELDS.position}: { order: ASC, nulls: LAST } }) {
        edges { node { Name { value } key: ${TOUCHPOINT_FIELDS.key} { value } } }
      }
    }
  }
}`;

/** @param now epoch milliseconds: a follow-up that is not due yet is not late */
export function boardVariables(selection: Selection, span: Span, prior: Span, now: number): Record<string, unknown> {
  const [yearBefore, lastYear] = yearsUpTo(now);
  const dueBy = new Date(Math.min(now, Date.parse(span.to))).toISOString();
  return {
    now: answersWhere(selection, span),
    before: answersWhere(selection, prior),
    lastYear: answersWhere(selection, lastYear),
    yearBefore: answersWhere(selection, yearBefore),
    journey: journeyWhere(selection, span),
    journeyBefore: journeyWhere(selection, prior),
    invitations: invitationsWhere(selection, span),
    followUps: followUpsWhere(selection, { from: span.from, to: dueBy }),
  };
}

/** The figures out of what the query answered. */
export function readBoard({ uiapi }: BoardData, now: number): BoardFigures {
  const { aggregate, query } = uiapi;
  const [current, prior] = [byTouchpoint(aggregate.journey), byTouchpoint(aggregate.journeyBefore)];
  const setUp = query.touchpoints.edges.map(({ node }) => ({ key: node.key.value ?? '', name: node.Name.value ?? '' }));
  const touchpoints = inOrder(setUp, new Set([...current.keys(), ...prior.keys()]));
  return {
    now: addCounts(nodesOf(aggregate.now).map(countsOf)),
    before: addCounts(nodesOf(aggregate.before).map(countsOf)),
    months: yearsUpTo(now).flatMap(({ from }, year) => monthsOf(from, year === 0 ? aggregate.yearBefore : aggregate.lastYear)),
    touchpoints,
    journey: touchpoints
      .map((touchpoint) => ({
        ...touchpoint,
        now: current.get(touchpoint.key) ?? NO_ANSWERS,
        before: prior.get(touchpoint.key) ?? NO_ANSWERS,
      }))
      .filter((touchpoint) => touchpoint.now.rated > 0),
    invitations: aggregate.invitations ? readInvitations(nodesOf(aggregate.invitations)) : null,
    followUps: aggregate.followUps ? readFollowUps(nodesOf(aggregate.followUps)) : null,
  };
}

/** The year up to the end of this month, and the one before it, oldest first. Months are those of UTC, as the platform groups them. */
function yearsUpTo(now: number): [Span, Span] {
  const end = new Date(now);
  const month = (back: number): string => new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1 - back)).toISOString();
  return [
    { from: month(2 * MONTHS_A_YEAR), to: month(MONTHS_A_YEAR) },
    { from: month(MONTHS_A_YEAR), to: month(0) },
  ];
}

function monthsOf(from: string, aggregates: MonthAggregates): MonthFigures[] {
  const start = new Date(from);
  const found = new Map(nodesOf(aggregates).map((node) => [node.respondedAt.calendarMonth.value, countsOf(node)]));
  return Array.from({ length: MONTHS_A_YEAR }, (_, index) => {
    const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index));
    return { month: first.toISOString().slice(0, 10), counts: found.get(first.getUTCMonth() + 1) ?? NO_ANSWERS };
  });
}

/** Touchpoints that are set up come in their order, others after them. */
function inOrder(setUp: readonly Touchpoint[], keys: ReadonlySet<string>): Touchpoint[] {
  const known = new Set(setUp.map(({ key }) => key));
  const others = [...keys].filter((key) => !known.has(key)).map((key) => ({ key, name: key }));
  return [...setUp.filter(({ key }) => keys.has(key)), ...others];
}

function byTouchpoint(aggregates: TouchpointAggregates): Map<string, NpsCounts> {
  return new Map(nodesOf(aggregates).flatMap((node) => (node.touchpoint.value ? [[node.touchpoint.value, countsOf(node)]] : [])));
}

function readInvitations(groups: readonly InvitationAggregate[]): InvitationFigures {
  const numberWith = (matches: (status: string) => boolean): number =>
    sum(
      groups.filter(({ status }) => matches(status.value ?? '')),
      ({ number }) => number.count,
    );
  return {
    sent: numberWith(() => true),
    answered: numberWith((status) => status === ANSWERED),
    waiting: numberWith((status) => WAITING.includes(status)),
  };
}

function readFollowUps(groups: readonly FollowUpAggregate[]): FollowUpFigures {
  return {
    due: sum(groups, ({ number }) => number.count),
    open: sum(
      groups.filter(({ status }) => status.value !== RESOLVED),
      ({ number }) => number.count,
    ),
    onTime: sum(groups, ({ onTime }) => onTime.sum),
    answeredAgain: sum(groups, ({ answeredAgain }) => answeredAgain.sum),
    recovered: sum(groups, ({ recovered }) => recovered.sum),
  };
}

function sum<Group>(groups: readonly Group[], figure: (group: Group) => Figure): number {
  return groups.reduce((total, group) => total + numberOf(figure(group)), 0);
}
