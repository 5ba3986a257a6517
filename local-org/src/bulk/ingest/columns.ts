import { lookupTargets, relationshipNamed } from '../../rest/wire/relationships.ts';
import type { ForeignKeyByExternalId, SaveError } from '../../save/types.ts';
import { saveErrors } from '../../save/saveErrors.ts';
import type { Field, FieldValues, Schema, SObjectType } from '../../schema/types.ts';
import { CsvError } from '../csv/csvError.ts';
import type { IngestJob } from '../jobs/jobTypes.ts';
import { textReader } from './csvFieldValue.ts';

/** A row of the data on its way to becoming a record. */
export interface RowTarget {
  readonly values: FieldValues;
  readonly foreignKeys: ForeignKeyByExternalId[];
  readonly errors: SaveError[];
}

/** Puts the text of one column into a row. Blank texts never come here: they say nothing. */
export type Column = (text: string, row: RowTarget) => void;

/** The text that empties a field. */
const nullText = '#N/A';

/**
 * What each column of the data does, from its header.
 * @throws CsvError when the header does not fit the job: the job fails with its text
 */
export function columnsOf(schema: Schema, object: SObjectType, job: IngestJob, header: readonly string[]): readonly Column[] {
  refuseRepeated(header);
  if (job.operation === 'delete' || job.operation === 'hardDelete') refuseOtherThanId(header);
  const wanted = requiredColumn(job);
  if (wanted !== undefined && !header.some((name) => name.trim().toLowerCase() === wanted.toLowerCase())) throw notFound([wanted]);
  const columns = header.map((name) => columnNamed(schema, object, name.trim()));
  const unknown = header.filter((_name, place) => columns[place] === undefined);
  if (unknown.length > 0) throw notFound(unknown);
  return columns.flatMap((column) => column ?? []);
}

/** The column that tells which record a row is; an upsert by id without ids creates them all. */
function requiredColumn({ operation, externalIdFieldName }: IngestJob): string | undefined {
  if (operation === 'insert') return undefined;
  if (operation !== 'upsert') return 'Id';
  return externalIdFieldName === 'Id' ? undefined : externalIdFieldName;
}

function notFound(names: readonly string[]): CsvError {
  return new CsvError(`InvalidBatch : Field name not found : ${names.join(', ')}`);
}

function refuseRepeated(header: readonly string[]): void {
  const names = header.map((name) => name.trim().toLowerCase());
  const repeated = header.find((_name, place) => names.indexOf(names[place] ?? '') !== place);
  if (repeated !== undefined) throw new CsvError(`InvalidBatch : Duplicate field name in the header row : ${repeated}`);
}

function refuseOtherThanId(header: readonly string[]): void {
  if (header.length !== 1 || header[0]?.trim().toLowerCase() !== 'id')
    throw new CsvError('InvalidBatch : Delete batch must contain only ids');
}

function columnNamed(schema: Schema, object: SObjectType, name: string): Column | undefined {
  const dot = name.indexOf('.');
  if (dot !== -1) return relationshipColumn(schema, object, name.slice(0, dot), name.slice(dot + 1));
  const field = object.fields.get(name.toLowerCase());
  return field === undefined || field.type === 'address' ? undefined : fieldColumn(field);
}

function fieldColumn(field: Field): Column {
  const read = textReader(field);
  const { name } = field;
  return (text, row) => {
    if (text === nullText) {
      row.values[name] = null;
      return;
    }
    const value = read(text);
    if (value === undefined) row.errors.push(saveErrors.wrongType(field, text));
    else row.values[name] = value;
  };
}

/**
 * `Owner.Username`, `ContactPulse__r.Key__c`; a relationship to several objects
 * also says which: `User:Owner.Username` (or `Owner:User.Username`).
 */
function relationshipColumn(schema: Schema, object: SObjectType, relationship: string, fieldName: string): Column | undefined {
  const [first = '', second] = relationship.split(':');
  const choices =
    second === undefined
      ? [[first, undefined] as const]
      : ([
          [second, first],
          [first, second],
        ] as const);
  for (const [relationshipName, targetName] of choices) {
    const lookup = relationshipNamed(object, relationshipName);
    if (lookup === undefined) continue;
    const target = lookupTargets(schema, lookup, targetName, fieldName)[0];
    if (target === undefined) continue;
    return foreignKeyColumn(lookup, target.object, target.field);
  }
  return undefined;
}

function foreignKeyColumn(lookup: Field, target: SObjectType, keyField: Field): Column {
  const read = textReader(keyField);
  return (text, row) => {
    const value = text === nullText ? null : read(text);
    if (value === undefined) row.errors.push(saveErrors.wrongType(keyField, text));
    else row.foreignKeys.push({ field: lookup.name, targetObject: target.name, externalIdField: keyField.name, value });
  };
}
