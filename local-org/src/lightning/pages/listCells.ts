import type { Field, FieldValue, Schema, SObjectType } from '../../schema/types.ts';
import type { QueryRecord } from '../../soql/types.ts';
import { labelOf } from '../../uiApi/values/displayValue.ts';
import { pathToName } from './fieldModel.ts';
import type { ListCellModel, ListRowModel } from './pageSettings.ts';

/** A record as a row of a list: its name leads to it, references to what they point at. */
export function listRow(record: QueryRecord, columns: readonly Field[], object: SObjectType, schema: Schema): ListRowModel {
  const id = String(plainValue(record, 'Id') ?? '');
  const name = object.nameField === undefined ? null : plainValue(record, object.nameField);
  return { id, name: name === null ? object.label : String(name), cells: columns.map((field) => cell(record, id, field, object, schema)) };
}

function cell(record: QueryRecord, id: string, field: Field, object: SObjectType, schema: Schema): ListCellModel {
  const value = plainValue(record, field.name);
  const scale = field.scale === undefined ? {} : { scale: field.scale };
  if (field.name === object.nameField) return { value, type: field.type, url: `/lightning/r/${object.name}/${id}/view` };
  const name = referenceName(record, field, schema);
  if (name !== undefined && typeof value === 'string') return { value: name, type: 'string', url: `/lightning/r/${value}/view` };
  // An id alone tells a reader nothing: what it points at is not for them.
  if (field.reference !== undefined && pathToName(schema, field) === undefined) return { value: null, type: 'string' };
  if ((field.type === 'picklist' || field.type === 'multipicklist') && typeof value === 'string') {
    const labels = value.split(';').map((choice) => labelOf(field, choice));
    return { value: labels.join('; '), type: 'string' };
  }
  const moment = field.type === 'datetime' && typeof value === 'number' ? new Date(value).toISOString() : value;
  return { value: moment, type: field.type, ...scale };
}

/** A value that a query selected; null for what it did not. */
export function plainValue(record: QueryRecord, name: string): FieldValue {
  const field = record.fields.get(name);
  return field?.kind === 'value' ? field.value : null;
}

function referenceName(record: QueryRecord, field: Field, schema: Schema): FieldValue | undefined {
  const [relationship = '', name = ''] = pathToName(schema, field)?.split('.') ?? [];
  const parent = record.fields.get(relationship);
  return parent?.kind === 'parent' && parent.record !== null ? plainValue(parent.record, name) : undefined;
}
