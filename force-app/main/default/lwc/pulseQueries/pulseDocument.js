// Generated from lwc-ts-src/pulseQueries/pulseDocument.ts by `npm run build:lwc`. Change the source, not this file.
import { CONTACT_PULSE_MASTER, CONTACT_PULSE_OBJECT, PULSE_FIELDS, PULSE_OWNER_FIELDS, REBASELINE_FIELDS, REBASELINE_OBJECT, RESPONSE_FIELDS, RESPONSE_FLAGS, RESPONSE_OBJECT, relationshipOf, SNAPSHOT_FIELDS, SNAPSHOT_OBJECT, TOUCHPOINT_FIELDS, TOUCHPOINT_OBJECT, } from 'c/pulseSchema';
import { dayOfMonth, startOfMonth, yearLimits } from './months';
/** How many respondents are listed; the lowest ones first. */
export const CONTACTS_SHOWN = 100;
/**
 * The one document that all pulse components of a page share; its variable is `$pulse`. It brings sums and counts, never answers:
 * by month over three years, by touchpoint for the window and the one before. The days in it change with the month only, so that
 * components that draw at different moments ask for the same.
 */
export function pulseDocument(subject, now) {
    const limits = yearLimits(now);
    const years = [0, 1, 2].map((year) => monthsAggregate(subject, `year${year}`, limits[year] ?? 0, limits[year + 1] ?? 0));
    return `query customerPulse($pulse: ID) {
  uiapi {
    aggregate {
      ${years.join('\n      ')}
      ${touchpointAggregate(subject, 'window', RESPONSE_FLAGS.inWindow)}
      ${touchpointAggregate(subject, 'prior', RESPONSE_FLAGS.inPriorWindow)}
    }
    query {
      ${TOUCHPOINTS}
      ${rebaselines(subject)}
      ${subject.level === 'account' ? `${snapshots(limits[1] ?? 0)}\n      ${CONTACTS}` : ''}
    }
  }
}`;
}
/** Accepted answers with a rating that count in the pulse. */
function counted({ level }) {
    const lookup = RESPONSE_FIELDS.contactPulse;
    const ofPulse = level === 'contact' ? `${lookup}: { eq: $pulse }` : `${relationshipOf(lookup)}: { ${CONTACT_PULSE_MASTER}: { eq: $pulse } }`;
    return `${ofPulse}, ${RESPONSE_FIELDS.status}: { eq: "Accepted" }, ${RESPONSE_FLAGS.rated}: { eq: 1 }`;
}
/** One span of twelve months: in it a calendar month is one month. */
function monthsAggregate(subject, alias, from, until) {
    const at = RESPONSE_FIELDS.respondedAt;
    const span = `${at}: { gte: { value: "${instant(from)}" }, lt: { value: "${instant(until)}" } }`;
    return `${alias}: ${RESPONSE_OBJECT}(where: { ${counted(subject)}, ${span} }, groupBy: { ${at}: { function: CALENDAR_MONTH } }) {
        edges { node { aggregate { at: ${at} { calendarMonth { value } } rating: ${RESPONSE_FIELDS.rating} { count { value } sum { value } } } } }
      }`;
}
function touchpointAggregate(subject, alias, flag) {
    const touchpoint = RESPONSE_FIELDS.touchpoint;
    return `${alias}: ${RESPONSE_OBJECT}(where: { ${counted(subject)}, ${flag}: { eq: 1 } }, groupBy: { ${touchpoint}: { group: true } }) {
        edges { node { aggregate {
          touchpoint: ${touchpoint} { value }
          rating: ${RESPONSE_FIELDS.rating} { count { value } sum { value } }
          square: ${RESPONSE_FLAGS.ratingSquare} @optional { sum { value } }
        } } }
      }`;
}
const TOUCHPOINTS = `touchpoints: ${TOUCHPOINT_OBJECT}(first: 200, orderBy: { ${TOUCHPOINT_FIELDS.position}: { order: ASC, nulls: LAST } }) @optional {
        edges { node { Id Name { value } key: ${TOUCHPOINT_FIELDS.key} @optional { value } } }
      }`;
function snapshots(from) {
    const { pulse, month, score, count, target, yellowFrom } = SNAPSHOT_FIELDS;
    return `snapshots: ${SNAPSHOT_OBJECT}(first: 60, where: { ${pulse}: { eq: $pulse }, ${month}: { gte: { value: "${dayOfMonth(from)}" } } }) @optional {
        edges { node {
          Id
          month: ${month} @optional { value }
          score: ${score} @optional { value }
          count: ${count} @optional { value }
          target: ${target} @optional { value }
          yellowFrom: ${yellowFrom} @optional { value }
        } }
      }`;
}
/** Those of all customers, of this one, and of its segment. Ids and segments are written into the document: they hold no quotes. */
function rebaselines({ level, accountPulseId, segment }) {
    const { scope, pulse, segment: segmentField, effectiveOn, comparisonStart, note, appliedAt } = REBASELINE_FIELDS;
    const own = level === 'account' ? '$pulse' : accountPulseId === null ? undefined : literal(accountPulseId);
    const covering = [
        `{ ${scope}: { eq: "All" } }`,
        ...(own === undefined ? [] : [`{ ${pulse}: { eq: ${own} } }`]),
        ...(segment === null ? [] : [`{ ${segmentField}: { eq: ${literal(segment)} } }`]),
    ];
    return `rebaselines: ${REBASELINE_OBJECT}(first: 50, where: { or: [${covering.join(', ')}] }) @optional {
        edges { node {
          Id
          effectiveOn: ${effectiveOn} @optional { value }
          comparisonStart: ${comparisonStart} @optional { value }
          note: ${note} @optional { value }
          appliedAt: ${appliedAt} @optional { value }
        } }
      }`;
}
const CONTACTS = `contacts: ${CONTACT_PULSE_OBJECT}(
        first: ${CONTACTS_SHOWN}
        where: { ${CONTACT_PULSE_MASTER}: { eq: $pulse }, ${PULSE_FIELDS.ratingCount}: { gt: 0 } }
        orderBy: { ${PULSE_FIELDS.score}: { order: ASC, nulls: LAST } }
      ) @optional {
        totalCount
        edges { node {
          Id
          Name { value }
          score: ${PULSE_FIELDS.score} @optional { value }
          count: ${PULSE_FIELDS.ratingCount} @optional { value }
          band: ${PULSE_FIELDS.band} @optional { value }
          contact: ${relationshipOf(PULSE_OWNER_FIELDS.contact)} @optional { Id Name @optional { value } }
          lead: ${relationshipOf(PULSE_OWNER_FIELDS.lead)} @optional { Id Name @optional { value } }
        } }
      }`;
function instant(month) {
    return new Date(startOfMonth(month)).toISOString();
}
/** A text as GraphQL writes it, which is as JSON does. */
function literal(text) {
    return JSON.stringify(text);
}
