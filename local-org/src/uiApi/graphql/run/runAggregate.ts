import type { FieldValue } from '../../../schema/types.ts';
import type { SelectStatement } from '../../../soql/ast.ts';
import type { QueryRecord } from '../../../soql/types.ts';
import type { GraphqlContext } from '../context.ts';
import type { AggregatePlan } from '../plan/aggregatePlans.ts';
import type { AggregateConnectionResult, AggregateResult } from './aggregateResults.ts';
import { cursorText } from './cursors.ts';

/** Groups that one query gives, as in SOQL. */
const MOST_GROUPS = 2000;

/** Reads the groups of an object's records: one query, and one for the count of records where nothing is grouped. */
export function runAggregate(context: GraphqlContext, plan: AggregatePlan): AggregateConnectionResult {
  const groups = plan.wantsEdges || plan.groupBy !== undefined ? readGroups(context, plan) : [];
  const last = Math.min(groups.length, plan.offset + (plan.first ?? MOST_GROUPS));
  const edges = groups.slice(plan.offset, last).map((node, index) => ({ node, cursor: cursorText({ position: plan.offset + index }) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: last < groups.length,
      hasPreviousPage: plan.offset > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: plan.groupBy !== undefined ? groups.length : plan.wantsTotalCount ? countRecords(context, plan) : 0,
  };
}

function readGroups(context: GraphqlContext, plan: AggregatePlan): readonly AggregateResult[] {
  const { records } = context.org.queries.run(groupsStatement(plan), context.user);
  return records.map((record) => ({ values: valuesOf(plan, record), prefix: '' }));
}

function valuesOf({ items }: AggregatePlan, record: QueryRecord): ReadonlyMap<string, FieldValue> {
  return new Map(
    [...items].map(([key, { alias }]) => {
      const field = record.fields.get(alias);
      return [key, field?.kind === 'value' ? field.value : null];
    }),
  );
}

function groupsStatement(plan: AggregatePlan): SelectStatement {
  const { groupBy, orderBy } = plan;
  return {
    kind: 'select',
    select: [...plan.items.values()].map(({ item }) => item),
    ...filtered(plan),
    ...(groupBy === undefined ? {} : { groupBy, limit: MOST_GROUPS }),
    ...(orderBy.length === 0 ? {} : { orderBy }),
  };
}

function countRecords(context: GraphqlContext, plan: AggregatePlan): number {
  const count = { kind: 'call', call: { kind: 'function', name: 'COUNT', args: [] } } as const;
  return context.org.queries.run({ kind: 'select', select: [count], ...filtered(plan) }, context.user).totalSize;
}

function filtered({ object, where, scope }: AggregatePlan): Pick<SelectStatement, 'from' | 'where' | 'scope'> {
  return { from: object.name, ...(where === undefined ? {} : { where }), ...(scope === undefined ? {} : { scope }) };
}
