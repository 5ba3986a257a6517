import type { Layout } from '../../metadata/layout.ts';
import type { Field, Schema, SObjectType } from '../../schema/types.ts';
import { fieldModel, findField } from './fieldModel.ts';
import type { DetailSectionModel, FieldModel } from './pageSettings.ts';

/** Sections of the detail panel as the layout orders them. Fields are known to exist: the layout was checked at start. */
export function layoutSections(layout: Layout, object: SObjectType, schema: Schema): readonly DetailSectionModel[] {
  return layout.sections.map((section) => ({
    label: section.label,
    showLabel: section.showLabel,
    columns: section.columns.map((column) =>
      column.map((name): FieldModel | null => {
        const field = name === null ? undefined : findField(object, name);
        return field === undefined ? null : fieldModel(schema, object, field);
      }),
    ),
  }));
}

const systemFields = new Set(['CreatedById', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'OwnerId']);
const hiddenFields = new Set([
  'Id',
  'IsDeleted',
  'SystemModstamp',
  'LastViewedDate',
  'LastReferencedDate',
  'MasterRecordId',
  'PhotoUrl',
  'RecordTypeId',
]);

/** Sections of an object without a layout: all its fields, and who made and changed the record. */
export function defaultSections(object: SObjectType, schema: Schema): readonly DetailSectionModel[] {
  const fields = [...object.fields.values()].filter((field) => !hiddenFields.has(field.name) && !isPartOfAddress(field));
  const own = fields.filter((field) => !systemFields.has(field.name));
  // The package's fields first: they are what somebody comes for.
  const ordered = [
    ...own.filter((field) => field.name === object.nameField),
    ...own.filter(isCustom),
    ...own.filter((field) => !isCustom(field)),
  ];
  const unique = [...new Set(ordered)];
  return [
    section(`${object.label} Information`, unique, object, schema),
    section(
      'System Information',
      fields.filter((field) => systemFields.has(field.name)),
      object,
      schema,
    ),
  ];
}

function section(label: string, fields: readonly Field[], object: SObjectType, schema: Schema): DetailSectionModel {
  const half = Math.ceil(fields.length / 2);
  const models = fields.map((field) => fieldModel(schema, object, field));
  return { label, showLabel: true, columns: [models.slice(0, half), models.slice(half)] };
}

function isCustom(field: Field): boolean {
  return field.custom;
}

function isPartOfAddress(field: Field): boolean {
  return /(?:Latitude|Longitude|GeocodeAccuracy|Address)$/u.test(field.name) && field.type !== 'email';
}
