/**
 * What components that show the figures of many customers share: the names they ask by, their filters, and how aggregates are
 * asked for and read. The names of a record page are in `c/pulseSchema`; none is written twice.
 */
export {
  ACCEPTED,
  ANSWER,
  ANSWER_FIELDS,
  FOLLOW_UP,
  FOLLOW_UP_FIELDS,
  RELATIONAL,
  RESOLVED,
  TOUCHPOINT,
  TOUCHPOINT_FIELDS,
  TRANSACTIONAL,
} from './names';
export { accepted, all, type Filter } from './filters';
export {
  ALL_GROUPS,
  COUNTS,
  countsOf,
  nodesOf,
  numberOf,
  type Aggregates,
  type AnswerAggregate,
  type Figure,
  type TextValue,
} from './aggregates';
export type { FieldValue, Named, Optional } from './nodes';
