import { idFields } from '../schema/fields.ts';
import type { Field, FieldType, FieldValue, SObjectType } from '../schema/types.ts';

/** How a field's values lie in SQLite. */
export type StorageKind = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'id';

const KINDS: Readonly<Record<FieldType, StorageKind>> = {
  id: 'id',
  reference: 'id',
  string: 'text',
  textarea: 'text',
  longtextarea: 'text',
  email: 'text',
  phone: 'text',
  url: 'text',
  picklist: 'text',
  multipicklist: 'text',
  combobox: 'text',
  encryptedstring: 'text',
  address: 'text',
  location: 'text',
  base64: 'text',
  boolean: 'boolean',
  int: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
};

const COLUMN_TYPES: Readonly<Record<StorageKind, string>> = {
  id: 'TEXT',
  text: 'TEXT',
  date: 'TEXT',
  // Not NUMERIC: it would turn great whole numbers into integers that JavaScript cannot hold.
  number: 'REAL',
  datetime: 'INTEGER',
  time: 'INTEGER',
  boolean: 'INTEGER NOT NULL DEFAULT 0',
};

export function storageKind(field: Pick<Field, 'type'>): StorageKind {
  return KINDS[field.type];
}

export function columnType(kind: StorageKind): string {
  return COLUMN_TYPES[kind];
}

/** Whether a field has a column: formulas are computed when read, compound fields are put together from their parts. */
export function isStored(field: Field): boolean {
  return field.formula === undefined && field.compound === undefined;
}

/**
 * The fields that have a column. Every table has an id and the mark of the
 * recycle bin, also those of objects that show no such field: events have no
 * ids, records of setup are deleted for good.
 */
export function storedFields(object: SObjectType): readonly Field[] {
  const fields = [...object.fields.values()].filter(isStored);
  const hidden = HIDDEN_FIELDS.filter((field) => !object.fields.has(field.name.toLowerCase()));
  return hidden.length === 0 ? fields : [...fields, ...hidden];
}

const HIDDEN_FIELDS: readonly Field[] = idFields();

/** A name as SQL: API names hold letters, digits and `_`; anything else is a fault of ours. */
export function quoteName(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/u.test(name)) throw new Error(`"${name}" cannot be the name of a table or column`);
  return `"${name}"`;
}

/** What SQLite takes for a value. */
export type SqlValue = string | number | null;

/** A value in memory form as its column holds it. */
export function toSql(value: FieldValue | undefined): SqlValue {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value;
}

/** What a column holds, in memory form. */
export function fromSql(kind: StorageKind, value: unknown): FieldValue {
  if (value === null || value === undefined) return null;
  if (kind === 'boolean') return value === 1;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw new Error(`a column of kind ${kind} holds a ${typeof value}`);
}
