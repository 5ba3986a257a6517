import type { StatementSync } from 'node:sqlite';
import type { Field, FieldValue, FieldValues, Schema, SObjectType } from '../schema/types.ts';
import { AutoNumbers } from './autoNumbers.ts';
import { fromSql, quoteName, storageKind, storedFields, toSql, type SqlValue, type StorageKind } from './columns.ts';
import type { OrgDatabase } from './database.ts';
import { fold, foldSql } from './fold.ts';
import { idFromSerial, serialOfId } from './ids.ts';

interface Column {
  readonly name: string;
  readonly kind: StorageKind;
}

/**
 * Records in and out of their tables, in memory form: no triggers, no
 * permissions, no validation. Deleted records stay as `IsDeleted` and are not
 * seen by `read`, `findBy` and `idsWhere`.
 */
export class RecordStore {
  readonly #database: OrgDatabase;
  readonly #autoNumbers: AutoNumbers;
  readonly #columns = new Map<string, readonly Column[]>();
  readonly #lastSerials = new Map<string, number>();

  constructor(database: OrgDatabase, schema: Schema) {
    this.#database = database;
    this.#autoNumbers = new AutoNumbers(database);
    for (const object of schema.objects.values()) {
      this.#columns.set(
        object.name,
        storedFields(object).map((field) => ({ name: field.name, kind: storageKind(field) })),
      );
    }
  }

  /** A new id of the object, 18 characters, greater than every one before it. */
  newId(object: SObjectType): string {
    const serial = (this.#lastSerials.get(object.name) ?? this.#greatestSerial(object)) + 1;
    this.#lastSerials.set(object.name, serial);
    return idFromSerial(object.keyPrefix, serial);
  }

  /** The next value of an auto-number field, e.g. `PR-00000017`. It is taken for good by the `insert` that follows.
   * @param now epoch milliseconds, for formats with a date in them
   */
  nextAutoNumber(object: SObjectType, field: Field, now?: number): string {
    return this.#autoNumbers.next(object, field, now);
  }

  /** The stored fields of the records that exist; formula fields are absent. */
  read(object: SObjectType, ids: readonly string[]): Map<string, FieldValues> {
    const columns = this.#columnsOf(object);
    const names = columns.map((column) => quoteName(column.name)).join(', ');
    const statement = this.#database.prepare(
      `SELECT ${names} FROM ${quoteName(object.name)} WHERE "IsDeleted" = 0 AND "Id" IN (SELECT value FROM json_each(?))`,
    );
    const found = new Map<string, FieldValues>();
    for (const row of statement.iterate(JSON.stringify(ids))) {
      const values: FieldValues = {};
      for (const { name, kind } of columns) values[name] = fromSql(kind, row[name]);
      found.set(String(row['Id']), values);
    }
    return found;
  }

  /** Stores new records. Each row carries its `Id`; a field that is absent becomes null (false for a checkbox). */
  insert(object: SObjectType, rows: readonly FieldValues[]): void {
    if (rows.length === 0) return;
    const columns = this.#columnsOf(object);
    const statement = this.#insertStatement(object, columns);
    for (const row of rows) statement.run(...columns.map(({ name, kind }) => columnValue(kind, row[name])));
    this.#autoNumbers.keep(object);
  }

  /** Changes the given fields of one record. */
  update(object: SObjectType, id: string, changes: FieldValues): void {
    const columns = this.#columnsOf(object).filter((column) => column.name !== 'Id' && Object.hasOwn(changes, column.name));
    if (columns.length === 0) return;
    const assignments = columns.map((column) => `${quoteName(column.name)} = ?`).join(', ');
    this.#database
      .prepare(`UPDATE ${quoteName(object.name)} SET ${assignments} WHERE "Id" = ?`)
      .run(...columns.map(({ name, kind }) => columnValue(kind, changes[name])), id);
  }

  /** Moves records to the recycle bin: they keep their data and are no longer found. @param stamp fields that change with it, where the object has them */
  delete(object: SObjectType, ids: readonly string[], stamp: FieldValues = {}): void {
    this.#setDeleted(object, ids, true, stamp);
  }

  /** Brings records back from the recycle bin. @param stamp as for `delete` */
  undelete(object: SObjectType, ids: readonly string[], stamp: FieldValues = {}): void {
    this.#setDeleted(object, ids, false, stamp);
  }

  /** Which of these records are in the recycle bin. */
  deletedIds(object: SObjectType, ids: readonly string[]): ReadonlySet<string> {
    const rows = this.#database
      .prepare(`SELECT "Id" AS id FROM ${quoteName(object.name)} WHERE "IsDeleted" = 1 AND "Id" IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify(ids));
    return new Set(rows.map((row) => String(row['id'])));
  }

  /**
   * Looks up records by the values of a field, by the field's rules of case.
   * @returns the ids for each value, keyed by `normalisedKey(field, value)`; several for a field that is not unique
   */
  findBy(object: SObjectType, field: Field, values: readonly FieldValue[]): Map<string, string[]> {
    const column = quoteName(field.name);
    const key = isFolded(field) ? foldSql(column) : column;
    const keys = new Set(
      values.flatMap((value) => toSql(value) ?? []).map((value) => (typeof value === 'string' ? keyText(field, value) : value)),
    );
    const rows = this.#database
      .prepare(
        `SELECT "Id" AS id, ${key} AS key FROM ${quoteName(object.name)} ` +
          `WHERE "IsDeleted" = 0 AND ${key} IN (SELECT value FROM json_each(?)) ORDER BY "Id"`,
      )
      .all(JSON.stringify([...keys]));
    const found = new Map<string, string[]>();
    for (const row of rows) {
      const text = String(row['key']);
      found.set(text, [...(found.get(text) ?? []), String(row['id'])]);
    }
    return found;
  }

  /** Ids of the records whose reference field holds one of these ids. */
  idsWhere(object: SObjectType, field: Field, values: readonly string[]): string[] {
    return this.#database
      .prepare(
        `SELECT "Id" AS id FROM ${quoteName(object.name)} ` +
          `WHERE "IsDeleted" = 0 AND ${quoteName(field.name)} IN (SELECT value FROM json_each(?)) ORDER BY "Id"`,
      )
      .all(JSON.stringify(values))
      .map((row) => String(row['id']));
  }

  /** The records whose reference field holds one of these ids, each with the id that it holds, in the order of their ids. */
  referencesTo(object: SObjectType, field: Field, values: readonly string[]): { readonly id: string; readonly parentId: string }[] {
    const column = quoteName(field.name);
    return this.#database
      .prepare(
        `SELECT "Id" AS id, ${column} AS parent FROM ${quoteName(object.name)} ` +
          `WHERE "IsDeleted" = 0 AND ${column} IN (SELECT value FROM json_each(?)) ORDER BY "Id"`,
      )
      .all(JSON.stringify(values))
      .map((row) => ({ id: String(row['id']), parentId: String(row['parent']) }));
  }

  #setDeleted(object: SObjectType, ids: readonly string[], deleted: boolean, stamp: FieldValues): void {
    const stamped = this.#columnsOf(object).filter(({ name }) => Object.hasOwn(stamp, name));
    const assignments = ['"IsDeleted" = ?', ...stamped.map(({ name }) => `${quoteName(name)} = ?`)].join(', ');
    this.#database
      .prepare(`UPDATE ${quoteName(object.name)} SET ${assignments} WHERE "Id" IN (SELECT value FROM json_each(?))`)
      .run(deleted ? 1 : 0, ...stamped.map(({ name, kind }) => columnValue(kind, stamp[name])), JSON.stringify(ids));
  }

  #columnsOf(object: SObjectType): readonly Column[] {
    const columns = this.#columns.get(object.name);
    if (columns === undefined) throw new Error(`the store does not know the object ${object.name}`);
    return columns;
  }

  #insertStatement(object: SObjectType, columns: readonly Column[]): StatementSync {
    const names = columns.map((column) => quoteName(column.name)).join(', ');
    const marks = columns.map(() => '?').join(', ');
    return this.#database.prepare(`INSERT INTO ${quoteName(object.name)} (${names}) VALUES (${marks})`);
  }

  /** Ids grow, and deleted records keep theirs: the greatest id tells where to go on, also after a crash. */
  #greatestSerial(object: SObjectType): number {
    const row = this.#database
      .prepare(`SELECT max("Id") AS id FROM ${quoteName(object.name)} WHERE "Id" GLOB ?`)
      .get(`${idFromSerial(object.keyPrefix, 0).slice(0, 6)}*`);
    return typeof row?.['id'] === 'string' ? serialOfId(row['id']) : 0;
  }
}

/** A value as `findBy` keys it: folded where the field ignores case. */
export function normalisedKey(field: Field, value: FieldValue): string {
  const stored = toSql(value);
  return typeof stored === 'string' ? keyText(field, stored) : String(stored);
}

function keyText(field: Field, value: string): string {
  return isFolded(field) ? fold(value) : value;
}

function isFolded(field: Field): boolean {
  return storageKind(field) === 'text' && !field.caseSensitive;
}

function columnValue(kind: StorageKind, value: FieldValue | undefined): SqlValue {
  return kind === 'boolean' ? (value === true ? 1 : 0) : toSql(value);
}
