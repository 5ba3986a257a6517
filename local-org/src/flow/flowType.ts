import type { FlowDataType } from '../metadata/flowTypes.ts';
import type { Field, FieldType, SObjectType } from '../schema/types.ts';
import { storageKind } from '../storage/columns.ts';
import type { ActionParameter, ParameterType } from './actions/types.ts';

/** Which fields the records of a Get Records element carry. */
export interface LookupSource {
  readonly element: string;
  /** Lower-cased names of `<queriedFields>`; undefined: all stored fields. */
  readonly queried: ReadonlySet<string> | undefined;
  /** Formula fields that the flow reads from these records: selected too. */
  readonly formulaFields: Set<string>;
}

/** The type of a resource, known when the flow is loaded. */
export type FlowType =
  | { readonly kind: 'value'; readonly type: FieldType; readonly scale?: number }
  | { readonly kind: 'record'; readonly object: SObjectType; readonly source?: LookupSource }
  | { readonly kind: 'collection'; readonly of: FlowType };

/** Types between which values pass without conversion. */
export type ValueGroup = 'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time';

export function valueGroup(type: FieldType): ValueGroup {
  const kind = storageKind({ type });
  return kind === 'id' ? 'text' : kind;
}

const fieldTypes: Readonly<Record<Exclude<FlowDataType, 'SObject'>, FieldType>> = {
  String: 'string',
  Number: 'double',
  Currency: 'currency',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
  Time: 'time',
  Picklist: 'picklist',
  Multipicklist: 'multipicklist',
};

/** The value type of a resource's `<dataType>`; undefined for records. */
export function valueType(dataType: FlowDataType): (FlowType & { kind: 'value' }) | undefined {
  return dataType === 'SObject' ? undefined : { kind: 'value', type: fieldTypes[dataType] };
}

export function fieldType(field: Field): FlowType & { kind: 'value' } {
  return field.scale === undefined ? { kind: 'value', type: field.type } : { kind: 'value', type: field.type, scale: field.scale };
}

const parameterTypes: Readonly<Record<Exclude<ParameterType, 'sobject'>, FieldType>> = {
  string: 'string',
  textarea: 'longtextarea',
  id: 'id',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  double: 'double',
};

/** The type of one value of an action's parameter. */
export function parameterType(parameter: Pick<ActionParameter, 'type'>): FlowType & { kind: 'value' } {
  return { kind: 'value', type: parameter.type === 'sobject' ? 'string' : parameterTypes[parameter.type] };
}

/** For messages: `text`, `Account record`, `collection of number`. */
export function describeType(type: FlowType): string {
  if (type.kind === 'value') return valueGroup(type.type);
  return type.kind === 'record' ? `${type.object.name} record` : `collection of ${describeType(type.of)}`;
}
