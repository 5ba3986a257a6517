import type { ValueSets } from '../metadata/valueSets.ts';
import { PLAIN_SETTINGS, type ObjectDraft } from './objectDraft.ts';
import { fieldsOfDefinition, type StandardObjectDefinition } from './standard/definition.ts';
import { STANDARD_OBJECTS } from './standard/index.ts';
import type { Field } from './types.ts';
import { withStandardValues } from './valueSets.ts';

/** The standard objects with the org's standard value sets. */
export function standardDrafts(sets: ValueSets): readonly ObjectDraft[] {
  return STANDARD_OBJECTS.map((definition) => standardDraft(definition, sets));
}

const parsed = new WeakMap<StandardObjectDefinition, readonly Field[]>();

/** Definitions never change, so each is read once. */
function fieldsOf(definition: StandardObjectDefinition): readonly Field[] {
  const known = parsed.get(definition) ?? fieldsOfDefinition(definition);
  parsed.set(definition, known);
  return known;
}

function standardDraft(definition: StandardObjectDefinition, sets: ValueSets): ObjectDraft {
  const { writable = true, recycled = true, kind = 'standard', history } = definition;
  const fields = fieldsOf(definition).map((field) => withStandardValues(sets, field));
  return {
    name: definition.name,
    label: definition.label,
    labelPlural: definition.labelPlural,
    keyPrefix: definition.keyPrefix,
    custom: false,
    fields,
    hasOwner: fields.some((field) => field.name === 'OwnerId' && field.createable),
    sharingModel: definition.sharingModel ?? 'ReadWrite',
    validationRules: [],
    createable: writable,
    updateable: writable && (definition.updateable ?? true),
    deletable: writable && (definition.deletable ?? true),
    kind,
    queryable: true,
    undeletable: recycled && writable,
    recordTypes: [],
    fieldSets: [],
    settings: {
      ...PLAIN_SETTINGS,
      search: kind === 'standard',
      activities: definition.activities === true,
      feeds: definition.feeds === true,
      ...(history === undefined ? {} : { historyObject: history }),
    },
    ...(definition.nameField === undefined ? {} : { nameField: definition.nameField }),
  };
}
