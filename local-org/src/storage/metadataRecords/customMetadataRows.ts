import { customMetadataRecords } from '../../schema/customMetadataRecords.ts';
import type { PackageSource } from '../../metadata/packageSource.ts';
import type { Field, Schema, SObjectType } from '../../schema/types.ts';
import { quoteName } from '../columns.ts';
import type { OrgStorage, WantedRows } from './keepRows.ts';

/** The records of each custom metadata type; none for a type without records. */
export function customMetadataRows(schema: Schema, source: PackageSource): readonly WantedRows[] {
  const records = Map.groupBy(customMetadataRecords(schema, source), (record) => record.object.name);
  return customMetadataTypes(schema).map((object) => ({
    object: object.name,
    key: ['QualifiedApiName'],
    rows: (records.get(object.name) ?? []).map(({ values }) => ({ ...values, ...relationshipTexts(object, values) })),
  }));
}

function customMetadataTypes(schema: Schema): readonly SObjectType[] {
  return [...schema.objects.values()].filter((object) => object.kind === 'customMetadata');
}

function relationships(object: SObjectType): readonly Field[] {
  return [...object.fields.values()].filter((field) => field.custom && field.reference?.metadata !== undefined);
}

/** A field is told by its own name beside the object's; queries show both. */
function relationshipTexts(object: SObjectType, values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    relationships(object).flatMap((field): [string, string][] => {
      const value = values[field.name];
      const controller = field.reference?.metadata?.controllingField;
      const owner = controller === undefined ? undefined : values[object.fields.get(controller.toLowerCase())?.name ?? controller];
      const isField = field.reference?.targets[0] === 'FieldDefinition';
      if (typeof value !== 'string' || !isField || value.includes('.') || typeof owner !== 'string') return [];
      return [[field.name, `${owner}.${value}`]];
    }),
  );
}

/** Relationships to other records of metadata are written by name and kept by id, once all records are there. */
export function keepRelationships({ database, schema }: OrgStorage): void {
  for (const object of customMetadataTypes(schema)) {
    for (const field of relationships(object)) {
      const target = schema.object(field.reference?.targets[0] ?? '');
      if (target?.kind !== 'customMetadata') continue;
      const [table, column, other] = [quoteName(object.name), quoteName(field.name), quoteName(target.name)];
      const found = `(SELECT "Id" FROM ${other} AS t WHERE t."QualifiedApiName" = ${table}.${column} COLLATE NOCASE)`;
      database.execute(`UPDATE ${table} SET ${column} = ${found} WHERE ${column} IS NOT NULL AND ${found} IS NOT NULL`);
    }
  }
}
