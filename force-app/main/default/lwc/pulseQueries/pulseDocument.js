// Generated from lwc-ts-src/pulseQueries/pulseDocument.ts by `npm run build:lwc`. Change the source, not this file.
import { ACCOUNT_PULSE_KEY_FIELD, CONTACT_PULSE_MASTER, CONTACT_PULSE_OBJECT, PULSE_FIELDS, PULSE_OWNER_FIELDS, REBASELINE_FIELDS, REBASELINE_OBJECT, RESPONSE_FIELDS, RESPONSE_FLAGS, RESPONSE_OBJECT, relationshipOf, SNAPSHOT_FIELDS, SNAPSHOT_OBJECT, TOUCHPOINT_FIELDS, TOUCHPOINT_OBJECT, } from 'c/pulseSchema';
import { dayOfMonth, startOfMonth, yearLimits } from './months';
/** How many respondents are listed; the lowest ones first. */
export const CONTACTS_SHOWN = 100;
/** The variable of a document about an account's pulse. @param accountId of 18 characters */
export function keyVariable(accountId) {
    return { key: `A:${accountId}` };
}
/**
 * The one document that all pulse components of a page share. It brings sums and counts, never answers:
 * by month over three years, by touchpoint for the window and the one before. The days in it change with the month only, so that
 * components that draw at different moments ask for the same.
 */
export function pulseDocument(subject, now) {
    const limits = yearLimits(now);
    const years = [0, 1, 2].map((year) => monthsAggregate(subject, `year${year}`, limits[year] ?? 0, limits[year + 1] ?? 0));
    return `query customerPulse(${variablesOf(subject)}) {
  uiapi {
    aggregate {
      ${years.join('\n      ')}
      ${touchpointAggregate(subject, 'window', RESPONSE_FLAGS.inWindow)}
      ${touchpointAggregate(subject, 'prior', RESPONSE_FLAGS.inPriorWindow)}
    }
    query {
      ${TOUCHPOINTS}
      ${rebaselines(subject)}
      ${subject.level === 'account' ? `${snapshots(subject, limits[1] ?? 0)}\n      ${contacts(subject)}` : ''}
    }
  }
}`;
}
function variablesOf({ level, by }) {
    if (by === 'key')
        return '$key: String';
    return level === 'account' ? '$pulse: ID' : '$pulse: ID, $accountPulse: ID';
}
/** Condition on a lookup to the pulse of the account. */
function ofAccount({ level, by }, lookup) {
    if (by === 'key')
        return `${relationshipOf(lookup)}: { ${ACCOUNT_PULSE_KEY_FIELD}: { eq: $key } }`;
    return `${lookup}: { eq: ${level === 'account' ? '$pulse' : '$accountPulse'} }`;
}
/** Accepted answers with a rating that count in the pulse. */
function counted(subject) {
    const lookup = RESPONSE_FIELDS.contactPulse;
    const ofPulse = subject.level === 'contact'
        ? `${lookup}: { eq: $pulse }`
        : `${relationshipOf(lookup)}: { ${ofAccount(subject, CONTACT_PULSE_MASTER)} }`;
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
function snapshots(subject, from) {
    const { pulse, month, score, count, target, yellowFrom } = SNAPSHOT_FIELDS;
    return `snapshots: ${SNAPSHOT_OBJECT}(first: 60, where: { ${ofAccount(subject, pulse)}, ${month}: { gte: { value: "${dayOfMonth(from)}" } } }) @optional {
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
/** Those of all customers, of this one, and of each segment: of which the customer is, its figures say. */
function rebaselines(subject) {
    const { scope, pulse, segment, effectiveOn, comparisonStart, note, appliedAt } = REBASELINE_FIELDS;
    const covering = `{ ${scope}: { in: ["All", "Segment"] } }, { ${ofAccount(subject, pulse)} }`;
    return `rebaselines: ${REBASELINE_OBJECT}(first: 200, where: { or: [${covering}] }, orderBy: { ${effectiveOn}: { order: DESC } }) @optional {
        edges { node {
          Id
          scope: ${scope} @optional { value }
          segment: ${segment} @optional { value }
          effectiveOn: ${effectiveOn} @optional { value }
          comparisonStart: ${comparisonStart} @optional { value }
          note: ${note} @optional { value }
          appliedAt: ${appliedAt} @optional { value }
        } }
      }`;
}
function contacts(subject) {
    return `contacts: ${CONTACT_PULSE_OBJECT}(
        first: ${CONTACTS_SHOWN}
        where: { ${ofAccount(subject, CONTACT_PULSE_MASTER)}, ${PULSE_FIELDS.ratingCount}: { gt: 0 } }
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
}
function instant(month) {
    return new Date(startOfMonth(month)).toISOString();
}
