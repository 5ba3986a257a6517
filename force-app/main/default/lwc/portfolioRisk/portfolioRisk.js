// Generated from lwc-ts-src/portfolioRisk/portfolioRisk.ts by `npm run build:lwc`. Change the source, not this file.
/** Customers as a portfolio has them: the signs of risk that each shows, and their order. Pure: no data are read here. */
export { customersOf, nodesOf, } from './customer';
export { ACT_FROM, GOING_SILENT_DAYS, largeRevenue, levelOf, LEVELS, POINTS, riskOf, WATCH_FROM, WEIGHTS, } from './risk';
export { levelCounts, matching, NO_FILTER, rated, withFollowUp } from './rated';
export { BY_RISK, nextOrder, ordered } from './ordering';
