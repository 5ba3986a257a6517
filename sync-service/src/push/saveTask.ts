import type { Collection, Deletion, WireRecord } from '../salesforce/composite.ts';
import { externalIdFieldOf } from './objects.ts';
import type { PushObject } from './objects.ts';
import type { PushWork } from './pushWork.ts';

/** One record to be saved, or to be taken away, with the work that waits for it. */
export interface SaveTask {
  readonly object: PushObject;
  /** Value of the record's external id. */
  readonly key: string;
  /** Parents and reasons are only ever created: one that exists is left as people have made it. */
  readonly mode: 'create' | 'update' | 'delete';
  readonly record: WireRecord;
  /** The answer this record is of; parents belong to several. */
  readonly work?: PushWork;
  /** Of a reason: its text. */
  readonly reason?: string;
}

/** Characters a task adds to a call, roughly. */
export function lengthOf({ record }: SaveTask): number {
  return Object.values(record).reduce<number>((sum, value) => sum + 30 + (typeof value === 'string' ? value.length : 20), 60);
}

/** Tasks of one object and mode as a collection on the wire. */
export function asCollection(tasks: readonly SaveTask[]): Collection {
  const [first] = tasks;
  return {
    object: first?.object ?? '',
    ...(first?.mode === 'update' ? { externalIdField: externalIdFieldOf(first.object) } : {}),
    records: tasks.map((task) => task.record),
  };
}

export function asDeletion({ object, key }: SaveTask): Deletion {
  return { object, externalIdField: externalIdFieldOf(object), key };
}
