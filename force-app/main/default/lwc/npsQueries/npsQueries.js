// Generated from lwc-ts-src/npsQueries/npsQueries.ts by `npm run build:lwc`. Change the source, not this file.
/**
 * The four queries of the NPS board. They ask for aggregates alone, so that they take as long for 100,000 answers as their
 * groups are many. The documents are fixed; what is chosen on the board goes into their variables.
 */
export { BOARD_QUERY, boardVariables, readBoard, } from './boardQuery';
export { ratingsVariables, RATINGS_QUERY, readRatings } from './ratingsQuery';
export { GROUPINGS, groupsQuery, readGroups } from './groupsQuery';
export { readRevenue, REVENUE_QUERY, revenueVariables } from './revenueQuery';
export { answersWhere } from './filters';
export { SEGMENT_FIELD } from './fields';
