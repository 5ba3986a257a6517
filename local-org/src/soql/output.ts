import type { Field, FieldType, FieldValue, SObjectType } from '../schema/types.ts';
import type { ChainStep, Expression } from './expressions.ts';
import type { RunContext } from './sqlBuilder.ts';

/** Turns a value into text on its way out: FORMAT. */
export type Convert = (value: FieldValue, context: RunContext) => FieldValue;

/** One selected thing and the column that holds it. */
export type Output =
  | {
      readonly kind: 'value';
      readonly name: string;
      readonly type: FieldType;
      readonly column: number;
      readonly field?: Field;
      /** Of an aggregate: how columns are told about it. */
      readonly label?: string;
      readonly convert?: Convert;
    }
  | {
      readonly kind: 'parent';
      readonly name: string;
      readonly idColumn: number;
      readonly targets: readonly SObjectType[];
      readonly fields: Output[];
    }
  | {
      readonly kind: 'compound';
      readonly name: string;
      readonly type: 'address' | 'location';
      readonly parts: readonly { readonly name: string; readonly column: number }[];
    }
  /** TYPEOF: the parent's fields by its object's name; `otherwise` for the objects without a branch. */
  | {
      readonly kind: 'typeof';
      readonly name: string;
      readonly idColumn: number;
      readonly targets: readonly SObjectType[];
      readonly branches: ReadonlyMap<string, readonly Output[]>;
      readonly otherwise: readonly Output[] | undefined;
    }
  | { readonly kind: 'children'; readonly name: string; readonly index: number };

/** Collects the columns of a select and the shape of its records. */
export class OutputBuilder {
  readonly columns: string[];
  readonly fields: Output[] = [];

  /** @param columns those of the statement, shared by builders of its parts */
  constructor(columns: string[] = []) {
    this.columns = columns;
  }

  column(sql: string): number {
    const known = this.columns.indexOf(sql);
    if (known >= 0) return known;
    this.columns.push(sql);
    return this.columns.length - 1;
  }

  /** Adds a value below its parents. False when it was selected before. */
  value(expression: Expression, name: string, convert?: Convert): boolean {
    const siblings = this.#parent(expression.chain);
    if (hasField(siblings, name)) return false;
    const { type, parts } = expression;
    if (parts !== undefined && (type === 'address' || type === 'location')) {
      siblings.push({ kind: 'compound', name, type, parts: [...parts].map(([part, sql]) => ({ name: part, column: this.column(sql) })) });
      return true;
    }
    const { field, label } = expression;
    const column = this.column(expression.sql);
    siblings.push({
      kind: 'value',
      name,
      type,
      column,
      ...(field === undefined ? {} : { field }),
      ...(label === undefined ? {} : { label }),
      ...(convert === undefined ? {} : { convert }),
    });
    return true;
  }

  /** Adds a TYPEOF below its parents. False when its relationship was selected before. */
  typeOf(chain: readonly ChainStep[], output: Extract<Output, { kind: 'typeof' }>): boolean {
    const siblings = this.#parent(chain);
    if (hasField(siblings, output.name)) return false;
    siblings.push(output);
    return true;
  }

  children(name: string, index: number): boolean {
    if (hasField(this.fields, name)) return false;
    this.fields.push({ kind: 'children', name, index });
    return true;
  }

  #parent(chain: readonly ChainStep[]): Output[] {
    let siblings = this.fields;
    for (const { name, idSql, targets } of chain) {
      let parent = siblings.find((field) => field.kind === 'parent' && field.name === name);
      if (parent === undefined) {
        parent = { kind: 'parent', name, idColumn: this.column(idSql), targets, fields: [] };
        siblings.push(parent);
      }
      if (parent.kind === 'parent') siblings = parent.fields;
    }
    return siblings;
  }
}

function hasField(fields: readonly Output[], name: string): boolean {
  return fields.some((field) => field.name.toLowerCase() === name.toLowerCase());
}
