import type { CustomFieldSource } from '../metadata/customField.ts';
import type { MetadataFieldType } from '../metadata/fieldTypes.ts';
import type { ObjectKind } from './objectParts.ts';

const SETTING_TYPES: readonly MetadataFieldType[] = [
  'Checkbox',
  'Currency',
  'Date',
  'DateTime',
  'Email',
  'Number',
  'Percent',
  'Phone',
  'Text',
  'TextArea',
  'Url',
];

/** Types of fields that some kinds of objects are limited to (Help, "Custom Metadata Types Limitations", "Custom Settings", "Platform Event Fields"). */
const LIMITED: Readonly<Partial<Record<ObjectKind, { readonly what: string; readonly types: readonly MetadataFieldType[] }>>> = {
  customMetadata: {
    what: 'a custom metadata type',
    types: [
      'Checkbox',
      'Date',
      'DateTime',
      'Email',
      'LongTextArea',
      'MetadataRelationship',
      'Number',
      'Percent',
      'Phone',
      'Picklist',
      'Text',
      'TextArea',
      'Url',
    ],
  },
  customSetting: { what: 'a custom setting', types: SETTING_TYPES },
  platformEvent: { what: 'a platform event', types: ['Checkbox', 'Date', 'DateTime', 'LongTextArea', 'Number', 'Text'] },
};

/** Why a field of this type cannot be on an object of this kind; undefined when it can. */
export function kindProblem({ type = '' }: CustomFieldSource, kind: ObjectKind): string | undefined {
  const limit = LIMITED[kind];
  if (limit === undefined) {
    return type === 'MetadataRelationship' ? 'A metadata relationship field can only be added to a custom metadata type' : undefined;
  }
  return (limit.types as readonly string[]).includes(type) ? undefined : `A field of type ${type} can not be added to ${limit.what}`;
}
