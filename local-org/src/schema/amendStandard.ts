import type { CustomFieldSource } from '../metadata/customField.ts';
import type { CustomObjectSource } from '../metadata/customObject.ts';
import { tooLong } from '../metadata/nameRules.ts';
import type { Report } from './fieldFromMetadata.ts';
import { settingsWith, type GrowingObject } from './objectDraft.ts';
import type { Field } from './types.ts';

/** What an org's metadata says of a standard object: sharing, history, feeds, and labels in its own words. */
export function amendStandardObject(existing: GrowingObject, source: CustomObjectSource, report: Report): void {
  const { base } = existing;
  if (source.customSettingsType !== undefined) report('customSettingsType', `Can not specify 'customSettingsType' for ${base.name}`);
  // A standard object's file may repeat its label; only a renamed one would be another.
  existing.base = {
    ...base,
    label: source.label ?? base.label,
    labelPlural: source.pluralLabel ?? base.labelPlural,
    sharingModel: source.sharingModel ?? base.sharingModel,
  };
  existing.settings = {
    ...settingsWith(existing.settings, source.flags),
    ...(source.externalSharingModel === undefined ? {} : { externalSharingModel: source.externalSharingModel }),
  };
}

/** What a standard field cannot be told; the platform fixes it. */
const FIXED = ['unique', 'externalId', 'caseSensitive', 'formula', 'defaultValue', 'displayFormat', 'startingNumber'] as const;

/** A standard field's file sets its help, its history, its lookup filter; everything else is the platform's. */
export function amendField(object: GrowingObject, source: CustomFieldSource, report: Report): void {
  const index = object.fields.findIndex((field) => matches(field, source.name));
  const existing = object.fields[index];
  if (existing === undefined) {
    report('fullName', "Could not resolve standard field's name.");
    return;
  }
  for (const element of FIXED) {
    const value = source[element];
    if (value !== undefined && value !== false && value !== existing.defaultFormula) {
      report(element, `Can not specify '${element}' for a standard field`);
    }
  }
  if (source.required && !existing.required && existing.nillable !== false)
    report('required', "Can not specify 'required' for a standard field");
  const long = tooLong('InlineHelpText', source.inlineHelpText, 510);
  if (long !== undefined) report('inlineHelpText', long);
  const helpText = source.inlineHelpText ?? existing.helpText;
  object.fields[index] = {
    ...existing,
    trackHistory: source.trackHistory,
    ...(source.trackFeedHistory ? { trackFeedHistory: true } : {}),
    ...(helpText === undefined ? {} : { helpText }),
    ...(source.description === undefined ? {} : { description: source.description }),
  };
}

/** Metadata calls some standard lookups by the relationship's name: `Owner` beside `OwnerId`. */
function matches(field: Field, name: string): boolean {
  const wanted = name.toLowerCase();
  return field.name.toLowerCase() === wanted || (field.reference !== undefined && field.name.toLowerCase() === `${wanted}id`);
}
