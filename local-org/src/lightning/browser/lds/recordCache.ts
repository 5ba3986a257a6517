import { isRecord, mergeRecords, type RecordRepresentation } from './records.ts';

/** Milliseconds for which a record is taken from the cache without asking again; the platform's own value. */
const freshFor = 30_000;

interface CachedRecord {
  readonly record: RecordRepresentation;
  readonly storedAt: number;
}

const records = new Map<string, CachedRecord>();
const listeners = new Map<string, Set<() => void>>();

/** The fields of a record that are loaded; undefined when there are none or they are too old. */
export function cachedRecord(id: string): RecordRepresentation | undefined {
  const cached = records.get(id);
  return cached !== undefined && Date.now() - cached.storedAt < freshFor ? cached.record : undefined;
}

/** Adds what UI API answered, and tells everyone who shows the record or one of its parents. */
export function storeRecord(record: RecordRepresentation): void {
  for (const field of Object.values(record.fields)) {
    if (isRecord(field.value)) storeRecord(field.value);
  }
  const before = records.get(record.id)?.record;
  const merged = mergeRecords(cachedRecord(record.id), record);
  records.set(record.id, { record: merged, storedAt: Date.now() });
  if (JSON.stringify(before) !== JSON.stringify(merged)) notify(record.id);
}

/** Forgets a record and makes everyone who shows it ask the org again. */
export function invalidateRecord(id: string): void {
  records.delete(id);
  notify(id);
}

/** Forgets a record, so that the next reader asks the org. */
export function forgetRecord(id: string): void {
  records.delete(id);
}

/** Forgets every record, before everything on the page is read again. */
export function forgetAllRecords(): void {
  records.clear();
}

/** Calls `listener` whenever something of this record is stored. Returns the function that stops it. */
export function onRecordChange(id: string, listener: () => void): () => void {
  const set = listeners.get(id) ?? new Set();
  set.add(listener);
  listeners.set(id, set);
  return () => {
    set.delete(listener);
    if (set.size === 0) listeners.delete(id);
  };
}

function notify(id: string): void {
  for (const listener of [...(listeners.get(id) ?? [])]) listener();
}
