import { isRecord, type RecordRepresentation } from './records.ts';

/** What to write: `apiName` to create, `fields.Id` to update. */
export interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The part of an object's info that tells what may be written. */
export interface WritableFields {
  readonly fields: Readonly<Record<string, { readonly createable: boolean; readonly updateable: boolean }>>;
}

/** The input that creates a record like this one: with an object info, only of fields that may be given. */
export function generateRecordInputForCreate(record: RecordRepresentation, objectInfo?: WritableFields): RecordInput {
  return { apiName: record.apiName, fields: plainFields(record, (name) => objectInfo?.fields[name]?.createable !== false) };
}

/** The input that writes this record: with an object info, only of fields that may be changed. */
export function generateRecordInputForUpdate(record: RecordRepresentation, objectInfo?: WritableFields): RecordInput {
  const fields = plainFields(record, (name) => objectInfo?.fields[name]?.updateable !== false);
  return { fields: { ...fields, Id: record.id } };
}

/** What of an input differs from the record as it was; the id stays. */
export function createRecordInputFilteredByEditedFields(input: RecordInput, original: RecordRepresentation): RecordInput {
  const edited = Object.entries(input.fields).filter(([name, value]) => name === 'Id' || original.fields[name]?.value !== value);
  return { ...input, fields: Object.fromEntries(edited) };
}

/** Values of a record's own fields; what is behind its lookups is not written. */
function plainFields(record: RecordRepresentation, isWritten: (name: string) => boolean): Record<string, unknown> {
  const entries = Object.entries(record.fields).filter(([name, { value }]) => !isRecord(value) && !name.endsWith('__r') && isWritten(name));
  return Object.fromEntries(entries.map(([name, { value }]) => [name, value]));
}
