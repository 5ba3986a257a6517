import { freshFor } from './freshness.ts';
import { onForgetAll, recordWritten } from './recordWrites.ts';
import { isRecord, mergeRecords, type RecordRepresentation } from './records.ts';

/** What is known of a record. */
export interface CachedRecord {
  readonly record: RecordRepresentation;
  /** Qualified fields that were asked for, also those that the org left out because the user may not read them. */
  readonly asked: ReadonlySet<string>;
  readonly storedAt: number;
}

const records = new Map<string, CachedRecord>();
const listeners = new Map<string, Set<() => void>>();
const forgetListeners: ((id: string) => void)[] = [];

/** What is loaded of a record; undefined when there is nothing or it is too old. */
export function cachedRecord(id: string): CachedRecord | undefined {
  const cached = records.get(id);
  return cached !== undefined && Date.now() - cached.storedAt < freshFor ? cached : undefined;
}

/**
 * Adds what UI API answered, and tells everyone who shows the record or one of its parents.
 * @param asked qualified fields that were asked for
 */
export function storeRecord(record: RecordRepresentation, asked: readonly string[] = []): void {
  for (const field of Object.values(record.fields)) {
    if (isRecord(field.value)) storeRecord(field.value);
  }
  const before = records.get(record.id)?.record;
  const cached = cachedRecord(record.id);
  const merged = mergeRecords(cached?.record, record);
  records.set(record.id, { record: merged, asked: new Set([...(cached?.asked ?? []), ...asked]), storedAt: Date.now() });
  if (JSON.stringify(before) !== JSON.stringify(merged)) notify(record.id);
}

/** Forgets a record and makes everyone who shows it ask the org again. */
export function invalidateRecord(id: string): void {
  forgetRecord(id);
  notify(id);
  recordWritten(id);
}

/** Forgets a record, so that the next reader asks the org. */
export function forgetRecord(id: string): void {
  records.delete(id);
  for (const listener of forgetListeners) listener(id);
}

/** Calls `listener` when a record is forgotten: what is being fetched of it may be of before. */
export function onRecordForgotten(listener: (id: string) => void): void {
  forgetListeners.push(listener);
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

onForgetAll(() => records.clear());
