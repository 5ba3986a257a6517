import {
  ALL_GROUPS,
  ANSWER,
  ANSWER_FIELDS,
  COUNTS,
  countsOf,
  nodesOf,
  type Aggregates,
  type AnswerAggregate,
  type TextValue,
} from 'c/answerFigures';
import { NO_ANSWERS, type NpsCounts } from 'c/npsMath';
import { relationshipOf } from 'c/pulseSchema';
import { SEGMENT_NAME } from './fields';

/** By what answers can be told apart. All but the channel are of the account at the time of the answer, as it is now. */
export type Grouping = 'owner' | 'team' | 'segment' | 'country' | 'industry' | 'channel';

export const GROUPINGS: readonly Grouping[] = ['owner', 'team', 'segment', 'country', 'industry', 'channel'];

/** The value that was grouped by, below its parents. */
interface Grouped {
  readonly parent?: Grouped;
  readonly name?: TextValue;
}

type Group = AnswerAggregate & Grouped;

/** What the query answers with. */
export interface GroupsData {
  readonly uiapi: { readonly aggregate: { readonly now: Aggregates<Group>; readonly before: Aggregates<Group> } };
}

export interface GroupFigures {
  /** Null for answers of accounts that have no such value, and of nobody we know. */
  readonly name: string | null;
  readonly now: NpsCounts;
  readonly before: NpsCounts;
}

/** The way from an answer to the field, parents first. */
const PATHS: Readonly<Record<Grouping, readonly string[]>> = {
  owner: [relationshipOf(ANSWER_FIELDS.account), 'Owner', 'Name'],
  team: [relationshipOf(ANSWER_FIELDS.account), 'Owner', 'Department'],
  segment: [relationshipOf(ANSWER_FIELDS.account), SEGMENT_NAME],
  country: [relationshipOf(ANSWER_FIELDS.account), 'BillingCountry'],
  industry: [relationshipOf(ANSWER_FIELDS.account), 'Industry'],
  channel: [ANSWER_FIELDS.channel],
};

/** Picklists answer with the word of the user's language, too. */
const PICKLISTS: readonly Grouping[] = ['segment', 'industry'];

/** The query for one way of telling answers apart. */
export function groupsQuery(grouping: Grouping): string {
  const path = PATHS[grouping];
  const groupBy = path.reduceRight((inner, field) => `{ ${field}: ${inner} }`, '{ group: true }');
  const groups = (where: string): string =>
    `${ANSWER}(where: ${where}, groupBy: ${groupBy}, first: ${ALL_GROUPS}) { edges { node { aggregate { ${selected(grouping)} ${COUNTS} } } } }`;
  return `
query npsGroups($now: ${ANSWER}_Filter, $before: ${ANSWER}_Filter) {
  uiapi { aggregate {
    now: ${groups('$now')}
    before: ${groups('$before')}
  } }
}`;
}

/** The groups with the most answers first. */
export function readGroups({ uiapi }: GroupsData): GroupFigures[] {
  const before = new Map(nodesOf(uiapi.aggregate.before).map((group) => [nameOf(group), countsOf(group)]));
  return nodesOf(uiapi.aggregate.now)
    .map((group) => ({ name: nameOf(group), now: countsOf(group), before: before.get(nameOf(group)) ?? NO_ANSWERS }))
    .filter(({ now }) => now.rated > 0)
    .sort((one, other) => other.now.rated - one.now.rated);
}

function selected(grouping: Grouping): string {
  const parents = PATHS[grouping].slice(0, -1);
  const leaf = `name: ${PATHS[grouping].at(-1) ?? ''} { value ${PICKLISTS.includes(grouping) ? 'label' : ''} }`;
  return parents.reduceRight((inner, parent) => `parent: ${parent} { ${inner} }`, leaf);
}

function nameOf(group: Grouped): string | null {
  if (group.parent) return nameOf(group.parent);
  return group.name?.label || group.name?.value || null;
}
