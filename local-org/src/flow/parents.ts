import type { FieldValues, Schema, SObjectType } from '../schema/types.ts';
import type { ParentNeed } from './compiledFlow.ts';
import { FlowRecord } from './data.ts';
import type { Interview } from './interview.ts';

/** Reads records by id: stored fields only. The record store is one. */
export interface RecordReader {
  read(object: SObjectType, ids: readonly string[]): Map<string, FieldValues>;
}

/** Whether a parent that the element reads has not been loaded yet. */
export function lacksParents(needs: readonly ParentNeed[], interview: Interview): boolean {
  for (const need of needs) {
    if (firstGap(need, interview) !== undefined) return true;
  }
  return false;
}

interface Gap {
  readonly record: FlowRecord;
  readonly foreignKey: string;
  readonly id: string;
}

function firstGap(need: ParentNeed, interview: Interview): Gap | undefined {
  const start = interview.data[need.slot];
  return start instanceof FlowRecord ? gapBehind(start, need.hops) : undefined;
}

function gapBehind(start: FlowRecord, hops: readonly string[]): Gap | undefined {
  let record = start;
  for (const foreignKey of hops) {
    const id: unknown = record.fields[foreignKey];
    if (typeof id !== 'string') return undefined;
    const parent: FlowRecord | undefined = record.parents?.get(foreignKey);
    if (parent?.id !== id) return { record, foreignKey, id };
    record = parent;
  }
  return undefined;
}

/**
 * Loads the parents that a group of interviews is about to read, one read for
 * each object. A parent read once serves the whole batch.
 */
export class ParentLoader {
  readonly #schema: Schema;
  readonly #reader: RecordReader;

  constructor(schema: Schema, reader: RecordReader) {
    this.#schema = schema;
    this.#reader = reader;
  }

  load(needs: readonly ParentNeed[], interviews: readonly Interview[]): void {
    for (;;) {
      const gaps = interviews.flatMap((interview) => needs.flatMap((need) => firstGap(need, interview) ?? []));
      if (gaps.length === 0) return;
      this.#fill(gaps);
    }
  }

  /** As `load`, from records themselves. */
  loadOf(records: readonly FlowRecord[], hops: readonly (readonly string[])[]): void {
    for (;;) {
      const gaps = records.flatMap((record) => hops.flatMap((path) => gapBehind(record, path) ?? []));
      if (gaps.length === 0) return;
      this.#fill(gaps);
    }
  }

  #fill(gaps: readonly Gap[]): void {
    const parents = this.#read(new Set(gaps.map((gap) => gap.id)));
    for (const gap of gaps) {
      gap.record.parents ??= new Map();
      gap.record.parents.set(gap.foreignKey, parents.get(gap.id) ?? this.#missing(gap));
    }
  }

  #read(ids: ReadonlySet<string>): Map<string, FlowRecord> {
    const byObject = Map.groupBy(ids, (id) => this.#schema.objectOfId(id));
    const records = new Map<string, FlowRecord>();
    for (const [object, group] of byObject) {
      if (object === undefined) continue;
      for (const [id, fields] of this.#reader.read(object, group)) records.set(id, new FlowRecord(object, { ...fields, Id: id }));
    }
    return records;
  }

  /** A foreign key that leads nowhere (its record was deleted): all its fields are blank. */
  #missing(gap: Gap): FlowRecord {
    return new FlowRecord(this.#schema.objectOfId(gap.id) ?? gap.record.object, { Id: gap.id });
  }
}
