import type { StandardObjectDefinition } from '../definition.ts';

export const MUTING_PERMISSION_SET: StandardObjectDefinition = {
  name: 'MutingPermissionSet',
  label: 'Muting Permission Set',
  labelPlural: 'Muting Permission Sets',
  keyPrefix: '0QM',
  nameField: 'DeveloperName',
  kind: 'setup',
  recycled: false,
  writable: false,
  fields: `
    DeveloperName: Text(80) required "API Name"
    Language: Picklist(*en_US) required "Master Language"
    MasterLabel: Text(80) required "Label"
    NamespacePrefix: Text(15) ro
    Description: Text(255)
  `,
};
