import type { FieldValue, FieldValues, Schema, SObjectType } from '../../schema/types.ts';
import { fromSql, quoteName, storageKind, storedFields } from '../columns.ts';
import type { OrgDatabase } from '../database.ts';
import type { RecordStore } from '../recordStore.ts';

/** Where records are kept. */
export interface OrgStorage {
  readonly database: OrgDatabase;
  readonly schema: Schema;
  readonly store: RecordStore;
}

/** The records that an object should have. */
export interface WantedRows {
  readonly object: string;
  /** Fields that together tell one row from another. */
  readonly key: readonly string[];
  readonly rows: readonly FieldValues[];
  /** Leave alone what metadata says nothing of: rows that people made. */
  readonly othersStay?: boolean;
  /** Leave alone also the rows that are there: what people changed in them stays. */
  readonly madeOnce?: boolean;
}

/**
 * Makes the records of an object those that metadata asks for. A row that is
 * there already keeps its id; one that did not change is not touched.
 * @param moment epoch milliseconds, whole seconds
 * @returns the id of each row, in their order
 */
export function keepRows({ database, schema, store }: OrgStorage, wanted: WantedRows, moment: number): readonly string[] {
  const object = schema.object(wanted.object);
  if (object === undefined) return [];
  const before = rowsOf(database, object);
  const byKey = new Map(before.map((row) => [keyOf(wanted.key, row), row]));
  const fresh: FieldValues[] = [];
  const ids = wanted.rows.map((values) => {
    const key = keyOf(wanted.key, values);
    const known = byKey.get(key);
    byKey.delete(key);
    if (known === undefined) {
      const id = typeof values['Id'] === 'string' ? values['Id'] : store.newId(object);
      fresh.push({ CreatedDate: moment, LastModifiedDate: moment, SystemModstamp: moment, ...values, IsDeleted: false, Id: id });
      return id;
    }
    const id = String(known['Id']);
    const changes = wanted.madeOnce === true ? undefined : changed(known, values);
    if (changes !== undefined) store.update(object, id, { ...changes, LastModifiedDate: moment, SystemModstamp: moment });
    return id;
  });
  store.insert(object, fresh);
  if (wanted.othersStay !== true && byKey.size > 0) forget(database, object, [...byKey.values()]);
  return ids;
}

/** Rows of metadata leave no trace in the recycle bin. */
function forget(database: OrgDatabase, object: SObjectType, rows: readonly FieldValues[]): void {
  const ids = JSON.stringify(rows.map((row) => row['Id']));
  database.prepare(`DELETE FROM ${quoteName(object.name)} WHERE "Id" IN (SELECT value FROM json_each(?))`).run(ids);
  database.rowCache.clear();
}

function rowsOf(database: OrgDatabase, object: SObjectType): readonly FieldValues[] {
  const columns = storedFields(object).map((field) => ({ name: field.name, kind: storageKind(field) }));
  const names = columns.map(({ name }) => quoteName(name)).join(', ');
  return database
    .prepare(`SELECT ${names} FROM ${quoteName(object.name)} WHERE "IsDeleted" = 0`)
    .all()
    .map((row) => Object.fromEntries(columns.map(({ name, kind }): [string, FieldValue] => [name, fromSql(kind, row[name])])));
}

function changed(before: FieldValues, values: FieldValues): FieldValues | undefined {
  const changes = Object.entries(values).filter(([name, value]) => name in before && before[name] !== value);
  return changes.length === 0 ? undefined : Object.fromEntries(changes);
}

function keyOf(names: readonly string[], values: FieldValues): string {
  return JSON.stringify(names.map((name) => String(values[name] ?? '').toLowerCase()));
}
