import type { Field, FieldValue, FieldValues, Schema, SObjectType } from '../schema/types.ts';
import { AutoNumbers } from './autoNumbers.ts';
import { fromSql, quoteName, storageKind, toSql, type SqlValue } from './columns.ts';
import type { OrgDatabase } from './database.ts';
import { fold, foldSql } from './fold.ts';
import { idFromSerial, serialOfId } from './ids.ts';
import { columnValue, comesBack, tableOf, updateSql, type RecordTable } from './recordTable.ts';

const noRows: ReadonlyMap<string, FieldValues> = new Map();

/** Reads of more records than these are of children, which are seldom read again. */
const mostCachedAtOnce = 1000;

/**
 * Records in and out of their tables, in memory form: no triggers, no
 * permissions, no validation. Deleted records stay as `IsDeleted` and are not
 * seen by `read`, `findBy` and `idsWhere`.
 */
export class RecordStore {
  readonly #database: OrgDatabase;
  readonly #autoNumbers: AutoNumbers;
  readonly #tables = new Map<string, RecordTable>();
  readonly #lastSerials = new Map<string, number>();

  constructor(database: OrgDatabase, schema: Schema) {
    this.#database = database;
    this.#autoNumbers = new AutoNumbers(database);
    for (const object of schema.objects.values()) {
      this.#tables.set(object.name, tableOf(object));
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

  /** The stored fields of the records that exist, in the order of the ids; formula fields are absent. */
  read(object: SObjectType, ids: readonly string[]): Map<string, FieldValues> {
    if (ids.length > mostCachedAtOnce) return this.#select(object, ids, 0);
    const { selectByIds } = this.#tableOf(object);
    const { rowCache } = this.#database;
    const cached = rowCache.rowsOf(object.name, selectByIds);
    const unknown = cached.size === 0 ? ids : ids.filter((id) => !cached.has(id));
    const selected = unknown.length === 0 ? noRows : this.#select(object, unknown, 0);
    const found = new Map<string, FieldValues>();
    for (const id of ids) {
      const row = cached.get(id) ?? selected.get(id);
      // A copy: what is remembered is nobody's to change.
      if (row !== undefined) found.set(id, { ...row });
    }
    for (const [id, row] of selected) rowCache.keep(object.name, selectByIds, id, row);
    return found;
  }

  /** The same of records in the recycle bin. */
  readDeleted(object: SObjectType, ids: readonly string[]): Map<string, FieldValues> {
    return this.#select(object, ids, 1);
  }

  /** The record as it is, if it was read lately: only to be looked at. */
  cached(object: SObjectType, id: string): Readonly<FieldValues> | undefined {
    return this.#database.rowCache.rowsOf(object.name, this.#tableOf(object).selectByIds).get(id);
  }

  #select(object: SObjectType, ids: readonly string[], deleted: 0 | 1): Map<string, FieldValues> {
    const { columns, selectByIds, blank } = this.#tableOf(object);
    const idPlace = columns.findIndex(({ name }) => name === 'Id');
    const found = new Map<string, FieldValues>();
    for (const row of this.#database.prepareArrays(selectByIds).all(deleted, JSON.stringify(ids))) {
      const values: FieldValues = { ...blank };
      for (let place = 0; place < columns.length; place += 1) {
        const column = columns[place];
        if (column !== undefined) values[column.name] = fromSql(column.kind, row[place]);
      }
      found.set(String(row[idPlace]), values);
    }
    return found;
  }

  /** Stores new records. Each row carries its `Id`; a field that is absent becomes null (false for a checkbox). */
  insert(object: SObjectType, rows: readonly FieldValues[]): void {
    if (rows.length === 0) return;
    this.#database.changes.note(object.name);
    const { columns, insert } = this.#tableOf(object);
    const statement = this.#database.prepare(insert);
    const parameters: SqlValue[] = columns.map(() => null);
    for (const row of rows) {
      for (let place = 0; place < columns.length; place += 1) {
        const column = columns[place];
        if (column !== undefined) parameters[place] = columnValue(column.kind, row[column.name]);
      }
      statement.run(...parameters);
    }
    this.#autoNumbers.keep(object);
  }

  /** Changes the given fields of one record. */
  update(object: SObjectType, id: string, changes: FieldValues): void {
    const table = this.#tableOf(object);
    const names: string[] = [];
    const parameters: SqlValue[] = [];
    for (const name of Object.keys(changes)) {
      const column = name === 'Id' ? undefined : table.byName.get(name);
      if (column === undefined) continue;
      names.push(name);
      parameters.push(columnValue(column.kind, changes[name]));
    }
    if (names.length === 0) return;
    parameters.push(id);
    this.#database.changes.note(object.name);
    this.#database.prepare(updateSql(object, table, names)).run(...parameters);
    this.#updateCached(object, table, id, names, parameters);
  }

  #updateCached(object: SObjectType, table: RecordTable, id: string, names: readonly string[], values: readonly SqlValue[]): void {
    const { rowCache } = this.#database;
    const row = rowCache.rowsOf(object.name, table.selectByIds).get(id);
    if (row === undefined) return;
    for (const [place, name] of names.entries()) {
      const kind = table.byName.get(name)?.kind;
      const value = values[place] ?? null;
      if (kind === undefined || !comesBack(kind, value)) {
        rowCache.forget(object.name, id);
        return;
      }
      row[name] = fromSql(kind, value);
    }
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

  /** Some of the ids of the records whose reference field holds this id and whose `by` holds a value, ordered by it. */
  idsInOrder(
    object: SObjectType,
    field: Field,
    parentId: string,
    order: { readonly by: Field; readonly descending: boolean; readonly offset: number; readonly limit: number },
  ): string[] {
    const column = quoteName(order.by.name);
    return this.#database
      .prepareArrays(
        `SELECT "Id" FROM ${quoteName(object.name)} WHERE ${quoteName(field.name)} = ? AND "IsDeleted" = 0 AND ${column} IS NOT NULL ` +
          `ORDER BY ${column} ${order.descending ? 'DESC' : 'ASC'} LIMIT ? OFFSET ?`,
      )
      .all(parentId, order.limit, order.offset)
      .map(([id]) => String(id));
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
    this.#database.changes.note(object.name);
    const stamped = this.#tableOf(object).columns.filter(({ name }) => Object.hasOwn(stamp, name));
    const assignments = ['"IsDeleted" = ?', ...stamped.map(({ name }) => `${quoteName(name)} = ?`)].join(', ');
    this.#database
      .prepare(`UPDATE ${quoteName(object.name)} SET ${assignments} WHERE "Id" IN (SELECT value FROM json_each(?))`)
      .run(deleted ? 1 : 0, ...stamped.map(({ name, kind }) => columnValue(kind, stamp[name])), JSON.stringify(ids));
    for (const id of ids) this.#database.rowCache.forget(object.name, id);
  }

  #tableOf(object: SObjectType): RecordTable {
    const table = this.#tables.get(object.name);
    if (table === undefined) throw new Error(`the store does not know the object ${object.name}`);
    return table;
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
