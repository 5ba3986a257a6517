// Generated from lwc-ts-src/npsQueries/groupsQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { ALL_GROUPS, ANSWER, ANSWER_FIELDS, COUNTS, countsOf, nodesOf, } from 'c/answerFigures';
import { NO_ANSWERS } from 'c/npsMath';
import { relationshipOf } from 'c/pulseSchema';
import { SEGMENT_NAME } from './fields';
export const GROUPINGS = ['owner', 'team', 'segment', 'country', 'industry', 'channel'];
/** The way from an answer to the field, parents first. */
const PATHS = {
    owner: [relationshipOf(ANSWER_FIELDS.account), 'Owner', 'Name'],
    team: [relationshipOf(ANSWER_FIELDS.account), 'Owner', 'Department'],
    segment: [relationshipOf(ANSWER_FIELDS.account), SEGMENT_NAME],
    country: [relationshipOf(ANSWER_FIELDS.account), 'BillingCountry'],
    industry: [relationshipOf(ANSWER_FIELDS.account), 'Industry'],
    channel: [ANSWER_FIELDS.channel],
};
/** Picklists answer with the word of the user's language, too. */
const PICKLISTS = ['segment', 'industry'];
/** The query for one way of telling answers apart. */
export function groupsQuery(grouping) {
    const path = PATHS[grouping];
    const groupBy = path.reduceRight((inner, field) => `{ ${field}: ${inner} }`, '{ group: true }');
    const groups = (where) => `${ANSWER}(where: ${where}, groupBy: ${groupBy}, first: ${ALL_GROUPS}) { edges { node { aggregate { ${selected(grouping)} ${COUNTS} } } } }`;
    return `
query npsGroups($now: ${ANSWER}_Filter, $before: ${ANSWER}_Filter) {
  uiapi { aggregate {
    now: ${groups('$now')}
    before: ${groups('$before')}
  } }
}`;
}
/** The groups with the most answers first. */
export function readGroups({ uiapi }) {
    const before = new Map(nodesOf(uiapi.aggregate.before).map((group) => [nameOf(group), countsOf(group)]));
    return nodesOf(uiapi.aggregate.now)
        .map((group) => ({ name: nameOf(group), now: countsOf(group), before: before.get(nameOf(group)) ?? NO_ANSWERS }))
        .filter(({ now }) => now.rated > 0)
        .sort((one, other) => other.now.rated - one.now.rated);
}
function selected(grouping) {
    const parents = PATHS[grouping].slice(0, -1);
    const leaf = `name: ${PATHS[grouping].at(-1) ?? ''} { value ${PICKLISTS.includes(grouping) ? 'label' : ''} }`;
    return parents.reduceRight((inner, parent) => `parent: ${parent} { ${inner} }`, leaf);
}
function nameOf(group) {
    if (group.parent)
        return nameOf(group.parent);
    return group.name?.label || group.name?.value || null;
}
