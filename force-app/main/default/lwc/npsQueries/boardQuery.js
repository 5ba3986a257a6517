// Generated from lwc-ts-src/npsQueries/boardQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { ALL_GROUPS, ANSWER, ANSWER_FIELDS, COUNTS, countsOf, FOLLOW_UP, FOLLOW_UP_FIELDS, nodesOf, numberOf, RESOLVED, TOUCHPOINT, TOUCHPOINT_FIELDS, } from 'c/answerFigures';
import { addCounts, NO_ANSWERS } from 'c/npsMath';
import { INVITATION, INVITATION_FIELDS } from './fields';
import { answersWhere, followUpsWhere, invitationsWhere, journeyWhere } from './filters';
const MONTHS_A_YEAR = 12;
const ANSWERED = 'Answered';
const WAITING = ['Sent', 'Opened'];
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
export function boardVariables(selection, span, prior, now) {
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
export function readBoard({ uiapi }, now) {
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
function yearsUpTo(now) {
    const end = new Date(now);
    const month = (back) => new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1 - back)).toISOString();
    return [
        { from: month(2 * MONTHS_A_YEAR), to: month(MONTHS_A_YEAR) },
        { from: month(MONTHS_A_YEAR), to: month(0) },
    ];
}
function monthsOf(from, aggregates) {
    const start = new Date(from);
    const found = new Map(nodesOf(aggregates).map((node) => [node.respondedAt.calendarMonth.value, countsOf(node)]));
    return Array.from({ length: MONTHS_A_YEAR }, (_, index) => {
        const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index));
        return { month: first.toISOString().slice(0, 10), counts: found.get(first.getUTCMonth() + 1) ?? NO_ANSWERS };
    });
}
/** Touchpoints that are set up come in their order, others after them. */
function inOrder(setUp, keys) {
    const known = new Set(setUp.map(({ key }) => key));
    const others = [...keys].filter((key) => !known.has(key)).map((key) => ({ key, name: key }));
    return [...setUp.filter(({ key }) => keys.has(key)), ...others];
}
function byTouchpoint(aggregates) {
    return new Map(nodesOf(aggregates).flatMap((node) => (node.touchpoint.value ? [[node.touchpoint.value, countsOf(node)]] : [])));
}
function readInvitations(groups) {
    const numberWith = (matches) => sum(groups.filter(({ status }) => matches(status.value ?? '')), ({ number }) => number.count);
    return {
        sent: numberWith(() => true),
        answered: numberWith((status) => status === ANSWERED),
        waiting: numberWith((status) => WAITING.includes(status)),
    };
}
function readFollowUps(groups) {
    return {
        due: sum(groups, ({ number }) => number.count),
        open: sum(groups.filter(({ status }) => status.value !== RESOLVED), ({ number }) => number.count),
        onTime: sum(groups, ({ onTime }) => onTime.sum),
        answeredAgain: sum(groups, ({ answeredAgain }) => answeredAgain.sum),
        recovered: sum(groups, ({ recovered }) => recovered.sum),
    };
}
function sum(groups, figure) {
    return groups.reduce((total, group) => total + numberOf(figure(group)), 0);
}
