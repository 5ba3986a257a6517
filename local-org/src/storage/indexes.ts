import type { Field, Rollup, Schema, SObjectType } from '../schema/types.ts';
import { isStored, quoteName, storageKind, storedFields } from './columns.ts';
import { foldSql } from './fold.ts';

/** An index that the schema asks for: its name and the statement that makes it. */
export interface IndexDefinition {
  readonly name: string;
  readonly sql: string;
}

/** Names of our own indexes start with this, so that outdated ones can be told from SQLite's. */
export const INDEX_PREFIX = 'ix_';

/**
 * The indexes of an object: one for each reference field (with the values that
 * roll-ups read behind the parent, so that a roll-up never touches the table),
 * one for each external id and unique field, and one for the name.
 */
export function indexesOf(schema: Schema, object: SObjectType): readonly IndexDefinition[] {
  const fields = storedFields(object);
  return [
    ...fields
      .filter((field) => field.reference !== undefined && !UNINDEXED.has(field.name))
      .map((field) => referenceIndex(schema, object, field)),
    ...fields.filter((field) => field.externalId || field.unique).map((field) => keyIndex(object, field)),
    ...nameIndex(object),
  ];
}

/** Nobody looks for the records that somebody made or changed often enough to pay for it on every save. */
const UNINDEXED: ReadonlySet<string> = new Set(['CreatedById', 'LastModifiedById']);

function referenceIndex(schema: Schema, object: SObjectType, field: Field): IndexDefinition {
  const columns = [field.name, ...rolledUpColumns(schema, object, field)].map(quoteName);
  return index(object, field.name, `(${columns.join(', ')})`, false);
}

/**
 * Columns of the child that the parent's roll-ups read through this
 * master-detail field; first those of which the largest or smallest value is
 * asked for, so that the next one is found without looking at the others.
 */
function rolledUpColumns(schema: Schema, child: SObjectType, foreignKey: Field): readonly string[] {
  const targets = (foreignKey.reference?.targets ?? []).flatMap((target) => [...(schema.object(target)?.fields.values() ?? [])]);
  const rollups = targets.flatMap(({ rollup }) =>
    rollup?.childObject === child.name && rollup.foreignKey === foreignKey.name ? [rollup] : [],
  );
  const isExtreme = (rollup: Rollup): boolean => rollup.operation === 'min' || rollup.operation === 'max';
  const names = new Set<string>(['IsDeleted', ...rollups.filter(isExtreme).flatMap((rollup) => rollup.summarizedField ?? [])]);
  for (const rollup of rollups) {
    for (const filter of rollup.filters) names.add(filter.field);
    if (rollup.summarizedField !== undefined) names.add(rollup.summarizedField);
  }
  names.delete(foreignKey.name);
  return [...names].filter((name) => child.fields.get(name.toLowerCase())?.formula === undefined);
}

function keyIndex(object: SObjectType, field: Field): IndexDefinition {
  const folded = storageKind(field) === 'text' && !field.caseSensitive;
  const column = quoteName(field.name);
  // Deleted records keep their keys in the recycle bin without blocking new ones.
  return index(object, field.name, `(${folded ? foldSql(column) : column}) WHERE "IsDeleted" = 0`, field.unique);
}

function nameIndex(object: SObjectType): readonly IndexDefinition[] {
  const name = object.nameField === undefined ? undefined : object.fields.get(object.nameField.toLowerCase());
  // An auto-number is looked up rarely, and an index costs on every insert.
  if (name === undefined || name.unique || name.autoNumber !== undefined || !isStored(name)) return [];
  return [index(object, name.name, `(${foldSql(quoteName(name.name))})`, false)];
}

function index(object: SObjectType, field: string, columns: string, unique: boolean): IndexDefinition {
  const name = `${INDEX_PREFIX}${object.name}_${field}`;
  return { name, sql: `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quoteName(name)} ON ${quoteName(object.name)} ${columns}` };
}
