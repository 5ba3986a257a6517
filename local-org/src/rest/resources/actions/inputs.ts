import { SalesforceError } from '../../../errors.ts';
import { FlowRecord, type FlowData } from '../../../flow/data.ts';
import type { FlowType } from '../../../flow/flowType.ts';
import { field } from '../../../schema/fields.ts';
import type { FieldType, Schema } from '../../../schema/types.ts';
import { isJsonObject, type ApiRequest, type JsonObject, type JsonValue } from '../../apiMessages.ts';
import { recordFromJson, valueFromJson } from '../../wire/recordFromJson.ts';

const mostInputs = 200;

/**
 * The `inputs` of an invocation: one entry for each call.
 * @throws SalesforceError INVALID_API_INPUT when there are none, or too many
 */
export function inputsOf(request: ApiRequest): readonly JsonObject[] {
  const body: unknown = request.body ?? {};
  const inputs = isJsonObject(body) ? body['inputs'] : undefined;
  if (!Array.isArray(inputs) || inputs.length === 0 || !inputs.every(isJsonObject)) {
    throw invalidInput('The request body must hold "inputs", an array of objects with the values of the input parameters.');
  }
  if (inputs.length > mostInputs) throw invalidInput(`The number of inputs can't exceed ${mostInputs}.`);
  return inputs;
}

export function invalidInput(message: string): SalesforceError {
  return new SalesforceError('INVALID_API_INPUT', message);
}

/**
 * A JSON value as a flow holds it.
 * @param name of the input, for messages
 * @throws SalesforceError INVALID_API_INPUT for a value of another type
 */
export function dataFromJson(value: JsonValue, type: FlowType, name: string, schema: Schema): FlowData {
  if (value === null) return null;
  switch (type.kind) {
    case 'collection': {
      const items: readonly JsonValue[] | undefined = Array.isArray(value) ? value : undefined;
      if (items === undefined) throw invalidInput(`The input parameter "${name}" takes a collection.`);
      return items.map((item) => dataFromJson(item, type.of, name, schema));
    }
    case 'record': {
      if (!isJsonObject(value)) throw invalidInput(`The input parameter "${name}" takes a record of ${type.object.name}.`);
      return recordOf(value, type, name, schema);
    }
    case 'value':
      return single(value, type.type, name);
  }
}

function recordOf(json: JsonObject, { object }: FlowType & { kind: 'record' }, name: string, schema: Schema): FlowRecord {
  const { values, foreignKeys } = recordFromJson(schema, object, json);
  if (foreignKeys.length > 0) throw invalidInput(`The record of the input parameter "${name}" can't tell a lookup by an external ID.`);
  const record = new FlowRecord(object, {});
  for (const [fieldName, value] of Object.entries(values)) record.assign(fieldName, value);
  return record;
}

function single(value: JsonValue, type: FieldType, name: string): FlowData {
  const isText = !['boolean', 'int', 'double', 'currency', 'percent', 'date', 'datetime', 'time'].includes(type);
  // Any single value is taken for a text.
  if (isText && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
  try {
    return valueFromJson(field(name, name, type), value, name);
  } catch (error) {
    if (!(error instanceof SalesforceError)) throw error;
    throw invalidInput(`The value of the input parameter "${name}" is not of its type, ${type}.`);
  }
}
