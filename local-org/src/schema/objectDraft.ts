import type { ValidationRule } from '../metadata/validationRule.ts';
import type { ObjectSettings } from './objectParts.ts';
import type { Field, FieldSet, RecordType, SObjectType } from './types.ts';

/** An object while the schema is being built. */
export interface ObjectDraft extends Omit<SObjectType, 'keyPrefix' | 'fields' | 'childRelationships'> {
  /** Undefined for custom objects: given when the schema is finished. */
  readonly keyPrefix: string | undefined;
  readonly fields: readonly Field[];
}

/** Where things are written: `object.member` in lower case -> file. */
export type MemberFiles = ReadonlyMap<string, string>;

/** An object to which files are still adding. */
export interface GrowingObject {
  base: ObjectDraft;
  readonly fields: Field[];
  readonly rules: ValidationRule[];
  readonly recordTypes: RecordType[];
  readonly fieldSets: FieldSet[];
  settings: ObjectSettings;
}

/** What the org does around an object's records where nothing says otherwise. */
export const PLAIN_SETTINGS: ObjectSettings = {
  activities: false,
  history: false,
  feeds: false,
  search: true,
  reports: true,
  bulkApi: true,
  streamingApi: true,
  deployed: true,
};

/** Settings as the `enable...` elements of an object's file give them. */
export function settingsWith(before: ObjectSettings, flags: ReadonlyMap<string, boolean>): ObjectSettings {
  const flag = (element: string, otherwise: boolean): boolean => flags.get(element) ?? otherwise;
  return {
    ...before,
    activities: flag('enableActivities', before.activities),
    history: flag('enableHistory', before.history),
    feeds: flag('enableFeeds', before.feeds),
    search: flag('enableSearch', before.search),
    reports: flag('enableReports', before.reports),
    bulkApi: flag('enableBulkApi', before.bulkApi),
    streamingApi: flag('enableStreamingApi', before.streamingApi),
  };
}

export function growing(base: ObjectDraft): GrowingObject {
  return { base, fields: [...base.fields], rules: [], recordTypes: [], fieldSets: [], settings: base.settings };
}

/** A field of a growing object, its name in any case. */
export function fieldOf(object: GrowingObject | undefined, name: string): Field | undefined {
  const wanted = name.toLowerCase();
  return object?.fields.find((field) => field.name.toLowerCase() === wanted);
}
