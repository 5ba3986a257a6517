import type { ObjectDraft } from './objectDraft.ts';
import type { Field } from './types.ts';

/** Fields that can point at the records of every object with a setting on: object -> field -> the setting. */
const OPEN_REFERENCES: Readonly<Record<string, readonly [field: string, setting: 'activities' | 'feeds']>> = {
  Task: ['WhatId', 'activities'],
  Event: ['WhatId', 'activities'],
  FeedItem: ['ParentId', 'feeds'],
};

/** Who is reached by `WhoId` is not reached by `WhatId`. */
const PEOPLE = ['Contact', 'Lead'];

/** Tasks and events can be about every object that allows activities, posts about every object with feeds. */
export function withActivityTargets(objectName: string, field: Field, objects: readonly ObjectDraft[]): Field {
  const [name, setting] = OPEN_REFERENCES[objectName] ?? [];
  if (field.name !== name || setting === undefined || field.reference === undefined) return field;
  const targets = objects
    .filter((object) => object.settings[setting] && (setting === 'feeds' || !PEOPLE.includes(object.name)))
    .map((object) => object.name);
  return { ...field, reference: { ...field.reference, targets: [...new Set([...field.reference.targets, ...targets])].sort() } };
}
