import type { ValidationRule } from '../metadata/validationRule.ts';
import type { FormulaSetup } from './formulaSetup.ts';
import type { SharingRule } from './sharingRules.ts';
import type { FieldSet, LookupFilter, ObjectKind, ObjectSettings, RecordType } from './objectParts.ts';

export type { SharingRule } from './sharingRules.ts';
export type { FieldSet, LookupFilter, LookupFilterItem, ObjectKind, ObjectSettings, RecordType } from './objectParts.ts';

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
  /** Text with suggestions: the subject of a task. */
  | 'combobox'
  /** Masked when read: `FieldEncryption.maskChar`. */
  | 'encryptedstring'
  /** Compound, without a column of its own: see `Compound`. */
  | 'address'
  /** Compound, without a column of its own: see `Compound`. */
  | 'location'
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
  /** Dependent picklists: the controlling field's values (`true`/`false` for a check box) with which this one can be chosen. */
  readonly validFor?: readonly string[];
  readonly description?: string;
  /** What some standard value sets say of a value: the stage closes the opportunity, the status closes the case or the task. */
  readonly closed?: boolean;
  /** Opportunity stages. */
  readonly won?: boolean;
  /** Opportunity stages, in percent. */
  readonly probability?: number;
  /** Opportunity stages: `Pipeline`, `BestCase`, `Forecast`, `Omitted`, `Closed`, `MostLikely`. */
  readonly forecastCategory?: string;
  /** Lead statuses. */
  readonly converted?: boolean;
  /** Task priorities. */
  readonly highPriority?: boolean;
}

/** The choices of a picklist field. */
export interface Picklist {
  readonly restricted: boolean;
  readonly values: readonly PicklistValue[];
  /** API name of the field of the same object on which the choices depend: a picklist or a check box. */
  readonly controllingField?: string;
  /** The global or standard value set that the values come from. */
  readonly valueSetName?: string;
}

/** The fields that make up an address or a location: name of the part in JSON (`street`, `latitude`) -> field API name. */
export interface Compound {
  readonly parts: ReadonlyMap<string, string>;
}

/** How a masked text is shown to whoever may not see it: all of it, or all but the last characters. */
export interface FieldEncryption {
  readonly maskChar: '*' | 'X';
  readonly maskType: 'all' | 'creditCard' | 'ssn' | 'lastFour' | 'sin' | 'nino';
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
  readonly masterDetail?: {
    readonly order: 0 | 1;
    readonly reparentable: boolean;
    /** Whoever may read the master may write details; otherwise only who may edit the master. */
    readonly writeRequiresMasterRead?: boolean;
  };
  /** Metadata relationship of a custom metadata type: the value is an API name (or an id of `targets`), not a record's id. */
  readonly metadata?: { readonly controllingField?: string };
}

/** One line of a roll-up summary's filter. All lines must hold. */
export interface RollupFilter {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
  /** Compares with this field of the child instead of `value`. */
  readonly valueField?: string;
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
  readonly picklist?: Picklist;
  /** Present on addresses and locations: fields that have no column and are read from their parts. */
  readonly compound?: Compound;
  /** The compound field that this one is a part of: `BillingAddress` for `BillingStreet`, `Name` for `FirstName`. */
  readonly compoundFieldName?: string;
  /** Which records a lookup may point at. Enforced when saved, unless it is optional or inactive. */
  readonly lookupFilter?: LookupFilter;
  readonly encryption?: FieldEncryption;
  /** Rich text. */
  readonly htmlFormatted?: boolean;
  /** Locations: shown as decimals rather than in degrees. */
  readonly displayLocationInDecimal?: boolean;
  readonly visibleLines?: number;
  /** Describe's `nillable`, where it is not simply "not required": the org fills the field itself, such as an owner. */
  readonly nillable?: boolean;
  /** Describe's `filterable`, `sortable`, `groupable`, where they differ from what the type allows. */
  readonly filterable?: boolean;
  readonly sortable?: boolean;
  readonly groupable?: boolean;
  /** Upsert and lookups by this field: the names of some standard objects. */
  readonly idLookup?: boolean;
  readonly trackFeedHistory?: boolean;
  /** What an administrator noted: `ComplianceGroup`, `SecurityClassification`, `BusinessStatus`, `BusinessOwnerId`. */
  readonly complianceGroup?: string;
  readonly securityClassification?: string;
  readonly businessStatus?: string;
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
  readonly kind: ObjectKind;
  /** False for objects that SOQL cannot read: platform events, external and big objects. */
  readonly queryable: boolean;
  /** Restored from the recycle bin by `undelete`. */
  readonly undeletable: boolean;
  /** Active and inactive ones, without the master record type. Empty: the object has none and no `RecordTypeId`. */
  readonly recordTypes: readonly RecordType[];
  readonly fieldSets: readonly FieldSet[];
  readonly settings: ObjectSettings;
}

/** All objects of the org. */
export interface Schema {
  /** Keyed by lower-cased API name. */
  readonly objects: ReadonlyMap<string, SObjectType>;
  /** The object of that name, in any case; undefined when the org has none. */
  object(name: string): SObjectType | undefined;
  /** The object whose ids start with these three characters. */
  objectOfId(id: string): SObjectType | undefined;
  /** Labels, custom permissions and records of custom metadata that formulas can name; absent: there are none. */
  readonly setup?: FormulaSetup;
  /** Sharing rules by lower-cased object; absent: there are none. */
  readonly sharingRules?: ReadonlyMap<string, readonly SharingRule[]>;
}
