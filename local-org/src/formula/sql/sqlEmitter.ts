import type { TypedCallNode, TypedNode, ReferenceNode } from '../typedTree.ts';
import type { FormulaContext, FormulaOptions } from '../types.ts';

/** A part of a formula that SQL cannot compute in exactly the evaluator's way: the whole formula stays a function. */
export class NotExact extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'NotExact';
  }
}

/** A number in SQL: a whole number that counts units of `10 ** -scale`. */
export interface SqlNumber {
  readonly sql: string;
  readonly scale: number;
  /** No greater in size than this, as long as the guards hold. */
  readonly bound: number;
}

/** Where a reference of a formula is found. */
export type SqlSource =
  /** SQL of the stored value; `scale` is the number of decimals that it mostly has. */
  | { readonly kind: 'column'; readonly sql: string; readonly scale: number }
  /** Another formula, to be computed in its place. */
  | { readonly kind: 'formula'; readonly tree: TypedNode; readonly options: FormulaOptions; readonly names: SqlNames };

/** How a formula's references become SQL. Undefined: not in a way that is known. */
export type SqlNames = (reference: ReferenceNode) => SqlSource | undefined;

/** What SQL is made with, beside the formula. */
export interface SqlBinding {
  /** The placeholder of a value. */
  readonly bind: (value: string) => string;
  /** The placeholder of a value that is known when the statement runs; one for each key. */
  readonly bindContext: (key: string, read: (context: Pick<FormulaContext, 'now' | 'timeZone'>) => string | number) => string;
}

/** What numbers may become on the way, so that they stay whole numbers of a double. */
export const LARGEST = 9e15;
/** Characters of one formula as SQL; a larger one costs more to compile than it saves. */
const LONGEST = 20_000;
/** Parts within parts, well below the depth of SQLite's own limit of 1,000. */
const DEEPEST = 120;

/** One formula on its way to SQL: what must hold of the values so that the SQL is exact, and how names are found. */
export class SqlEmitter {
  readonly binding: SqlBinding;
  /** SQL conditions without which the result is not exact. */
  readonly guards = new Set<string>();
  /** No stored number is taken to be greater than this, in its own units. */
  readonly leafBound: number;
  options: FormulaOptions;
  names: SqlNames;
  #depth = 0;
  #length = 0;

  constructor(options: FormulaOptions, names: SqlNames, binding: SqlBinding, leafBound: number) {
    this.options = options;
    this.names = names;
    this.binding = binding;
    this.leafBound = leafBound;
  }

  guard(condition: string): void {
    this.guards.add(condition);
  }

  /** Counts what is made, so that it stays of a reasonable size. */
  made(sql: string): string {
    this.#length += sql.length > 200 ? 200 : sql.length;
    if (sql.length > LONGEST || this.#length > LONGEST * 5) throw new NotExact('too long');
    return sql;
  }

  deeper<Result>(work: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new NotExact('too deep');
    const result = work();
    this.#depth -= 1;
    return result;
  }

  /** Works within another formula, by its rules for blanks and with its names. */
  inside<Result>(source: Extract<SqlSource, { kind: 'formula' }>, work: () => Result): Result {
    const { options, names } = this;
    this.options = source.options;
    this.names = source.names;
    const result = this.deeper(work);
    this.options = options;
    this.names = names;
    return result;
  }

  source(node: ReferenceNode): SqlSource {
    const source = node.prior ? undefined : this.names(node);
    if (source === undefined) throw new NotExact(node.name);
    return source;
  }
}

/** The argument at an index; the checker saw to it that it is there. */
export function argument(node: TypedCallNode, index: number): TypedNode {
  const arg = node.args[index];
  if (arg === undefined) throw new NotExact('an argument is missing');
  return arg;
}

/** The whole number that a literal is; undefined for anything else. */
export function wholeLiteral(node: TypedNode | undefined): number | undefined {
  return node?.kind === 'literal' && typeof node.value === 'number' && Number.isSafeInteger(node.value) ? node.value : undefined;
}
