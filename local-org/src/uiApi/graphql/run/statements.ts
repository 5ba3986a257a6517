import type { Condition, FieldPath, SelectItem, SelectStatement } from '../../../soql/ast.ts';
import type { ChildPlan, ConnectionPlan, ObjectPlan } from '../plan/plans.ts';

/** The farthest that SOQL counts off. */
const MOST_OFFSET = 2000;

/** The query of one page, and one record more, which tells whether there is a next page. */
export function pageStatement(plan: ConnectionPlan, from: string = plan.node.object.name): SelectStatement {
  const { orderBy, scope, behind } = plan;
  const where = both(plan.where, behind);
  return {
    kind: 'select',
    select: selectItems(plan.node),
    from,
    orderBy,
    ...(isFarOut(plan) ? {} : { limit: plan.first + 1 }),
    ...(plan.offset === 0 || behind !== undefined || isFarOut(plan) ? {} : { offset: plan.offset }),
    ...(where === undefined ? {} : { where }),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** Whether a page begins where OFFSET does not reach: then the records are counted off by a cursor of the query. */
export function isFarOut({ offset, behind }: ConnectionPlan): boolean {
  return behind === undefined && offset > MOST_OFFSET;
}

/** Counts what a connection's filter finds. */
export function countStatement({ node, where, scope }: ConnectionPlan): SelectStatement {
  return {
    kind: 'select',
    select: [{ kind: 'call', call: { kind: 'function', name: 'COUNT', args: [] } }],
    from: node.object.name,
    ...(where === undefined ? {} : { where }),
    ...(scope === undefined ? {} : { scope }),
  };
}

/** The records of an object with these ids. */
export function recordsStatement(plan: ObjectPlan, ids: readonly string[]): SelectStatement {
  return { kind: 'select', select: selectItems(plan), from: plan.object.name, where: idIn(['Id'], ids) };
}

/** One page of child records below each of these parents. */
export function childPagesStatement(parent: string, child: ChildPlan, ids: readonly string[]): SelectStatement {
  const query = pageStatement(child.connection, child.relationship.relationshipName);
  return { kind: 'select', select: [field(['Id']), { kind: 'subquery', query }], from: parent, where: idIn(['Id'], ids) };
}

/** The number of child records below each of these parents. */
export function childCountsStatement(child: ChildPlan, ids: readonly string[]): SelectStatement {
  const key = [child.relationship.field];
  const own = idIn(key, ids);
  const { where } = child.connection;
  return {
    kind: 'select',
    select: [field(key), { kind: 'call', call: { kind: 'function', name: 'COUNT', args: [['Id']] }, alias: 'total' }],
    from: child.connection.node.object.name,
    where: where === undefined ? own : { kind: 'and', conditions: [own, where] },
    groupBy: { kind: 'plain', items: [key] },
  };
}

/**
 * Child pages that one query brings together with their parents; the others
 * (the same relationship twice, counts, children of children) are asked apart.
 */
export function inlineChildren(plan: ObjectPlan): readonly ChildPlan[] {
  return plan.children.filter(({ relationship, connection }) => {
    const twins = plan.children.filter((other) => other.relationship.relationshipName === relationship.relationshipName);
    return twins.length === 1 && !connection.wantsTotalCount && connection.node.children.length === 0;
  });
}

function selectItems(plan: ObjectPlan): readonly SelectItem[] {
  return [...fieldPaths(plan, []).map(field), ...inlineChildren(plan).map(subquery)];
}

function subquery({ relationship, connection }: ChildPlan): SelectItem {
  return { kind: 'subquery', query: pageStatement(connection, relationship.relationshipName) };
}

/** The record's own fields and those of parents of one kind; other parents are read by their ids. */
function fieldPaths(plan: ObjectPlan, prefix: FieldPath): readonly FieldPath[] {
  const own = ['Id', ...[...plan.fields].map((one) => one.name).filter((name) => name !== 'Id')].map((name) => [...prefix, name]);
  const parents = plan.parents.flatMap(({ relationship, targets: [target, ...more] }) =>
    target === undefined || more.length > 0 ? [] : fieldPaths(target, [...prefix, relationship]),
  );
  return [...own, ...parents];
}

function both(first: Condition | undefined, second: Condition | undefined): Condition | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return { kind: 'and', conditions: [first, second] };
}

function field(path: FieldPath): SelectItem {
  return { kind: 'field', path };
}

function idIn(left: FieldPath, ids: readonly string[]): Condition {
  return { kind: 'in', left, negated: false, values: ids.map((value) => ({ kind: 'string', value })) };
}
