import type { FieldValue } from '../../../schema/types.ts';
import type { QueryRecord, QueryRows } from '../../../soql/types.ts';
import type { GraphqlContext } from '../context.ts';
import type { ChildPlan, ConnectionPlan, ObjectPlan, ParentPlan } from '../plan/plans.ts';
import type { ConnectionResult, NodeResult } from './results.ts';
import {
  childCountsStatement,
  childPagesStatement,
  countStatement,
  inlineChildren,
  isFarOut,
  pageStatement,
  recordsStatement,
} from './statements.ts';

/** Most ids that one query is given. */
const BATCH = 500;

/** Reads one page with everything that its nodes need: few queries, whatever the number of records. */
export function runConnection(context: GraphqlContext, plan: ConnectionPlan): ConnectionResult {
  const records = readPage(context, plan);
  const totalCount = plan.wantsTotalCount ? context.org.queries.run(countStatement(plan), context.user).totalSize : undefined;
  const page = pageOf(plan, records, totalCount);
  complete(context, plan.node, page.nodes);
  return page;
}

/** Reads one record with everything that its node needs; undefined when the user does not see it. */
export function runNode(context: GraphqlContext, plan: ObjectPlan, id: string): NodeResult | undefined {
  const nodes = readRecords(context, plan, [id]);
  complete(context, plan, nodes);
  return nodes[0];
}

/** The records of a page, and one more where there is a next page. */
function readPage({ org, user }: GraphqlContext, plan: ConnectionPlan): readonly QueryRecord[] {
  const statement = pageStatement(plan);
  if (isFarOut(plan)) return org.queries.open(statement, user).read(plan.offset, plan.first + 1);
  return org.queries.run(statement, user).records;
}

function pageOf(plan: ConnectionPlan, records: readonly QueryRecord[], totalCount?: number): ConnectionResult {
  const { first, offset, upperBound, keys } = plan;
  const size = Math.min(first, Math.max(0, upperBound - offset));
  const nodes = records.slice(0, size).map((record) => nodeOf(plan.node, record));
  return { nodes, offset, hasNextPage: records.length > size && offset + size < upperBound, keys, totalCount };
}

function nodeOf(plan: ObjectPlan, record: QueryRecord): NodeResult {
  const values = new Map<string, FieldValue>();
  for (const { name } of plan.fields) values.set(name, valueOf(record, name));
  const node: NodeResult = {
    object: plan.object,
    id: String(valueOf(record, 'Id') ?? ''),
    values,
    parents: new Map(),
    children: new Map(),
  };
  for (const { relationship, targets } of plan.parents) {
    const parent = record.fields.get(relationship);
    const [target, ...more] = targets;
    if (target === undefined || more.length > 0 || parent?.kind !== 'parent') continue;
    node.parents.set(relationship, parent.record === null ? null : nodeOf(target, parent.record));
  }
  for (const child of inlineChildren(plan)) {
    const rows = record.fields.get(child.relationship.relationshipName);
    node.children.set(child.responseKey, pageOf(child.connection, rows?.kind === 'children' ? (rows.rows?.records ?? []) : []));
  }
  return node;
}

function valueOf(record: QueryRecord, name: string): FieldValue {
  const field = record.fields.get(name);
  return field?.kind === 'value' ? field.value : null;
}

/** Adds to nodes of one plan what their own query did not bring, and to everything below them. */
function complete(context: GraphqlContext, plan: ObjectPlan, nodes: readonly NodeResult[]): void {
  if (nodes.length === 0) return;
  for (const parent of plan.parents) completeParents(context, parent, nodes);
  const inline = inlineChildren(plan);
  for (const child of plan.children) {
    if (!inline.includes(child)) readChildren(context, plan, child, nodes);
    const below = nodes.flatMap((node) => node.children.get(child.responseKey)?.nodes ?? []);
    complete(context, child.connection.node, below);
  }
}

function completeParents(context: GraphqlContext, { relationship, step, targets }: ParentPlan, nodes: readonly NodeResult[]): void {
  const [target, ...more] = targets;
  if (target === undefined) return;
  if (more.length > 0) readParents(context, relationship, step.field.name, targets, nodes);
  for (const one of targets) {
    const parents = nodes.map((node) => node.parents.get(relationship)).filter((parent) => parent?.object === one.object);
    complete(
      context,
      one,
      [...new Set(parents)].filter((parent) => parent !== null && parent !== undefined),
    );
  }
}

/** Parents of several kinds, read by their ids, one query for each kind. */
function readParents(
  context: GraphqlContext,
  relationship: string,
  key: string,
  targets: readonly ObjectPlan[],
  nodes: readonly NodeResult[],
): void {
  const idOf = (node: NodeResult): string => String(node.values.get(key) ?? '');
  for (const target of targets) {
    const ids = [...new Set(nodes.map(idOf))].filter((id) => id.startsWith(target.object.keyPrefix));
    const found = new Map(readRecords(context, target, ids).map((parent) => [parent.id, parent]));
    for (const node of nodes) {
      const parent = found.get(idOf(node));
      if (parent !== undefined) node.parents.set(relationship, parent);
    }
  }
}

function readRecords(context: GraphqlContext, plan: ObjectPlan, ids: readonly string[]): readonly NodeResult[] {
  return batches(ids).flatMap((batch) =>
    context.org.queries.run(recordsStatement(plan, batch), context.user).records.map((record) => nodeOf(plan, record)),
  );
}

function readChildren(context: GraphqlContext, plan: ObjectPlan, child: ChildPlan, nodes: readonly NodeResult[]): void {
  const pages = new Map<string, QueryRows | null>();
  const counts = new Map<string, number>();
  for (const ids of batches(nodes.map((node) => node.id))) {
    for (const record of context.org.queries.run(childPagesStatement(plan.object.name, child, ids), context.user).records) {
      const rows = record.fields.get(child.relationship.relationshipName);
      pages.set(String(valueOf(record, 'Id')), rows?.kind === 'children' ? rows.rows : null);
    }
    if (child.connection.wantsTotalCount) readCounts(context, child, ids, counts);
  }
  for (const node of nodes) {
    const total = child.connection.wantsTotalCount ? (counts.get(node.id) ?? 0) : undefined;
    node.children.set(child.responseKey, pageOf(child.connection, pages.get(node.id)?.records ?? [], total));
  }
}

function readCounts(context: GraphqlContext, child: ChildPlan, ids: readonly string[], counts: Map<string, number>): void {
  for (const record of context.org.queries.run(childCountsStatement(child, ids), context.user).records) {
    counts.set(String(valueOf(record, child.relationship.field)), Number(valueOf(record, 'total') ?? 0));
  }
}

function batches<T>(values: readonly T[]): readonly (readonly T[])[] {
  const parts: (readonly T[])[] = [];
  for (let start = 0; start < values.length; start += BATCH) parts.push(values.slice(start, start + BATCH));
  return parts;
}
