import type { FieldType, FieldValue, Schema, SObjectType } from '../../schema/types.ts';
import { FlowRecord, isCollection, isRecord, type FlowData } from '../data.ts';
import { valueGroup, type FlowType } from '../flowType.ts';
import { roundToScale } from '../rounding.ts';
import type { WireValue } from './screenModel.ts';

/** What a person gave is nothing of the wanted kind. */
export class UnreadableValue extends Error {}

/** What a flow holds, for a page. */
export function toWire(data: FlowData, type: FlowType): WireValue {
  if (isCollection(data)) return data.map((item) => toWire(item, type.kind === 'collection' ? type.of : type));
  if (isRecord(data)) return recordToWire(data);
  return valueToWire(data, type.kind === 'value' ? type.type : 'string');
}

function recordToWire({ object, fields }: FlowRecord): WireValue {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, valueToWire(value, object.fields.get(name.toLowerCase())?.type ?? 'string')]),
  );
}

function valueToWire(value: FieldValue, type: FieldType): WireValue {
  if (typeof value !== 'number') return value;
  const group = valueGroup(type);
  if (group === 'datetime') return new Date(value).toISOString();
  return group === 'time' ? new Date(value).toISOString().slice(11) : value;
}

/** What a page or an address gave, as the flow holds it. @throws UnreadableValue */
export function fromWire(value: WireValue, type: FlowType, schema: Schema): FlowData {
  if (value === null) return null;
  switch (type.kind) {
    case 'collection':
      if (!isList(value)) throw new UnreadableValue('A list is expected.');
      return value.map((item) => fromWire(item, type.of, schema));
    case 'record':
      if (typeof value !== 'object' || isList(value)) throw new UnreadableValue('A record is expected.');
      return recordFromWire(value, type.object);
    case 'value':
      if (typeof value === 'object') throw new UnreadableValue('A single value is expected.');
      return roundToScale(singleFromWire(value, type.type), type.scale ?? 18);
  }
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}

function recordFromWire(values: { readonly [name: string]: WireValue }, object: SObjectType): FlowRecord {
  const record = new FlowRecord(object, {});
  for (const [name, value] of Object.entries(values)) {
    const field = object.fields.get(name.toLowerCase());
    if (field === undefined || (typeof value === 'object' && value !== null)) continue;
    const held = value === null ? null : singleFromWire(value, field.type);
    if (field.name === 'Id') record.fields['Id'] = held;
    else record.assign(field.name, held);
  }
  return record;
}

function singleFromWire(value: string | number | boolean, type: FieldType): FieldValue {
  switch (valueGroup(type)) {
    case 'boolean':
      return value === true || value === 'true';
    case 'number':
      return numberFrom(value);
    case 'date':
      return value === '' ? null : dateFrom(String(value));
    case 'datetime':
      return value === '' ? null : momentFrom(String(value));
    case 'time':
      return value === '' ? null : momentFrom(`1970-01-01T${String(value)}`);
    case 'text':
      return String(value);
  }
}

function numberFrom(value: string | number | boolean): number | null {
  if (value === '') return null;
  const number = typeof value === 'boolean' ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) throw new UnreadableValue('Enter a valid number.');
  return number;
}

function dateFrom(text: string): string {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text) || Number.isNaN(Date.parse(`${text}T00:00:00Z`))) throw new UnreadableValue('Enter a valid date.');
  return text;
}

function momentFrom(text: string): number {
  const moment = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/u.test(text) ? text : `${text}Z`);
  if (Number.isNaN(moment)) throw new UnreadableValue('Enter a valid date and time.');
  return moment;
}
