import type { ValidationRule } from '../metadata/validationRule.ts';

/**
 * What an org knows of its objects and fields: the typed schema that every
 * other part of local-org reads. It is built once at start (and again after a
 * deploy) and never mutated.
 */

/** The field types of the platform's describe, as `soapType`-independent words. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'longtextarea'
  | 'email'
  | 'phone'
  | 'url'
  | 'boolean'
  | 'int'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'picklist'
  | 'multipicklist'
  | 'reference'
  | 'address'
  | 'base64';

/**
 * A field's value in memory and in storage, before it takes its wire form.
 * - `datetime`: milliseconds since the epoch (UTC); `time`: milliseconds since midnight
 * - `date`: `YYYY-MM-DD`
 * - every number: a double; ids: 18 characters; multi-select: values joined by `;`
 * - booleans are booleans in memory and 0/1 in SQLite.
 * A missing text is `null`, never `''` (the platform stores no empty string).
 */
export type FieldValue = string | number | boolean | null;

/** A record in memory: canonical field API name -> value. Formula fields are absent unless computed. */
export type FieldValues = { [fieldName: string]: FieldValue };

/** One choice of a picklist. */
export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly active: boolean;
}

/** What happens to a lookup when the record that it points at is deleted. */
export type DeleteConstraint = 'SetNull' | 'Restrict' | 'Cascade';

/** The reference side of a lookup or master-detail field. */
export interface Reference {
  /** Objects that the field can point at; more than one for WhatId, WhoId, OwnerId. */
  readonly targets: readonly string[];
  /** Name used in SOQL from the child, e.g. `Account` or `Contact__r`; absent when not traversable. */
  readonly relationshipName?: string;
  /** Name used from the parent for its children, e.g. `Contacts` or `Responses__r`. */
  readonly childRelationshipName?: string;
  readonly onDelete: DeleteConstraint;
  /** Present on master-detail fields only. */
  readonly masterDetail?: { readonly order: 0 | 1; readonly reparentable: boolean };
}

/** One line of a roll-up summary's filter. All lines must hold. */
export interface RollupFilter {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

/** A roll-up summary: kept on the parent, computed from its details. */
export interface Rollup {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  /** The child's master-detail field that points at this object. */
  readonly foreignKey: string;
  /** Field of the child; absent for `count`. */
  readonly summarizedField?: string;
  readonly filters: readonly RollupFilter[];
}

/** One field of an object. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Characters, for text types. */
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  /** Must hold a value when saved (`<required>`, master-detail, or a standard required field). */
  readonly required: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly unique: boolean;
  /** For unique and external-id text: whether `a` and `A` differ. */
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  /** A formula text, evaluated when a record is created without a value. */
  readonly defaultFormula?: string;
  readonly picklist?: { readonly restricted: boolean; readonly values: readonly PicklistValue[] };
  readonly reference?: Reference;
  readonly formula?: { readonly source: string; readonly blanksAs: 'zero' | 'blank' };
  readonly rollup?: Rollup;
  readonly autoNumber?: { readonly format: string; readonly start: number };
  readonly helpText?: string;
  readonly description?: string;
  readonly trackHistory: boolean;
}

/** A parent's view of one kind of child. */
export interface ChildRelationship {
  readonly childObject: string;
  readonly field: string;
  readonly relationshipName?: string;
  readonly onDelete: DeleteConstraint;
  readonly masterDetail: boolean;
}

/** One object (sObject type) of the org. */
export interface SObjectType {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** Three characters that start every id of this object. */
  readonly keyPrefix: string;
  readonly custom: boolean;
  readonly description?: string;
  /** Keyed by lower-cased API name, because the platform's names ignore case; in declared order. */
  readonly fields: ReadonlyMap<string, Field>;
  readonly nameField?: string;
  /** False for master-detail children, which have no owner of their own. */
  readonly hasOwner: boolean;
  readonly sharingModel: string;
  readonly childRelationships: readonly ChildRelationship[];
  readonly validationRules: readonly ValidationRule[];
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
}

/** All objects of the org. */
export interface Schema {
  /** Keyed by lower-cased API name. */
  readonly objects: ReadonlyMap<string, SObjectType>;
  /** The object of that name, in any case; undefined when the org has none. */
  object(name: string): SObjectType | undefined;
  /** The object whose ids start with these three characters. */
  objectOfId(id: string): SObjectType | undefined;
}
