/**
 * The four queries of the NPS board. They ask for aggregates alone, so that they take as long for 100,000 answers as their
 * groups are many. The documents are fixed; what is chosen on the board goes into their variables.
 */
export {
  BOARD_QUERY,
  boardVariables,
  readBoard,
  type BoardData,
  type BoardFigures,
  type FollowUpFigures,
  type InvitationFigures,
  type MonthFigures,
  type Touchpoint,
} from './boardQuery';
export { ratingsVariables, RATINGS_QUERY, readRatings, type RatingsData } from './ratingsQuery';
export { GROUPINGS, groupsQuery, readGroups, type GroupFigures, type GroupsData, type Grouping } from './groupsQuery';
export { readRevenue, REVENUE_QUERY, revenueVariables, type CustomerFigures, type RevenueData, type RevenueFigures } from './revenueQuery';
export { answersWhere, type Measure, type Selection, type Span } from './filters';
export { SEGMENT_FIELD } from './fields';
