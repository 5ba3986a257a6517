// Generated from lwc-ts-src/npsQueries/revenueQuery.ts by `npm run build:lwc`. Change the source, not this file.
import { all, ALL_GROUPS, ANSWER, ANSWER_FIELDS, COUNTS, countsOf, nodesOf, } from 'c/answerFigures';
import { relationshipOf } from 'c/pulseSchema';
import { answersWhere } from './filters';
/**
 * Counts by customer, joined with their revenue here: a revenue cannot be grouped by. Where there are more than 2,000 customers,
 * the accounts say down to which revenue they go, and the counts are asked for again from there on.
 */
export const REVENUE_QUERY = `
query npsRevenue($answers: ${ANSWER}_Filter, $accounts: Account_Filter) {
  uiapi {
    aggregate {
      customers: ${ANSWER}(where: $answers, groupBy: { ${ANSWER_FIELDS.account}: { group: true } }, first: ${ALL_GROUPS}) {
        edges { node { aggregate { account: ${ANSWER_FIELDS.account} { value } ${COUNTS} } } }
      }
    }
    query {
      accounts: Account(where: $accounts, orderBy: { AnnualRevenue: { order: DESC } }, first: ${ALL_GROUPS}) {
        edges { node { Id Name { value } AnnualRevenue { value } } }
        pageInfo { hasNextPage }
      }
    }
  }
}`;
/** Below this a customer has no revenue worth weighing. */
export const LEAST_REVENUE = 1;
export function revenueVariables(selection, span, least = LEAST_REVENUE) {
    const worthIt = { AnnualRevenue: { gte: least } };
    return {
        answers: all(answersWhere(selection, span), { [relationshipOf(ANSWER_FIELDS.account)]: worthIt }),
        accounts: worthIt,
    };
}
/** The customers with their revenue, out of what the query answered. */
export function readRevenue({ uiapi }) {
    const counts = new Map(nodesOf(uiapi.aggregate.customers).map((node) => [node.account.value, countsOf(node)]));
    const accounts = uiapi.query.accounts.edges.map(({ node }) => ({
        id: node.Id,
        name: node.Name.value ?? '',
        revenue: node.AnnualRevenue.value ?? 0,
    }));
    const customers = accounts.flatMap((account) => {
        const own = counts.get(account.id);
        return own && own.rated > 0 ? [{ ...account, counts: own }] : [];
    });
    return {
        customers,
        isCut: uiapi.query.accounts.pageInfo?.hasNextPage ?? false,
        leastRevenue: accounts.at(-1)?.revenue ?? LEAST_REVENUE,
    };
}
