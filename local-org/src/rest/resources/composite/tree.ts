import { SalesforceError } from '../../../errors.ts';
import type { Org } from '../../../org.ts';
import type { SaveError } from '../../../save/types.ts';
import type { SObjectType } from '../../../schema/types.ts';
import { isJsonObject, type ApiRequest, type ApiResponse, type JsonObject, type JsonValue } from '../../apiMessages.ts';
import type { Route } from '../../route.ts';
import { noSuchColumn, recordFromJson } from '../../wire/recordFromJson.ts';
import { jsonBody, objectNamed, parserError } from '../shared.ts';

const mostRecords = 200;
const deepest = 5;

/** `/composite/tree/{Object}`: records with their children, all or none. */
export const treeRoutes: readonly Route[] = [
  { pattern: 'composite/tree/:object', methods: { POST: ({ org }, request, { object = '' }) => plantTree(org, request, object) } },
];

interface TreeNode {
  readonly object: SObjectType;
  readonly referenceId: string;
  /** The record's own fields. */
  readonly json: JsonObject;
  /** The node above and the lookup to it; the root has none. */
  readonly parent: { readonly referenceId: string; readonly field: string } | undefined;
}

interface Refusal {
  readonly referenceId: string;
  readonly errors: readonly SaveError[];
}

class Undo extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super('the tree was refused');
    this.refusals = refusals;
  }
}

function plantTree(org: Org, request: ApiRequest, name: string): ApiResponse {
  const { records } = jsonBody(request);
  if (!Array.isArray(records)) throw parserError("The tree request needs an array 'records'");
  const object = objectNamed(org, name);
  const nodes = records.flatMap((record: JsonValue) => readNodes(org, object, record, undefined, 1));
  refuseBadTree(nodes);
  const ids = new Map<string, string>();
  try {
    org.database.transaction(() => {
      for (const level of byObjectAndDepth(nodes)) insertLevel(org, request, level, ids);
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
    return { status: 400, body: { hasErrors: true, results: error.refusals } };
  }
  return { status: 201, body: { hasErrors: false, results: nodes.map(({ referenceId }) => ({ referenceId, id: ids.get(referenceId) })) } };
}

function refuseBadTree(nodes: readonly TreeNode[]): void {
  if (nodes.length > mostRecords) {
    throw new SalesforceError('EXCEEDED_ID_LIMIT', `record limit reached. cannot submit more than ${mostRecords} records into this call`);
  }
  const names = nodes.map(({ referenceId }) => referenceId);
  const repeated = names.find((name, place) => names.indexOf(name) !== place);
  if (repeated !== undefined) throw new SalesforceError('INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${repeated}`);
}

/** A record and everything below it, parents first. */
function readNodes(org: Org, object: SObjectType, record: JsonValue, parent: TreeNode['parent'], depth: number): TreeNode[] {
  if (depth > deepest) throw new SalesforceError('INVALID_INPUT', `A tree has at most ${deepest} levels`);
  const attributes = isJsonObject(record) ? record['attributes'] : undefined;
  const referenceId = isJsonObject(attributes) ? attributes['referenceId'] : undefined;
  if (!isJsonObject(record) || typeof referenceId !== 'string') {
    throw new SalesforceError('INVALID_INPUT', 'Each record of a tree needs attributes.type and attributes.referenceId');
  }
  const entries = Object.entries(record);
  const json = Object.fromEntries(entries.filter(([, value]) => childrenIn(value) === undefined));
  const below = entries.flatMap(([name, value]) => {
    const children = childrenIn(value);
    if (children === undefined) return [];
    const relationship = object.childRelationships.find((one) => one.relationshipName?.toLowerCase() === name.toLowerCase());
    if (relationship === undefined) throw noSuchColumn(name, object);
    const child = objectNamed(org, relationship.childObject);
    return children.flatMap((one) => readNodes(org, child, one, { referenceId, field: relationship.field }, depth + 1));
  });
  return [{ object, referenceId, json, parent }, ...below];
}

function childrenIn(value: JsonValue): readonly JsonValue[] | undefined {
  if (!isJsonObject(value)) return undefined;
  const { records } = value;
  return Array.isArray(records) ? records : undefined;
}

/** Nodes in groups that can be inserted together, each group after those it depends on. */
function byObjectAndDepth(nodes: readonly TreeNode[]): Iterable<TreeNode[]> {
  const depths = new Map<string, number>();
  for (const { referenceId, parent } of nodes)
    depths.set(referenceId, parent === undefined ? 0 : (depths.get(parent.referenceId) ?? 0) + 1);
  const depthOf = (node: TreeNode): number => depths.get(node.referenceId) ?? 0;
  const sorted = nodes.toSorted((left, right) => depthOf(left) - depthOf(right));
  return Map.groupBy(sorted, (node) => `${depthOf(node)} ${node.object.name}`).values();
}

function insertLevel(org: Org, request: ApiRequest, nodes: readonly TreeNode[], ids: Map<string, string>): void {
  const [first] = nodes;
  if (first === undefined) return;
  const records = nodes.map(({ object, json, parent }) => {
    const record = recordFromJson(org.schema, object, json);
    if (parent !== undefined) record.values[parent.field] = ids.get(parent.referenceId) ?? null;
    return record;
  });
  const results = org.records.insert(
    first.object.name,
    records.map(({ values }) => values),
    { user: request.user, allOrNone: true, foreignKeys: new Map(records.map((record) => [record.values, record.foreignKeys] as const)) },
  );
  const refusals = results.flatMap((result, place) => {
    const referenceId = nodes[place]?.referenceId ?? '';
    if (result.success) ids.set(referenceId, result.id);
    return result.success ? [] : [{ referenceId, errors: result.errors }];
  });
  if (refusals.length > 0) throw new Undo(refusals);
}
