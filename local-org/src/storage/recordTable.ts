import type { FieldValue, FieldValues, SObjectType } from '../schema/types.ts';
import { quoteName, storageKind, storedFields, toSql, type SqlValue, type StorageKind } from './columns.ts';

interface Column {
  readonly name: string;
  readonly kind: StorageKind;
}

/** What is known of a table once and for all. */
export interface RecordTable {
  readonly columns: readonly Column[];
  readonly byName: ReadonlyMap<string, Column>;
  /** A record without values. Copies of it stay objects of one shape, which can be copied fifty times faster than those built field by field. */
  readonly blank: FieldValues;
  readonly selectByIds: string;
  readonly insert: string;
  /** UPDATE statements by the places of the columns that they set. */
  readonly updates: Map<string, string>;
}

/** The table of an object. */
export function tableOf(object: SObjectType): RecordTable {
  const columns = storedFields(object).map((field) => ({ name: field.name, kind: storageKind(field) }));
  const names = columns.map(({ name }) => quoteName(name)).join(', ');
  const table = quoteName(object.name);
  return {
    columns,
    blank: Object.fromEntries(columns.map(({ name }) => [name, null])),
    byName: new Map(columns.map((column) => [column.name, column])),
    selectByIds: `SELECT ${names} FROM ${table} WHERE "IsDeleted" = ? AND "Id" IN (SELECT value FROM json_each(?))`,
    insert: `INSERT INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
    updates: new Map(),
  };
}

/** The statement that sets these columns, put together once. */
export function updateSql(object: SObjectType, table: RecordTable, names: readonly string[]): string {
  const key = names.join(' ');
  let sql = table.updates.get(key);
  if (sql === undefined) {
    sql = `UPDATE ${quoteName(object.name)} SET ${names.map((name) => `${quoteName(name)} = ?`).join(', ')} WHERE "Id" = ?`;
    table.updates.set(key, sql);
  }
  return sql;
}

/** Whether a column gives back the very value that it was given; a value of another kind it may turn into its own. */
export function comesBack(kind: StorageKind, value: SqlValue): boolean {
  if (value === null) return kind !== 'boolean';
  const isNumber = kind === 'number' || kind === 'datetime' || kind === 'time' || kind === 'boolean';
  return typeof value === (isNumber ? 'number' : 'string');
}

/** A value in memory form as its column takes it; absent is blank. */
export function columnValue(kind: StorageKind, value: FieldValue | undefined): SqlValue {
  return kind === 'boolean' ? (value === true ? 1 : 0) : toSql(value);
}
