import type { Schema, SObjectType } from '../schema/types.ts';
import type { StoredComponent } from './types.ts';

/** Components that every org has: standard objects and their fields. */
export function platformComponents(type: string, schema: Schema): readonly StoredComponent[] {
  const standard = [...schema.objects.values()].filter((object) => !object.custom);
  if (type === 'CustomObject') return standard.map(({ name }) => component(type, name, `objects/${name}.object`));
  if (type === 'CustomField') return standard.flatMap((object) => standardFields(object));
  if (type === 'Profile') return profiles.map((name) => component(type, name, `profiles/${name}.profile`));
  return [];
}

/** The org's first profiles by the names that the Metadata API has for them; `Admin` is the System Administrator. */
const profiles = [
  'Admin',
  'Minimum Access - API Only Integrations',
  'MinimumAccess',
  'ReadOnly',
  'Salesforce API Only System Integrations',
  'Standard',
];

function standardFields(object: SObjectType): readonly StoredComponent[] {
  return [...object.fields.values()]
    .filter((field) => !field.custom)
    .map((field) => component('CustomField', `${object.name}.${field.name}`, `objects/${object.name}.object`));
}

/** The platform gives no ids and no dates for what is its own. */
function component(type: string, fullName: string, fileName: string): StoredComponent {
  const nobody = { id: '', createdById: '', lastModifiedById: '', createdAt: 0, lastModifiedAt: 0 };
  return { type, fullName, fileName, files: [], ...nobody, runs: true };
}
