import type { Field, Schema, SObjectType } from '../schema/types.ts';
import { prepareBookkeeping } from './bookkeeping.ts';
import { columnType, quoteName, storageKind, storedFields, type StorageKind } from './columns.ts';
import type { OrgDatabase } from './database.ts';
import { registerFold } from './fold.ts';
import { INDEX_PREFIX, indexesOf } from './indexes.ts';

/** The schema asks for another kind of value than the column holds, and nothing says how to convert it. */
export class StorageMigrationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StorageMigrationError';
  }
}

/**
 * Makes the database fit the schema: new tables and columns, changed kinds of
 * values, indexes as wanted. Custom objects and fields that left the schema go
 * with their data, as on the platform when its recycle bin is emptied.
 * @param gone custom objects and fields (`Thing__c`, `Thing__c.Code__c`, any case) whose
 * data go although the schema has them: they were deleted and made again
 * @throws StorageMigrationError when a standard field changed to another kind of value
 */
export function prepareStorage(database: OrgDatabase, schema: Schema, gone: ReadonlySet<string> = new Set()): void {
  registerFold(database);
  prepareBookkeeping(database);
  database.transaction(() => {
    const wanted = wantedIndexes(schema);
    dropIndexes(database, wanted);
    dropTables(database, schema, gone);
    for (const object of schema.objects.values()) prepareTable(database, object, gone);
    createIndexes(database, wanted);
  });
}

function dropTables(database: OrgDatabase, schema: Schema, gone: ReadonlySet<string>): void {
  const tables = database.prepare('SELECT DISTINCT object FROM local_column').all();
  for (const table of tables.map((row) => String(row['object']))) {
    const leaves = isCustom(table) && schema.object(table) === undefined;
    if (!leaves && !gone.has(table.toLowerCase())) continue;
    database.execute(`DROP TABLE ${quoteName(table)}`);
    database.prepare('DELETE FROM local_column WHERE object = ?').run(table);
    forgetSequences(database, `${table}.*`);
    // Ids of the records that went must not come back: the object gets another key prefix if it is made again.
    if (leaves) {
      database.prepare("UPDATE local_key_prefix SET object = 'gone ' || prefix || ' ' || object WHERE object = ?").run(table.toLowerCase());
    }
  }
}

function prepareTable(database: OrgDatabase, object: SObjectType, gone: ReadonlySet<string>): void {
  const known = knownColumns(database, object);
  const fields = storedFields(object);
  const wanted = new Set(fields.map((field) => field.name));
  for (const name of known.keys()) {
    const leaves = isCustom(name) && !wanted.has(name);
    if (!leaves && !gone.has(`${object.name}.${name}`.toLowerCase())) continue;
    dropIndexesOf(database, object.name);
    dropColumn(database, object.name, name);
    known.delete(name);
  }
  for (const field of fields) convertColumn(database, object, field, known.get(field.name));
  const added = fields.filter((field) => !known.has(field.name));
  if (added.length === 0) return;
  if (known.size === 0) database.execute(`CREATE TABLE ${quoteName(object.name)} (${added.map(columnSql).join(', ')})`);
  else for (const field of added) addColumn(database, object, field);
  for (const field of added) keepColumn(database, object.name, field.name, storageKind(field));
}

function knownColumns(database: OrgDatabase, object: SObjectType): Map<string, string> {
  const rows = database.prepare('SELECT field, kind FROM local_column WHERE object = ?').all(object.name);
  return new Map(rows.map((row) => [String(row['field']), String(row['kind'])]));
}

function columnSql(field: Field): string {
  const type = field.type === 'id' ? 'TEXT PRIMARY KEY NOT NULL' : columnType(storageKind(field));
  return `${quoteName(field.name)} ${type}`;
}

/** Records that are there get no defaults but those of check boxes, which cannot be empty. */
function addColumn(database: OrgDatabase, object: SObjectType, field: Field): void {
  const table = quoteName(object.name);
  database.execute(`ALTER TABLE ${table} ADD COLUMN ${columnSql(field)}`);
  forgetRollup(database, object.name, field.name);
  if (field.type === 'boolean' && field.defaultFormula?.trim().toLowerCase() === 'true') {
    database.execute(`UPDATE ${table} SET ${quoteName(field.name)} = 1`);
  }
}

function dropColumn(database: OrgDatabase, table: string, name: string): void {
  database.execute(`ALTER TABLE ${quoteName(table)} DROP COLUMN ${quoteName(name)}`);
  database.prepare('DELETE FROM local_column WHERE object = ? AND field = ?').run(table, name);
  forgetSequences(database, `${table}.${name}`);
}

/** Another kind of value: numbers become texts; all else was checked to be empty, and starts anew. */
function convertColumn(database: OrgDatabase, object: SObjectType, field: Field, stored: string | undefined): void {
  const kind = storageKind(field);
  if (stored === undefined || stored === kind) return;
  if (!field.custom) {
    throw new StorageMigrationError(
      `${object.name}.${field.name} holds ${stored} values in this data folder and is now of type ${field.type}: ` +
        'start with an empty data folder',
    );
  }
  dropIndexesOf(database, object.name);
  const [table, column, old] = [quoteName(object.name), quoteName(field.name), quoteName(`${field.name}_before`)];
  database.execute(`ALTER TABLE ${table} RENAME COLUMN ${column} TO ${old}`);
  database.execute(`ALTER TABLE ${table} ADD COLUMN ${columnSql(field)}`);
  if (stored === 'number' && kind === 'text') database.execute(`UPDATE ${table} SET ${column} = ${numberAsText(old)}`);
  database.execute(`ALTER TABLE ${table} DROP COLUMN ${old}`);
  forgetRollup(database, object.name, field.name);
  keepColumn(database, object.name, field.name, kind);
}

/** 12 and not 12.0. */
function numberAsText(column: string): string {
  return `CASE WHEN ${column} = CAST(${column} AS INTEGER) THEN CAST(CAST(${column} AS INTEGER) AS TEXT) ELSE CAST(${column} AS TEXT) END`;
}

function keepColumn(database: OrgDatabase, table: string, name: string, kind: StorageKind): void {
  database
    .prepare(
      'INSERT INTO local_column (object, field, kind) VALUES (?, ?, ?) ON CONFLICT (object, field) DO UPDATE SET kind = excluded.kind',
    )
    .run(table, name, kind);
}

function forgetSequences(database: OrgDatabase, pattern: string): void {
  database.prepare('DELETE FROM local_sequence WHERE name GLOB ?').run(pattern);
}

/** A column that starts empty is recalculated, also when its roll-up is defined as before. */
function forgetRollup(database: OrgDatabase, object: string, name: string): void {
  const known = database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'local_rollup'").get();
  if (known !== undefined) database.prepare('DELETE FROM local_rollup WHERE field = ?').run(`${object}.${name}`);
}

function isCustom(name: string): boolean {
  return /__[a-z]+$/iu.test(name);
}

type Indexes = ReadonlyMap<string, string>;

function wantedIndexes(schema: Schema): Indexes {
  return new Map([...schema.objects.values()].flatMap((object) => indexesOf(schema, object)).map(({ name, sql }) => [name, sql]));
}

function storedIndexes(database: OrgDatabase): Indexes {
  const rows = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name GLOB ?`).all(`${INDEX_PREFIX}*`);
  return new Map(rows.map((row) => [String(row['name']), String(row['sql'])]));
}

/** A column that an index reads cannot be dropped. */
function dropIndexesOf(database: OrgDatabase, table: string): void {
  for (const name of storedIndexes(database).keys()) {
    if (name.startsWith(`${INDEX_PREFIX}${table}_`)) database.execute(`DROP INDEX ${quoteName(name)}`);
  }
}

function dropIndexes(database: OrgDatabase, wanted: Indexes): void {
  for (const [name, sql] of storedIndexes(database)) if (wanted.get(name) !== sql) database.execute(`DROP INDEX ${quoteName(name)}`);
}

function createIndexes(database: OrgDatabase, wanted: Indexes): void {
  const stored = storedIndexes(database);
  for (const [name, sql] of wanted) if (!stored.has(name)) database.execute(sql);
}
