import type { FieldValue, SObjectType } from '../schema/types.ts';
import { fromSql } from '../storage/columns.ts';
import { kindOf } from './expressions.ts';
import type { Output } from './output.ts';
import type { RunContext } from './sqlBuilder.ts';
import type { QueryField, QueryRecord, QueryRows } from './types.ts';

/** Gives the rows of a child subquery for one record. */
export type ChildRows = (index: number, parentId: string) => QueryRows | null;

/** What turning rows into records needs beside them. */
export interface RecordContext {
  readonly run: RunContext;
  readonly children: ChildRows;
}

/** A row of the statement as a record. */
export function recordOf(
  object: string,
  fields: readonly Output[],
  row: readonly unknown[],
  context: RecordContext,
  id: string | undefined,
): QueryRecord {
  const values = new Map<string, QueryField>();
  for (const field of fields) values.set(field.name, fieldOf(field, row, context, id));
  return id === undefined ? { object, fields: values } : { object, id, fields: values };
}

function fieldOf(output: Output, row: readonly unknown[], context: RecordContext, id: string | undefined): QueryField {
  switch (output.kind) {
    case 'value': {
      const value = fromSql(kindOf(output.type), row[output.column]);
      if (output.convert === undefined) return { kind: 'value', type: output.type, value };
      return { kind: 'value', type: 'string', value: output.convert(value, context.run) };
    }
    case 'compound':
      return { kind: 'compound', type: output.type, value: partsOf(output, row) };
    case 'parent':
      return { kind: 'parent', record: parentOf(output, row, context) };
    case 'typeof':
      return { kind: 'parent', record: typedParentOf(output, row, context) };
    case 'children':
      return { kind: 'children', rows: id === undefined ? null : context.children(output.index, id) };
  }
}

function partsOf({ parts }: Extract<Output, { kind: 'compound' }>, row: readonly unknown[]): Record<string, FieldValue> | null {
  const values = parts.map(({ name, column }) => [name, fromSql('text', row[column])] as const);
  return values.every(([, value]) => value === null) ? null : Object.fromEntries(values);
}

function parentOf(output: Extract<Output, { kind: 'parent' }>, row: readonly unknown[], context: RecordContext): QueryRecord | null {
  const parentId = row[output.idColumn];
  if (typeof parentId !== 'string') return null;
  const record = recordOf(objectOf(output.targets, parentId), output.fields, row, context, parentId);
  return output.targets.length > 1 ? { ...record, shownAs: 'Name' } : record;
}

/** The fields of the branch that the parent's object chooses; without a branch only what it is. */
function typedParentOf(output: Extract<Output, { kind: 'typeof' }>, row: readonly unknown[], context: RecordContext): QueryRecord | null {
  const parentId = row[output.idColumn];
  if (typeof parentId !== 'string') return null;
  const object = objectOf(output.targets, parentId);
  const branch = output.branches.get(object.toLowerCase());
  const record = recordOf(object, branch ?? output.otherwise ?? [], row, context, parentId);
  return branch === undefined ? { ...record, shownAs: 'Name' } : record;
}

function objectOf(targets: readonly SObjectType[], id: string): string {
  return (targets.find((target) => id.startsWith(target.keyPrefix)) ?? targets[0])?.name ?? 'Name';
}
