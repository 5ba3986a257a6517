import type { RequestUser } from '../requestUser.ts';
import type { Schema, SObjectType } from '../schema/types.ts';
import type { SqlValue } from '../storage/columns.ts';

/**
 * What one user may see and do. A `RequestUser` that comes in by a door carries
 * it (`RequestUser.access`), and every query and save under that user keeps to
 * it: user mode. A user without it is the org itself, or a flow that runs in
 * system mode (`inSystemMode`): nothing is hidden from it.
 */

/** What a user may do with the records of an object, sharing aside (Help, "Object Permissions"). */
export interface ObjectAccess {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  /** Reads every record whatever sharing says ("View All Records"). */
  readonly viewAll: boolean;
  /** Changes, transfers and deletes every record whatever sharing says ("Modify All Records"). */
  readonly modifyAll: boolean;
  /** Reads every field whatever the field permissions say ("View All Fields"). */
  readonly viewAllFields: boolean;
}

/** What a user may do with a field. What is computed (formulas, roll-ups, auto-numbers) is never editable. */
export interface FieldAccess {
  readonly readable: boolean;
  readonly editable: boolean;
}

/** What somebody wants to do with a record that sharing decides on: `full` is what deleting and transferring take. */
export type RecordLevel = 'read' | 'edit' | 'full';

/** Who runs a statement, as far as a filter may ask. */
export type StatementUser = Pick<RequestUser, 'id' | 'profileId'>;

/** Binds a value that is told by who runs the statement; gives back its placeholder. */
export type BindUserValue = (value: (user: StatementUser) => SqlValue) => string;

/**
 * The records of an object that sharing lets a user see or change, as an SQL
 * condition on one row of the object's table, usable in every query.
 */
export interface RecordFilter {
  /**
   * The condition in parentheses. The text is the same for all users whose
   * `UserAccess.key` is the same, because compiled queries are kept by that key:
   * what differs between them is bound.
   * @param alias SQL name of the object's table in the statement
   */
  sql(alias: string, bind: BindUserValue): string;
}

/** Decides which records a user reaches: sharing. */
export interface RecordSharing {
  /** `all` when sharing restricts nothing for this user on this object. */
  records(user: SharingUser, object: SObjectType, level: RecordLevel): 'all' | RecordFilter;
  /** The same for a few records that are named: those of the ids that the user reaches. */
  reached(user: SharingUser, object: SObjectType, ids: readonly string[], level: RecordLevel): ReadonlySet<string>;
}

/** What sharing needs to know of a user. */
export type SharingUser = Pick<UserAccess, 'userId' | 'key' | 'object' | 'system'>;

/** What one user may see and do, from profile, permission sets, groups of them and muting. */
export interface UserAccess {
  readonly userId: string;
  /** The same for all users with the same permissions on objects and fields and of the system. */
  readonly key: string;
  /**
   * The org as this user sees it: objects that may be read, with the fields that
   * may be read; `createable`, `updateable`, `deletable` of objects and fields
   * are this user's. The org's own schema itself for an administrator.
   * Whatever a door takes names from, it takes them from here.
   */
  readonly schema: Schema;
  /** Nothing at all for an object that the org does not have. Names ignore case. */
  object(objectName: string): ObjectAccess;
  /** Nothing at all for a field that the org does not have. Names ignore case. */
  field(objectName: string, fieldName: string): FieldAccess;
  /** A permission of the system by its name in metadata: `ViewAllData`, `ManageUsers`, `ApiEnabled`. */
  system(permission: string): boolean;
  /** Whether the user has the custom permission. */
  custom(permission: string): boolean;
  /** Whether a profile or permission set of the user names the flow. */
  flow(name: string): boolean;
  /** The records that the user may read, change, or delete and transfer: object permissions aside. `all` where sharing restricts nothing. */
  records(objectName: string, level: RecordLevel): 'all' | RecordFilter;
  /** Those of the ids whose records the user reaches; all of them, there or not, where sharing restricts nothing. */
  reached(objectName: string, ids: readonly string[], level: RecordLevel): ReadonlySet<string>;
}
