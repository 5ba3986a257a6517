import { SalesforceError } from '../../errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../rest/apiMessages.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import { isColumnDelimiter, isLineEnding } from '../csv/delimiters.ts';
import { jobErrors } from '../jobs/jobErrors.ts';
import { ingestOperations, type IngestJob, type IngestOperation } from '../jobs/jobTypes.ts';

/** What a client may say of a new ingest job. */
export type IngestRequest = Pick<
  IngestJob,
  'object' | 'operation' | 'externalIdFieldName' | 'assignmentRuleId' | 'columnDelimiter' | 'lineEnding'
>;

const known = new Set([
  'object',
  'operation',
  'externalIdFieldName',
  'assignmentRuleId',
  'columnDelimiter',
  'lineEnding',
  'contentType',
  'concurrencyMode',
]);

/**
 * Reads the body that creates an ingest job.
 * @throws SalesforceError INVALIDJOB, INVALIDENTITY or JSON_PARSER_ERROR
 */
export function readIngestRequest(schema: Schema, org: Schema, body: unknown): IngestRequest {
  const json = jobBody(body, known);
  const operation = ingestOperations.find((one) => one === json['operation']);
  if (operation === undefined) {
    throw jobErrors.invalidJob(`InvalidJob : operation must be one of ${ingestOperations.join(', ')}`);
  }
  const object = objectOf(schema, org, textOf(json, 'object'), operation);
  if ((json['contentType'] ?? 'CSV') !== 'CSV') throw jobErrors.invalidJob('InvalidJob : The only supported contentType is CSV');
  return {
    object: object.name,
    operation,
    externalIdFieldName: operation === 'upsert' ? externalIdField(object, textOf(json, 'externalIdFieldName')) : undefined,
    assignmentRuleId: textOf(json, 'assignmentRuleId'),
    ...formatOf(json),
  };
}

/** Delimiter and line end of a job; commas and line feeds unless it says otherwise. */
export function formatOf(json: JsonObject): Pick<IngestJob, 'columnDelimiter' | 'lineEnding'> {
  const columnDelimiter = json['columnDelimiter'] ?? 'COMMA';
  const lineEnding = json['lineEnding'] ?? 'LF';
  if (!isColumnDelimiter(columnDelimiter)) throw cannotRead('ColumnDelimiterEnum', columnDelimiter);
  if (!isLineEnding(lineEnding)) throw cannotRead('LineEndingEnum', lineEnding);
  return { columnDelimiter, lineEnding };
}

/** A body that has no other members than those a job knows. */
export function jobBody(body: unknown, names: ReadonlySet<string>): JsonObject {
  if (!isJsonObject(body))
    throw new SalesforceError('JSON_PARSER_ERROR', 'The HTTP entity body is required, but this request has no entity body.');
  const other = Object.keys(body).find((name) => !names.has(name));
  if (other !== undefined) throw new SalesforceError('JSON_PARSER_ERROR', `Unrecognized field "${other}", not marked as ignorable`);
  return body;
}

export function textOf(json: JsonObject, name: string): string | undefined {
  const value = json[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw cannotRead('string', value);
  return value;
}

function cannotRead(type: string, value: JsonValue): SalesforceError {
  return new SalesforceError('JSON_PARSER_ERROR', `Cannot deserialize instance of ${type} from value ${JSON.stringify(value)}`);
}

/** What the user may do with the records is told row by row; what nobody may do by Bulk API is told at once. */
function objectOf(schema: Schema, org: Schema, name: string | undefined, operation: IngestOperation): SObjectType {
  if (name === undefined) throw jobErrors.invalidJob('InvalidJob : object is required');
  const object = schema.object(name);
  if (object === undefined) throw jobErrors.unknownObject(name);
  const { createable, updateable, deletable } = org.object(name) ?? object;
  const allowed = {
    insert: createable,
    update: updateable,
    upsert: createable && updateable,
    delete: deletable,
    hardDelete: deletable,
  };
  if (!allowed[operation]) throw jobErrors.notInBulk(object.name);
  return object;
}

function externalIdField(object: SObjectType, name: string | undefined): string {
  if (name === undefined) throw jobErrors.invalidJob('InvalidJob : externalIdFieldName is required for upsert');
  const field = object.fields.get(name.toLowerCase());
  if (field === undefined || !(field.externalId || field.name === 'Id')) {
    throw jobErrors.invalidJob(
      `InvalidJob : Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${object.name}`,
    );
  }
  return field.name;
}
