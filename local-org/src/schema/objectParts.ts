/**
 * What kind of object it is:
 * - `customSetting`: rows for the org, profiles and users, or a list (see `ObjectSettings.customSettingsType`)
 * - `customMetadata`: `__mdt`; rows come by deployment alone
 * - `platformEvent`: `__e`; creating one publishes it, and nothing can be queried
 * - `history`, `feed`, `share`: what the platform keeps beside an object; `ObjectSettings.parentObject` names it
 * - `external` (`__x`), `big` (`__b`): known, not run
 * - `setup`: the platform's own configuration, such as Profile
 */
export type ObjectKind =
  | 'standard'
  | 'custom'
  | 'customSetting'
  | 'customMetadata'
  | 'platformEvent'
  | 'history'
  | 'feed'
  | 'share'
  | 'external'
  | 'big'
  | 'setup';

/** Settings of an object that say what the org does around its records. */
export interface ObjectSettings {
  readonly activities: boolean;
  /** Changes of tracked fields are kept in the object that `historyObject` names. */
  readonly history: boolean;
  /** API name of the object that keeps the history: `AccountHistory`, `Invoice__History`; present when `history` is on. */
  readonly historyObject?: string;
  readonly feeds: boolean;
  readonly search: boolean;
  readonly reports: boolean;
  readonly bulkApi: boolean;
  readonly streamingApi: boolean;
  /** `InDevelopment` objects are seen by those who customise the application alone. */
  readonly deployed: boolean;
  readonly externalSharingModel?: string;
  readonly customSettingsType?: 'Hierarchy' | 'List';
  readonly visibility?: 'Public' | 'Protected' | 'PackageProtected';
  /** Platform events: published when the transaction commits, or at once. */
  readonly publishBehavior?: 'PublishAfterCommit' | 'PublishImmediately';
  /** `history`, `feed`, `share`: the object that it belongs to. */
  readonly parentObject?: string;
}

/** A record type of an object. */
export interface RecordType {
  /** `DeveloperName`. */
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly active: boolean;
  readonly businessProcess?: string;
  readonly compactLayout?: string;
  /** Lower-cased field API name -> its choices, as values of the picklist, and which of them is the default. A field that is absent offers all. */
  readonly picklists: ReadonlyMap<string, RecordTypePicklist>;
}

/** What a record type offers of one picklist. */
export interface RecordTypePicklist {
  readonly values: readonly string[];
  readonly defaultValue?: string;
}

/** A field set: fields in order, by paths from the object such as `Account.Name`. */
export interface FieldSet {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly displayedFields: readonly { readonly path: string; readonly required: boolean }[];
  readonly availableFields: readonly string[];
}

/** A filter of a lookup field. */
export interface LookupFilter {
  readonly active: boolean;
  /** Optional filters only narrow what the search dialog offers. */
  readonly optional: boolean;
  /** `1 AND (2 OR 3)`; absent: all items must hold. */
  readonly booleanFilter?: string;
  readonly errorMessage?: string;
  readonly infoMessage?: string;
  readonly items: readonly LookupFilterItem[];
  /**
   * The same as one formula that is true when the record may be saved. It is
   * evaluated on the record that holds the lookup; fields of the record that it
   * points at are reached through the lookup's relationship name.
   */
  readonly formula: string;
}

/** One line of a lookup filter. */
export interface LookupFilterItem {
  /** `Account.Type` (the record pointed at), `$Source.Region__c` (the record that holds the lookup), `$User.Id`. */
  readonly field: string;
  readonly operation: string;
  readonly value?: string;
  readonly valueField?: string;
}
