import type { Field, Schema, SObjectType } from '../schema/types.ts';
import { prepareBookkeeping } from './bookkeeping.ts';
import { columnType, quoteName, storageKind, storedFields } from './columns.ts';
import type { OrgDatabase } from './database.ts';
import { registerFold } from './fold.ts';
import { INDEX_PREFIX, indexesOf } from './indexes.ts';

/** The schema asks for another kind of value than the column already holds. */
export class StorageMigrationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StorageMigrationError';
  }
}

/**
 * Makes the database fit the schema: new tables, new columns, indexes as wanted.
 * Nothing that holds data is dropped; a field that left the schema keeps its column.
 * @throws StorageMigrationError when a field changed to another kind of value
 */
export function prepareStorage(database: OrgDatabase, schema: Schema): void {
  registerFold(database);
  prepareBookkeeping(database);
  database.transaction(() => {
    for (const object of schema.objects.values()) prepareTable(database, object);
    prepareIndexes(database, schema);
  });
}

function prepareTable(database: OrgDatabase, object: SObjectType): void {
  const known = new Map(
    database
      .prepare('SELECT field, kind FROM local_column WHERE object = ?')
      .all(object.name)
      .map((row) => [String(row['field']), String(row['kind'])]),
  );
  const fields = storedFields(object);
  for (const field of fields) refuseOtherKind(object, field, known.get(field.name));
  const added = fields.filter((field) => !known.has(field.name));
  if (added.length === 0) return;
  if (known.size === 0) database.execute(`CREATE TABLE ${quoteName(object.name)} (${added.map(columnSql).join(', ')})`);
  else for (const field of added) database.execute(`ALTER TABLE ${quoteName(object.name)} ADD COLUMN ${columnSql(field)}`);
  for (const field of added) {
    database.prepare('INSERT INTO local_column (object, field, kind) VALUES (?, ?, ?)').run(object.name, field.name, storageKind(field));
  }
}

function columnSql(field: Field): string {
  const type = field.type === 'id' ? 'TEXT PRIMARY KEY NOT NULL' : columnType(storageKind(field));
  return `${quoteName(field.name)} ${type}`;
}

function refuseOtherKind(object: SObjectType, field: Field, stored: string | undefined): void {
  if (stored === undefined || stored === storageKind(field)) return;
  throw new StorageMigrationError(
    `${object.name}.${field.name} holds ${stored} values in this data folder and is now of type ${field.type}: ` +
      'give the new field another name, or start with an empty data folder',
  );
}

function prepareIndexes(database: OrgDatabase, schema: Schema): void {
  const wanted = new Map([...schema.objects.values()].flatMap((object) => indexesOf(schema, object)).map(({ name, sql }) => [name, sql]));
  const rows = database.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name GLOB ?`).all(`${INDEX_PREFIX}*`);
  const current = new Map(rows.map((row) => [String(row['name']), String(row['sql'])]));
  for (const [name, sql] of current) if (wanted.get(name) !== sql) database.execute(`DROP INDEX ${quoteName(name)}`);
  for (const [name, sql] of wanted) if (current.get(name) !== sql) database.execute(sql);
}
