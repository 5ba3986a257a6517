import { collectionsPerCall, collectionSize, type Collection, type WireRecord } from '../salesforce/composite.ts';
import type { PushWork } from './pushWork.ts';

/** One record to be saved, with the work that waits for it. */
export interface SaveTask {
  readonly object: 'PulseSurvey__c' | 'AccountPulse__c' | 'ContactPulse__c' | 'PulseResponse__c' | 'PulseReason__c';
  /** Value of the record's external id. */
  readonly key: string;
  /** Parents and reasons are only ever created: one that exists is left as people have made it. */
  readonly mode: 'create' | 'update';
  readonly record: WireRecord;
  /** The answer this record is of; parents belong to several. */
  readonly work?: PushWork;
}

/** Most characters of one call: far below the platform's limit, so that long comments do not make a call too big. */
const charactersPerCall = 3_000_000;

/**
 * Packs records into API calls of up to five collections, in the order given: parents come before their children, within a call
 * too, because the platform saves the collections of a call one after the other.
 * @param size most records of a collection
 */
export function packCalls(tasks: readonly SaveTask[], size: number): SaveTask[][][] {
  const calls: SaveTask[][][] = [];
  let call: SaveTask[][] = [];
  let collection: SaveTask[] = [];
  let characters = 0;
  for (const task of tasks) {
    const length = lengthOf(task);
    const tooLong = characters + length > charactersPerCall;
    if (collection.length >= Math.min(size, collectionSize) || tooLong || !sameKind(collection[0] ?? task, task)) {
      call.push(collection);
      collection = [];
      if (call.length >= collectionsPerCall || tooLong) {
        calls.push(call);
        call = [];
        characters = 0;
      }
    }
    collection.push(task);
    characters += length;
  }
  if (collection.length > 0) call.push(collection);
  if (call.length > 0) calls.push(call);
  return calls;
}

function sameKind(one: SaveTask, other: SaveTask): boolean {
  return one.object === other.object && one.mode === other.mode;
}

function lengthOf({ record }: SaveTask): number {
  return Object.values(record).reduce<number>((sum, value) => sum + 30 + (typeof value === 'string' ? value.length : 20), 60);
}

/** Tasks of one kind as a collection on the wire. */
export function asCollection(tasks: readonly SaveTask[]): Collection {
  const [first] = tasks;
  return {
    object: first?.object ?? '',
    ...(first?.mode === 'update' ? { externalIdField: 'ExternalId__c' } : {}),
    records: tasks.map((task) => task.record),
  };
}
