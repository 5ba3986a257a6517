import type { FieldType, FieldValue, SObjectType } from '../schema/types.ts';
import { fromSql } from '../storage/columns.ts';
import { kindOf, type ChainStep, type Expression } from './expressions.ts';
import type { RunContext } from './sqlBuilder.ts';
import type { QueryField, QueryRecord, QueryRows } from './types.ts';

/** Turns a value into text on its way out: FORMAT. */
export type Convert = (value: FieldValue, context: RunContext) => FieldValue;

/** One selected thing and the column that holds it. */
export type Output =
  | { readonly kind: 'value'; readonly name: string; readonly type: FieldType; readonly column: number; readonly convert?: Convert }
  | {
      readonly kind: 'parent';
      readonly name: string;
      readonly idColumn: number;
      readonly targets: readonly SObjectType[];
      readonly fields: Output[];
    }
  | { readonly kind: 'children'; readonly name: string; readonly index: number };

/** Collects the columns of a select and the shape of its records. */
export class OutputBuilder {
  readonly columns: string[] = [];
  readonly fields: Output[] = [];

  column(sql: string): number {
    const known = this.columns.indexOf(sql);
    if (known >= 0) return known;
    this.columns.push(sql);
    return this.columns.length - 1;
  }

  /** Adds a value below its parents. False when it was selected before. */
  value(expression: Expression, name: string, convert?: Convert): boolean {
    const siblings = this.#parent(expression.chain);
    if (siblings.some((field) => field.name.toLowerCase() === name.toLowerCase())) return false;
    const column = this.column(expression.sql);
    siblings.push({ kind: 'value', name, type: expression.type, column, ...(convert === undefined ? {} : { convert }) });
    return true;
  }

  children(name: string, index: number): void {
    this.fields.push({ kind: 'children', name, index });
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

/** Gives the rows of a child subquery for one record. */
export type ChildRows = (index: number, parentId: string) => QueryRows | null;

/** A row of the statement as a record. */
export function recordOf(
  object: string,
  fields: readonly Output[],
  row: readonly unknown[],
  context: RunContext,
  children: ChildRows,
  id: string | undefined,
): QueryRecord {
  const values = new Map<string, QueryField>();
  for (const field of fields) values.set(field.name, fieldOf(field, row, context, children, id));
  return id === undefined ? { object, fields: values } : { object, id, fields: values };
}

function fieldOf(output: Output, row: readonly unknown[], context: RunContext, children: ChildRows, id: string | undefined): QueryField {
  switch (output.kind) {
    case 'value': {
      const value = fromSql(kindOf(output.type), row[output.column]);
      if (output.convert === undefined) return { kind: 'value', type: output.type, value };
      return { kind: 'value', type: 'string', value: output.convert(value, context) };
    }
    case 'parent': {
      const parentId = row[output.idColumn];
      if (typeof parentId !== 'string') return { kind: 'parent', record: null };
      const record = recordOf(objectOf(output.targets, parentId), output.fields, row, context, children, parentId);
      return { kind: 'parent', record };
    }
    case 'children':
      return { kind: 'children', rows: id === undefined ? null : children(output.index, id) };
  }
}

function objectOf(targets: readonly SObjectType[], id: string): string {
  return (targets.find((target) => id.startsWith(target.keyPrefix)) ?? targets[0])?.name ?? 'Name';
}
