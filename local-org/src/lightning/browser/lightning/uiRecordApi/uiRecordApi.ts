import { PlainDataWire } from '../../lds/DataWire.ts';
import { readRecord } from '../../lds/readRecord.ts';
import { forgetRecord, invalidateRecord, onRecordChange, storeRecord } from '../../lds/recordCache.ts';
import { onRecordWritten, recordWritten } from '../../lds/recordWrites.ts';
import { joined, objectName, type ObjectReference, PathWire } from '../../lds/PathWire.ts';
import type { RecordInput } from '../../lds/recordInputs.ts';
import { type FieldReference, isRecord, qualifiedName, type RecordRepresentation, valueAt } from '../../lds/records.ts';
import { queryString, uiApiRequest } from '../../lds/uiApiRequest.ts';

export type { RecordInput } from '../../lds/recordInputs.ts';
export {
  createRecordInputFilteredByEditedFields,
  generateRecordInputForCreate,
  generateRecordInputForUpdate,
} from '../../lds/recordInputs.ts';

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

export interface GetRecordsConfig {
  records?: readonly Omit<GetRecordConfig & { recordIds: readonly string[] }, 'recordId'>[] | undefined;
}

/** Wire: several records: `{results: [{statusCode, result}]}`, those that cannot be read with their errors. */
export class getRecords extends PlainDataWire<GetRecordsConfig, { readonly results: readonly RecordResult[] }> {
  protected override isComplete({ records = [] }: GetRecordsConfig): boolean {
    return records.some(({ recordIds }) => recordIds.length > 0);
  }

  protected override async read({ records = [] }: GetRecordsConfig): Promise<{ readonly results: readonly RecordResult[] }> {
    const batches = records.map(async ({ recordIds, fields, optionalFields }) => {
      const wanted = { fields: asList(fields).map(qualifiedName), optionalFields: asList(optionalFields).map(qualifiedName) };
      const path = `/ui-api/records/batch/${recordIds.map(encodeURIComponent).join(',')}${queryString(wanted)}`;
      const { results } = (await uiApiRequest({ method: 'GET', path })) as { readonly results: readonly RecordResult[] };
      for (const { result } of results) if (isRecord(result)) storeRecord(result, [...wanted.fields, ...wanted.optionalFields]);
      return results;
    });
    return { results: (await Promise.all(batches)).flat() };
  }

  protected override watch({ records = [] }: GetRecordsConfig, again: () => void): () => void {
    const shown = new Set(records.flatMap(({ recordIds }) => recordIds));
    return onRecordWritten((id) => {
      if (shown.has(id)) again();
    });
  }
}

/** One record of a batch, or with another status the errors. */
export interface RecordResult {
  readonly statusCode: number;
  readonly result: unknown;
}

export interface RecordUiConfig {
  recordIds?: string | readonly string[] | undefined;
  layoutTypes?: string | readonly string[] | undefined;
  modes?: string | readonly string[] | undefined;
  optionalFields?: FieldReference | readonly FieldReference[] | undefined;
}

/** Wire: records with their layouts and object infos. */
export class getRecordUi extends PathWire<RecordUiConfig> {
  protected override path({ recordIds, layoutTypes, modes, optionalFields }: RecordUiConfig): string | undefined {
    const ids = asList(recordIds);
    if (ids.length === 0 || asList(layoutTypes).length === 0 || asList(modes).length === 0) return undefined;
    const query = { layoutTypes: asList(layoutTypes), modes: asList(modes), optionalFields: asList(optionalFields).map(qualifiedName) };
    return `/ui-api/record-ui/${ids.map(encodeURIComponent).join(',')}${queryString(query)}`;
  }

  protected override watch(_config: RecordUiConfig, again: () => void): () => void {
    return onRecordWritten((id) => {
      if (this.shows(id)) again();
    });
  }
}

export interface CreateDefaultsConfig {
  objectApiName?: ObjectReference | undefined;
  recordTypeId?: string | undefined;
  optionalFields?: FieldReference | readonly FieldReference[] | undefined;
}

/** Wire: the layout of a new record, and the values that it begins with. */
export class getRecordCreateDefaults extends PathWire<CreateDefaultsConfig> {
  protected override path({ objectApiName, recordTypeId, optionalFields }: CreateDefaultsConfig): string | undefined {
    const object = joined(objectName(objectApiName));
    const query = queryString({ recordTypeId, optionalFields: asList(optionalFields).map(qualifiedName) });
    return object === undefined ? undefined : `/ui-api/record-defaults/create/${object}${query}`;
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

/** Creates a record. @throws FetchError with the platform's record error as body */
export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  const record = (await uiApiRequest({ method: 'POST', path: '/ui-api/records', body: input })) as RecordRepresentation;
  storeRecord(record);
  return record;
}

/** On which condition a record is written. */
export interface ClientOptions {
  /** Refuse with 412 when somebody changed the record after this moment (its `lastModifiedDate`). */
  readonly ifUnmodifiedSince?: string;
}

/** Changes the given fields of a record; wires that show it follow. @throws FetchError */
export async function updateRecord(input: RecordInput, { ifUnmodifiedSince }: ClientOptions = {}): Promise<RecordRepresentation> {
  const { Id: id, ...fields } = input.fields;
  const path = `/ui-api/records/${encodeURIComponent(String(id))}`;
  const headers = ifUnmodifiedSince === undefined ? {} : { 'If-Unmodified-Since': ifUnmodifiedSince };
  const record = (await uiApiRequest({ method: 'PATCH', path, body: { fields }, headers })) as RecordRepresentation;
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
