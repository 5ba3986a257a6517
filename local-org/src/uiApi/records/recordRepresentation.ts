import { createHash } from 'node:crypto';
import type { Field, FieldValue } from '../../schema/types.ts';
import type { QueryRecord } from '../../soql/types.ts';
import { displayValue, type ValueFormat } from '../values/displayValue.ts';
import { wireValue } from '../values/wireValue.ts';
import type { FieldTree } from './fieldTree.ts';

/** A value of UI API: as stored, and as pages show it. */
export interface FieldValueRepresentation {
  readonly displayValue: string | null;
  readonly value: FieldValue | RecordRepresentation;
}

/** UI API's Record. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly childRelationships: Readonly<Record<string, never>>;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, FieldValueRepresentation>>;
  readonly id: string;
  readonly lastModifiedById: FieldValue;
  readonly lastModifiedDate: FieldValue;
  readonly recordTypeId: FieldValue;
  readonly recordTypeInfo: null;
  readonly systemModstamp: FieldValue;
  /** Milliseconds of the last change. */
  readonly weakEtag: number;
}

/** A queried record in UI API's form, with the fields of the tree. */
export function recordRepresentation(record: QueryRecord, tree: FieldTree, format: ValueFormat): RecordRepresentation {
  const fields: Record<string, FieldValueRepresentation> = {};
  for (const [name, field] of tree.fields) fields[name] = fieldValue(field, valueOf(record, name), format);
  for (const [name, parent] of tree.parents) fields[name] = parentValue(record, name, parent.tree, format);
  const system = (name: string): FieldValue => systemValue(record, tree, name);
  const modstamp = valueOf(record, 'SystemModstamp');
  return {
    apiName: record.object,
    childRelationships: {},
    eTag: eTagOf(fields),
    fields,
    id: String(valueOf(record, 'Id') ?? ''),
    lastModifiedById: system('LastModifiedById'),
    lastModifiedDate: system('LastModifiedDate'),
    recordTypeId: system('RecordTypeId'),
    recordTypeInfo: null,
    systemModstamp: system('SystemModstamp'),
    weakEtag: typeof modstamp === 'number' ? modstamp : 0,
  };
}

/** The same content, the same tag. */
export function eTagOf(content: unknown): string {
  return createHash('md5').update(JSON.stringify(content)).digest('hex');
}

function fieldValue(field: Field, value: FieldValue, format: ValueFormat): FieldValueRepresentation {
  return { displayValue: displayValue(field, value, format), value: wireValue(field, value) };
}

function parentValue(record: QueryRecord, relationship: string, tree: FieldTree, format: ValueFormat): FieldValueRepresentation {
  const parent = record.fields.get(relationship);
  if (parent?.kind !== 'parent' || parent.record === null) return { displayValue: null, value: null };
  const name = valueOf(parent.record, tree.object.nameField ?? 'Id');
  return { displayValue: typeof name === 'string' ? name : null, value: recordRepresentation(parent.record, tree, format) };
}

function systemValue(record: QueryRecord, tree: FieldTree, name: string): FieldValue {
  const field = tree.object.fields.get(name.toLowerCase());
  return field === undefined ? null : wireValue(field, valueOf(record, name));
}

function valueOf(record: QueryRecord, name: string): FieldValue {
  const field = record.fields.get(name);
  return field?.kind === 'value' ? field.value : null;
}
