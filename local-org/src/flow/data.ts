import type { FieldValue, FieldValues, SObjectType } from '../schema/types.ts';

const none: ReadonlySet<string> = new Set();

/** A record in a flow: `$Record`, a record variable, an item of a collection. */
export class FlowRecord {
  readonly object: SObjectType;
  readonly fields: FieldValues;
  #assigned: Set<string> | undefined;
  /** Parents read so far, by the foreign key's field name. */
  parents: Map<string, FlowRecord> | undefined;

  constructor(object: SObjectType, fields: FieldValues) {
    this.object = object;
    this.fields = fields;
  }

  /** The record's id; null before it is created. */
  get id(): string | null {
    const id = this.fields['Id'];
    return typeof id === 'string' ? id : null;
  }

  /** Fields that the flow itself has set: what an Update Records element sends. */
  get assigned(): ReadonlySet<string> {
    return this.#assigned ?? none;
  }

  /** Sets a field as an assignment does. No record stores an empty text: it becomes null. */
  assign(field: string, value: FieldValue): void {
    this.fields[field] = value === '' ? null : value;
    this.#assigned ??= new Set();
    this.#assigned.add(field);
  }

  /** A record that shares nothing with this one: flows hand records over by value. */
  copy(): FlowRecord {
    const twin = new FlowRecord(this.object, { ...this.fields });
    if (this.#assigned !== undefined) twin.#assigned = new Set(this.#assigned);
    twin.parents = this.parents;
    return twin;
  }
}

/** What a resource of a flow can hold. A collection is an array of values or of records. */
export type FlowData = FieldValue | FlowRecord | readonly FlowData[];

export function isCollection(data: FlowData): data is readonly FlowData[] {
  return Array.isArray(data);
}

export function isRecord(data: FlowData): data is FlowRecord {
  return data instanceof FlowRecord;
}

/** The single value; null where a record or collection stands instead (refused when the flow is loaded). */
export function asValue(data: FlowData): FieldValue {
  return typeof data === 'object' ? null : data;
}

/** A record or a collection as a list of records; nothing gives none. */
export function asRecords(data: FlowData): readonly FlowRecord[] {
  if (isRecord(data)) return [data];
  return isCollection(data) ? data.filter(isRecord) : [];
}

/** By value: collections get copies, so that a change of one never shows in another. */
export function copyOf(data: FlowData): FlowData {
  if (isRecord(data)) return data.copy();
  return isCollection(data) ? data.map(copyOf) : data;
}

/** Whether two values are the same thing: records field by field. */
export function sameData(left: FlowData, right: FlowData): boolean {
  if (isRecord(left) && isRecord(right)) {
    const names = new Set([...Object.keys(left.fields), ...Object.keys(right.fields)]);
    return [...names].every((name) => (left.fields[name] ?? null) === (right.fields[name] ?? null));
  }
  return left === right;
}
