import { SalesforceError } from '../../errors.ts';
import type { ForeignKeyByExternalId } from '../../save/types.ts';
import type { Field, FieldValue, FieldValues, SObjectType, Schema } from '../../schema/types.ts';
import type { JsonObject, JsonValue } from '../apiMessages.ts';
import { isJsonObject } from '../apiMessages.ts';
import { dateFromWire, datetimeFromWire, timeFromWire } from './moments.ts';

/** A record as a request gives it: values in memory form, and lookups told by an external id. */
export interface RecordFromJson {
  readonly values: FieldValues;
  readonly foreignKeys: readonly ForeignKeyByExternalId[];
}

/**
 * Reads a record of a request body.
 * @throws SalesforceError INVALID_FIELD for a name that the object does not have,
 * JSON_PARSER_ERROR for a value that is not of the field's type
 */
export function recordFromJson(schema: Schema, object: SObjectType, json: JsonObject): RecordFromJson {
  const values: FieldValues = {};
  const foreignKeys: ForeignKeyByExternalId[] = [];
  for (const [name, value] of Object.entries(json)) {
    if (name === 'attributes') continue;
    const field = object.fields.get(name.toLowerCase());
    if (field !== undefined) {
      values[field.name] = valueFromJson(field, value);
      continue;
    }
    const lookup = lookupNamed(object, name);
    if (lookup === undefined) throw noSuchColumn(name, object);
    if (value === null) values[lookup.name] = null;
    else foreignKeys.push(foreignKeyFromJson(schema, object, lookup, name, value));
  }
  return { values, foreignKeys };
}

export function noSuchColumn(name: string, object: SObjectType): SalesforceError {
  return new SalesforceError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}

function lookupNamed(object: SObjectType, relationship: string): Field | undefined {
  const wanted = relationship.toLowerCase();
  return [...object.fields.values()].find((field) => field.reference?.relationshipName?.toLowerCase() === wanted);
}

function foreignKeyFromJson(schema: Schema, object: SObjectType, lookup: Field, name: string, value: JsonValue): ForeignKeyByExternalId {
  if (!isJsonObject(value)) throw cannotRead('object', value);
  const attributes = value['attributes'];
  const type = isJsonObject(attributes) && typeof attributes['type'] === 'string' ? attributes['type'] : lookup.reference?.targets[0];
  const target = schema.object(type ?? '');
  const [given, ...more] = Object.entries(value).filter(([key]) => key !== 'attributes');
  if (target === undefined || given === undefined || more.length > 0) throw noSuchColumn(name, object);
  const [fieldName, externalId] = given;
  const field = target.fields.get(fieldName.toLowerCase());
  if (field === undefined) throw noSuchColumn(fieldName, target);
  if (!field.externalId && field.name !== 'Id') {
    throw new SalesforceError(
      'INVALID_FIELD',
      `Field name provided, ${fieldName} is not an External ID or indexed field for ${target.name}`,
    );
  }
  return { field: lookup.name, targetObject: target.name, externalIdField: field.name, value: valueFromJson(field, externalId) };
}

/** The memory form of a JSON value for this field. */
export function valueFromJson(field: Field, value: JsonValue): FieldValue {
  if (value === null) return null;
  switch (field.type) {
    case 'boolean':
      return booleanFromJson(value);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return numberFromJson(value);
    case 'date':
      return textRead('date', value, dateFromWire);
    case 'datetime':
      return textRead('datetime', value, datetimeFromWire);
    case 'time':
      return textRead('time', value, timeFromWire);
    default:
      if (typeof value !== 'string') throw cannotRead('string', value);
      return value;
  }
}

function booleanFromJson(value: JsonValue): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(?:true|false)$/iu.test(value)) return value.toLowerCase() === 'true';
  throw cannotRead('boolean', value);
}

function numberFromJson(value: JsonValue): number | null {
  if (typeof value === 'number') return value;
  if (value === '') return null;
  if (typeof value === 'string' && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(value.trim())) return Number(value);
  throw cannotRead('double', value);
}

function textRead<Result>(type: string, value: JsonValue, read: (text: string) => Result | undefined): Result | null {
  if (value === '') return null;
  const result = typeof value === 'string' ? read(value) : undefined;
  if (result === undefined) throw cannotRead(type, value);
  return result;
}

/** The platform's words for a JSON value of the wrong type. It also tells line and column, which we do not keep. */
function cannotRead(type: string, value: JsonValue): SalesforceError {
  return new SalesforceError(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${type} from ${tokenOf(value)} value ${shown(value)} or request may be missing a required field at [line:1, column:1]`,
  );
}

function shown(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}...` : text;
}

function tokenOf(value: JsonValue): string {
  if (typeof value === 'string') return 'VALUE_STRING';
  if (typeof value === 'number') return Number.isInteger(value) ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT';
  if (typeof value === 'boolean') return value ? 'VALUE_TRUE' : 'VALUE_FALSE';
  return Array.isArray(value) ? 'START_ARRAY' : 'START_OBJECT';
}
