import { PlainDataWire } from '../../lds/DataWire.ts';
import { readRecord } from '../../lds/readRecord.ts';
import { forgetRecord, invalidateRecord, onRecordChange, storeRecord } from '../../lds/recordCache.ts';
import { recordWritten } from '../../lds/recordWrites.ts';
import { type FieldReference, qualifiedName, type RecordRepresentation, valueAt } from '../../lds/records.ts';
import { queryString, uiApiRequest } from '../../lds/uiApiRequest.ts';

export interface GetRecordConfig {
  recordId?: string | undefined;
  fields?: FieldReference | readonly FieldReference[] | undefined;
  optionalFields?: FieldReference | readonly FieldReference[] | undefined;
  layoutTypes?: string | readonly string[] | undefined;
  modes?: string | readonly string[] | undefined;
}

/** Wire: a record's fields, kept up to date while the component is on the page. */
export class getRecord extends PlainDataWire<GetRecordConfig, RecordRepresentation> {
  protected override isComplete(config: GetRecordConfig): boolean {
    const named = [config.fields, config.optionalFields, config.layoutTypes].some((list) => asList(list).length > 0);
    return typeof config.recordId === 'string' && config.recordId !== '' && named;
  }

  protected override async read(config: GetRecordConfig): Promise<RecordRepresentation> {
    const recordId = config.recordId ?? '';
    const fields = asList(config.fields).map(qualifiedName);
    const optionalFields = asList(config.optionalFields).map(qualifiedName);
    const layoutTypes = asList(config.layoutTypes);
    if (layoutTypes.length === 0) return readRecord({ recordId, fields, optionalFields });
    const path = `/ui-api/records/${recordId}${queryString({ layoutTypes, modes: asList(config.modes), optionalFields })}`;
    const record = (await uiApiRequest({ method: 'GET', path })) as RecordRepresentation;
    storeRecord(record);
    return record;
  }

  protected override watch(config: GetRecordConfig, again: () => void): () => void {
    if (asList(config.layoutTypes).length > 0) return () => undefined;
    return onRecordChange(config.recordId ?? '', again);
  }
}

/** The value of a field of a record that a wire gave; undefined when it is not there. */
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldReference): unknown {
  const found = valueAt(record, field);
  return found === undefined || found === null ? found : found.value;
}

/** The value as text for people, in the user's locale; null when the type has no other form than its value. */
export function getFieldDisplayValue(record: RecordRepresentation | undefined, field: FieldReference): unknown {
  const found = valueAt(record, field);
  return found === undefined || found === null ? found : found.displayValue;
}

/** What to write: `apiName` to create, `fields.Id` to update. */
export interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Creates a record. @throws FetchError with the platform's record error as body */
export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  const record = (await uiApiRequest({ method: 'POST', path: '/ui-api/records', body: input })) as RecordRepresentation;
  storeRecord(record);
  return record;
}

/** Changes the given fields of a record; wires that show it follow. @throws FetchError */
export async function updateRecord(input: RecordInput): Promise<RecordRepresentation> {
  const { Id: id, ...fields } = input.fields;
  const path = `/ui-api/records/${encodeURIComponent(String(id))}`;
  const record = (await uiApiRequest({ method: 'PATCH', path, body: { fields } })) as RecordRepresentation;
  forgetRecord(record.id);
  storeRecord(record);
  recordWritten(record.id);
  return record;
}

/** Deletes a record. @throws FetchError */
export async function deleteRecord(recordId: string): Promise<void> {
  await uiApiRequest({ method: 'DELETE', path: `/ui-api/records/${encodeURIComponent(recordId)}` });
  forgetRecord(recordId);
  recordWritten(recordId);
}

/** Says that records changed by other means; wires that show them ask the org again. */
export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
  for (const { recordId } of records) invalidateRecord(recordId);
  await Promise.resolve();
}

/** The older form of `notifyRecordUpdateAvailable`. */
export function getRecordNotifyChange(records: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(records);
}

function asList<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}
