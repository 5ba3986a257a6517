import { SalesforceError } from '../../errors.ts';
import type { ForeignKeyByExternalId } from '../../save/types.ts';
import type { Field, FieldValue, FieldValues, SObjectType, Schema } from '../../schema/types.ts';
import type { JsonObject, JsonValue } from '../apiMessages.ts';
import { isJsonObject } from '../apiMessages.ts';
import { JsonValueError } from './jsonBody.ts';
import { dateFromWire, datetimeFromWire, timeFromWire } from './moments.ts';
import { lookupTargets, relationshipNamed } from './relationships.ts';

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
      // The parts of an address are written, never the whole: the saver says so.
      values[field.name] = field.compound === undefined ? valueFromJson(field, value, name) : null;
      continue;
    }
    const lookup = relationshipNamed(object, name);
    if (lookup === undefined) throw noSuchColumn(name, object);
    if (value === null) values[lookup.name] = null;
    else foreignKeys.push(foreignKeyFromJson(schema, object, lookup, name, value));
  }
  return { values, foreignKeys };
}

export function noSuchColumn(name: string, object: SObjectType): SalesforceError {
  return new SalesforceError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
}

/** `{"Key__c": "C:003..."}`, or for a lookup to several objects with `"attributes": {"type": "Lead"}`. */
function foreignKeyFromJson(schema: Schema, object: SObjectType, lookup: Field, name: string, value: JsonValue): ForeignKeyByExternalId {
  if (!isJsonObject(value)) throw new JsonValueError('object', name, value);
  const { attributes } = value;
  const type = isJsonObject(attributes) ? (attributes['type'] ?? value['type']) : value['type'];
  const [given, ...more] = Object.entries(value).filter(([key]) => key !== 'attributes' && key !== 'type');
  if (given === undefined || more.length > 0) {
    throw new SalesforceError('INVALID_FIELD', `The relationship ${name} must be told by exactly one external id field`);
  }
  const [fieldName, externalId] = given;
  const [target] = lookupTargets(schema, lookup, typeof type === 'string' ? type : undefined, fieldName);
  if (target === undefined) throw notAKey(schema, object, lookup, fieldName);
  const { field } = target;
  return {
    field: lookup.name,
    targetObject: target.object.name,
    externalIdField: field.name,
    value: valueFromJson(field, externalId, fieldName),
  };
}

function notAKey(schema: Schema, object: SObjectType, lookup: Field, fieldName: string): SalesforceError {
  const target = schema.object(lookup.reference?.targets[0] ?? '') ?? object;
  if (!target.fields.has(fieldName.toLowerCase())) return noSuchColumn(fieldName, target);
  return new SalesforceError(
    'INVALID_FIELD',
    `Field name provided, ${fieldName} is not an External ID or indexed field for ${target.name}`,
  );
}

/**
 * The memory form of a JSON value for this field.
 * @param name the field's name as the request writes it
 * @throws JsonValueError
 */
export function valueFromJson(field: Field, value: JsonValue, name: string): FieldValue {
  if (value === null) return null;
  const read = reading(field, value);
  if (read.value === undefined) throw new JsonValueError(read.type, name, value);
  return read.value;
}

interface Reading {
  /** The platform's word for what was expected. */
  readonly type: string;
  /** Undefined when the JSON value is none. */
  readonly value: FieldValue | undefined;
}

function reading(field: Field, value: JsonValue): Reading {
  switch (field.type) {
    case 'boolean':
      return { type: 'boolean', value: booleanFromJson(value) };
    case 'int':
      return { type: 'int', value: integerFromJson(value) };
    case 'double':
    case 'currency':
    case 'percent':
      return { type: 'double', value: numberFromJson(value) };
    case 'date':
      return { type: 'date', value: fromText(value, dateFromWire) };
    case 'datetime':
      return { type: 'datetime', value: fromText(value, datetimeFromWire) };
    case 'time':
      return { type: 'time', value: fromText(value, timeFromWire) };
    default:
      return { type: 'string', value: typeof value === 'string' ? value : undefined };
  }
}

function booleanFromJson(value: JsonValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' && /^(?:true|false)$/iu.test(value) ? value.toLowerCase() === 'true' : undefined;
}

function integerFromJson(value: JsonValue): number | null | undefined {
  const number = numberFromJson(value);
  return typeof number !== 'number' || Number.isInteger(number) ? number : undefined;
}

const numberForm = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;

function numberFromJson(value: JsonValue): number | null | undefined {
  if (value === '') return null;
  const number = typeof value === 'number' ? value : typeof value === 'string' && numberForm.test(value.trim()) ? Number(value) : undefined;
  return number !== undefined && Number.isFinite(number) ? number : undefined;
}

function fromText<Result extends FieldValue>(value: JsonValue, read: (text: string) => Result | undefined): Result | null | undefined {
  if (value === '') return null;
  return typeof value === 'string' ? read(value) : undefined;
}
