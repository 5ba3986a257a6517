/** Customers as a portfolio has them: the signs of risk that each shows, and their order. Pure: no data are read here. */
export {
  customersOf,
  nodesOf,
  type Customer,
  type CustomerNode,
  type FollowUpNode,
  type OpenFollowUp,
  type PersonNode,
  type PulseFigures,
  type PulseNode,
} from './customer';
export {
  ACT_FROM,
  GOING_SILENT_DAYS,
  largeRevenue,
  levelOf,
  LEVELS,
  POINTS,
  riskOf,
  WATCH_FROM,
  WEIGHTS,
  type Risk,
  type RiskLevel,
  type RiskReason,
} from './risk';
export { levelCounts, matching, NO_FILTER, rated, withFollowUp, type PortfolioFilter, type RatedCustomer } from './rated';
export { BY_RISK, nextOrder, ordered, type Order, type SortKey } from './ordering';
