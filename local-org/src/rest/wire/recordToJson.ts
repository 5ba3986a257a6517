import type { FieldValue } from '../../schema/types.ts';
import type { QueryCursor, QueryField, QueryRecord, QueryRows } from '../../soql/types.ts';
import { datetimeToWire, timeToWire } from './moments.ts';

/** Gives the address at which the rows of a child query go on. */
export type MoreRows = (rest: QueryCursor, from: number) => string;

/** The JSON of a query's record: `attributes` first, then the selected fields. */
export function recordToJson(record: QueryRecord, version: string, moreRows?: MoreRows): Record<string, unknown> {
  const json: Record<string, unknown> = { attributes: attributesOf(record, version) };
  for (const [name, field] of record.fields) json[name] = fieldToJson(field, version, moreRows);
  return json;
}

function attributesOf(record: QueryRecord, version: string): Record<string, string> {
  const id = record.id ?? selectedId(record);
  const type = record.shownAs ?? record.object;
  return id === undefined ? { type } : { type, url: recordUrl(version, record.object, id) };
}

function selectedId(record: QueryRecord): string | undefined {
  const field = record.fields.get('Id');
  return field?.kind === 'value' && typeof field.value === 'string' ? field.value : undefined;
}

export function recordUrl(version: string, object: string, id: string): string {
  return `/services/data/${version}/sobjects/${object}/${id}`;
}

function fieldToJson(field: QueryField, version: string, moreRows: MoreRows | undefined): unknown {
  switch (field.kind) {
    case 'value':
      return valueToJson(field.type, field.value);
    case 'compound':
      return field.value;
    case 'parent':
      return field.record === null ? null : recordToJson(field.record, version, moreRows);
    case 'children':
      return field.rows === null ? null : rowsToJson(field.rows, version, moreRows);
  }
}

function rowsToJson({ totalSize, records, more }: QueryRows, version: string, moreRows: MoreRows | undefined): unknown {
  const next = more === undefined ? undefined : moreRows?.(more, records.length);
  return {
    totalSize,
    done: next === undefined,
    ...(next === undefined ? {} : { nextRecordsUrl: next }),
    records: records.map((record) => recordToJson(record, version, moreRows)),
  };
}

/** The JSON of a value of this type (a field type, or an aggregate's). */
export function valueToJson(type: string, value: FieldValue): FieldValue {
  if (value === null) return null;
  switch (type) {
    case 'datetime':
      return typeof value === 'number' ? datetimeToWire(value) : value;
    case 'time':
      return typeof value === 'number' ? timeToWire(value) : value;
    case 'boolean':
      return value === true || value === 1;
    default:
      return value;
  }
}
