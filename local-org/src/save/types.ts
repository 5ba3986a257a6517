import type { RequestUser } from '../requestUser.ts';
import type { FieldValue, FieldValues, SObjectType } from '../schema/types.ts';

/** Why one record was not saved: Salesforce's status code, its text, and the fields it is about. */
export interface SaveError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

/** What became of one record of a request, in the order of the request. */
export type SaveResult =
  | { readonly success: true; readonly id: string; readonly created: boolean }
  | {
      readonly success: false;
      readonly id?: string;
      /** Of an upsert: whether the record would have been created. */
      readonly created?: boolean;
      readonly errors: readonly SaveError[];
    };

export interface SaveOptions {
  readonly user: RequestUser;
  /** One failing record undoes all records of the request. */
  readonly allOrNone: boolean;
  /** Lookups told by an external id of the parent, for the records (the same object instances) of this request. */
  readonly foreignKeys?: ReadonlyMap<FieldValues, readonly ForeignKeyByExternalId[]>;
}

/** A lookup told by an external id of its parent: `{"ContactPulse__r": {"Key__c": "C:003..."}}`. */
export interface ForeignKeyByExternalId {
  /** The lookup field of the record, e.g. `ContactPulse__c`. */
  readonly field: string;
  readonly targetObject: string;
  /** The external id field of the target, e.g. `Key__c`. */
  readonly externalIdField: string;
  readonly value: FieldValue;
}

/** Saves records by the platform's order of execution, in transactions of 200. */
export interface RecordSaver {
  insert(objectName: string, records: readonly FieldValues[], options: SaveOptions): readonly SaveResult[];
  /** Every record carries `Id`; fields that are absent stay as they are. */
  update(objectName: string, records: readonly FieldValues[], options: SaveOptions): readonly SaveResult[];
  /** Matches on an external id field (or `Id`); creates what is not there. */
  upsert(objectName: string, externalIdField: string, records: readonly FieldValues[], options: SaveOptions): readonly SaveResult[];
  delete(objectName: string, ids: readonly string[], options: SaveOptions): readonly SaveResult[];
  /** Deletes without the recycle bin, with all that goes along. */
  hardDelete(objectName: string, ids: readonly string[], options: SaveOptions): readonly SaveResult[];
  /** Brings records back from the recycle bin, with what their deletion took along. */
  undelete(objectName: string, ids: readonly string[], options: SaveOptions): readonly SaveResult[];
}

/** One record on its way through a save, as triggers see it. */
export interface TriggerRow {
  readonly id: string;
  /** All stored fields, new values in place. A before-save flow may write into it. */
  readonly values: FieldValues;
  /** The record before the save; undefined when it is being created. */
  readonly prior: FieldValues | undefined;
  /** Refuses this record; later steps skip it. */
  fail(error: SaveError): void;
  readonly failed: boolean;
}

/** Up to 200 records of one object in one transaction. */
export interface TriggerBatch {
  readonly object: SObjectType;
  readonly operation: 'insert' | 'update' | 'delete';
  readonly rows: readonly TriggerRow[];
  readonly user: RequestUser;
}

/** What runs around a save. Flows implement it; `save` knows no flow. */
export interface SaveTriggers {
  /** Before validation rules. Changes `row.values`; makes no other change. */
  beforeSave(batch: TriggerBatch): void;
  /** After the records are written, before roll-ups; also queues paths that run after the commit. */
  afterSave(batch: TriggerBatch): void;
  /**
   * Notes what the transaction has used of its governor limits. Calling what
   * comes back forgets what was used since: a batch that is tried again without
   * its failed records begins with what had been used before the first attempt.
   */
  markLimits?(): () => void;
}
