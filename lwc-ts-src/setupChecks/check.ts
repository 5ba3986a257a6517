/** What a check found: whether its step is done, and a sentence that says what is there or missing. */
export interface Finding {
  readonly state: 'done' | 'missing';
  readonly text: string;
}

/** A check: a GraphQL document without variables, and what its answer means. */
export interface Check {
  readonly query: string;
  /** @param query what stands below `uiapi.query`. @throws TypeError never: what is not there reads as nothing found */
  readonly read: (query: QueryData, now: number) => Finding;
}

/** The aliases of a check's document; a list that failed is null. */
export type QueryData = Readonly<Record<string, Connection | null | undefined>>;

export interface Connection {
  readonly totalCount?: number;
  readonly edges?: readonly { readonly node: Node }[];
}

/** One record by the aliases of its fields; a lookup's record is a node again. */
export type Node = Readonly<Record<string, unknown>>;

/** Wraps selections of lists of records into a document. */
export function documentOf(name: string, selections: string): string {
  return `query ${name} { uiapi { query { ${selections} } } }`;
}

export function nodesOf(connection: Connection | null | undefined): readonly Node[] {
  return (connection?.edges ?? []).map(({ node }) => node);
}

export function countOf(connection: Connection | null | undefined): number {
  return connection?.totalCount ?? 0;
}

/** Text of an aliased field; empty when it is blank or hidden. */
export function textOf(node: Node | undefined, alias: string): string {
  const value = valueOf(node, alias);
  return typeof value === 'string' ? value.trim() : '';
}

/** Number of an aliased field; null when it is blank or hidden. Missing is not 0. */
export function numberOf(node: Node | undefined, alias: string): number | null {
  const value = valueOf(node, alias);
  return typeof value === 'number' ? value : null;
}

export function flagOf(node: Node | undefined, alias: string): boolean {
  return valueOf(node, alias) === true;
}

/** The record behind an aliased lookup; undefined when it is empty. */
export function parentOf(node: Node | undefined, alias: string): Node | undefined {
  const parent = node?.[alias];
  return isNode(parent) ? parent : undefined;
}

function valueOf(node: Node | undefined, alias: string): unknown {
  const field = node?.[alias];
  return isNode(field) ? field['value'] : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}
