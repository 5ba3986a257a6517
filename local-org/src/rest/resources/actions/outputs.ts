import { isCollection, isRecord, type FlowData } from '../../../flow/data.ts';
import type { FlowType } from '../../../flow/flowType.ts';
import { recordUrl, valueToJson } from '../../wire/recordToJson.ts';

/** What a flow or action gives, as JSON. */
export function dataToJson(data: FlowData, type: FlowType, version: string): unknown {
  if (isCollection(data)) {
    const of = type.kind === 'collection' ? type.of : type;
    return data.map((item) => dataToJson(item, of, version));
  }
  if (isRecord(data)) {
    const { object, fields, id } = data;
    const url = id === null ? {} : { url: recordUrl(version, object.name, id) };
    const values = Object.entries(fields).map(([name, value]) => [
      name,
      valueToJson(object.fields.get(name.toLowerCase())?.type ?? 'string', value),
    ]);
    return { attributes: { type: object.name, ...url }, ...Object.fromEntries(values) };
  }
  return valueToJson(type.kind === 'value' ? type.type : 'string', data);
}

/** One entry of an invocation's answer. */
export interface InvocationResult {
  readonly actionName: string;
  readonly errors: readonly { readonly statusCode: string; readonly message: string; readonly fields: readonly string[] }[] | null;
  readonly invocationId: null;
  readonly isSuccess: boolean;
  readonly outcome: null;
  readonly outputValues: Readonly<Record<string, unknown>> | null;
  readonly sortOrder: -1;
  readonly version: 1;
}

export function succeeded(actionName: string, outputValues: Readonly<Record<string, unknown>> | null): InvocationResult {
  return { actionName, errors: null, invocationId: null, isSuccess: true, outcome: null, outputValues, sortOrder: -1, version: 1 };
}

export function refused(
  actionName: string,
  statusCode: string,
  message: string,
  outputValues: InvocationResult['outputValues'] = null,
): InvocationResult {
  const errors = [{ statusCode, message, fields: [] }];
  return { actionName, errors, invocationId: null, isSuccess: false, outcome: null, outputValues, sortOrder: -1, version: 1 };
}
