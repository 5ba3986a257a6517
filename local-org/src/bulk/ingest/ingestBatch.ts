import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { SaveError, SaveOptions, SaveResult } from '../../save/types.ts';
import type { FieldValues } from '../../schema/types.ts';
import { normaliseId } from '../../storage/ids.ts';
import type { CsvReader } from '../csv/csvReader.ts';
import type { IngestJob, RowResult } from '../jobs/jobTypes.ts';
import type { Column, RowTarget } from './columns.ts';

/** Rows that are saved in one transaction, as on the platform. */
export const batchSize = 200;

/** The next rows of the data, at most a batch. @throws CsvError */
export function readRows(reader: CsvReader, columns: readonly Column[]): RowTarget[] {
  const rows: RowTarget[] = [];
  while (rows.length < batchSize) {
    const record = reader.next();
    if (record === undefined) break;
    rows.push(rowOf(record.values, columns));
  }
  return rows;
}

function rowOf(values: readonly string[], columns: readonly Column[]): RowTarget {
  const row: RowTarget = { values: {}, foreignKeys: [], errors: [] };
  if (values.length !== columns.length) {
    row.errors.push(wrongWidth(values.length, columns.length));
    return row;
  }
  for (const [place, column] of columns.entries()) {
    const text = values[place] ?? '';
    if (text !== '') column(text, row);
  }
  return row;
}

function wrongWidth(found: number, wanted: number): SaveError {
  return { statusCode: 'INVALID_FIELD', message: `The row has ${found} columns and the header row ${wanted}`, fields: [] };
}

/** Saves a batch of rows, each for itself. Runs inside the caller's transaction. @returns what became of each, in order */
export function saveRows(org: Org, job: IngestJob, user: RequestUser, rows: readonly RowTarget[]): RowResult[] {
  const sound = rows.filter((row) => row.errors.length === 0);
  const saved = sound.length === 0 ? [] : save(org, job, user, sound);
  let next = 0;
  return rows.map((row) => {
    if (row.errors.length > 0) return { id: '', error: errorText(row.errors) };
    const result = saved[next];
    next += 1;
    return result === undefined ? { id: '', error: errorText([]) } : rowResult(result);
  });
}

function save(org: Org, job: IngestJob, user: RequestUser, rows: readonly RowTarget[]): readonly SaveResult[] {
  const records = rows.map((row) => row.values);
  const options: SaveOptions = { user, allOrNone: false };
  const withKeys: SaveOptions = rows.some((row) => row.foreignKeys.length > 0)
    ? { ...options, foreignKeys: new Map(rows.map((row) => [row.values, row.foreignKeys] as const)) }
    : options;
  try {
    switch (job.operation) {
      case 'insert':
        return org.records.insert(job.object, records, withKeys);
      case 'update':
        return org.records.update(job.object, records, withKeys);
      case 'upsert':
        return org.records.upsert(job.object, job.externalIdFieldName ?? 'Id', records, withKeys);
      case 'delete':
        return org.records.delete(job.object, ids(records), options);
      case 'hardDelete':
        return org.records.hardDelete(job.object, ids(records), options);
    }
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    const { errorCode, message, fields } = error;
    return rows.map(() => ({ success: false, errors: [{ statusCode: errorCode, message, fields }] }));
  }
}

function ids(records: readonly FieldValues[]): string[] {
  return records.map(({ Id: id }) => (typeof id === 'string' ? (normaliseId(id) ?? id) : ''));
}

function rowResult(result: SaveResult): RowResult {
  return result.success ? { id: result.id, created: result.created } : { id: result.id ?? '', error: errorText(result.errors) };
}

/** `REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --`, one after the other. */
function errorText(errors: readonly SaveError[]): string {
  return errors
    .map(({ statusCode, message, fields }) => `${statusCode}:${message}:${fields.map((name) => `${name} `).join('')}--`)
    .join('');
}
