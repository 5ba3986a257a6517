import type { StandardObjectDefinition } from '../definition.ts';

export const CUSTOM_PERMISSION: StandardObjectDefinition = {
  name: 'CustomPermission',
  label: 'Custom Permission',
  labelPlural: 'Custom Permissions',
  keyPrefix: '0CP',
  nameField: 'DeveloperName',
  kind: 'setup',
  writable: false,
  fields: `
    DeveloperName: Text(80) required "Custom Permission"
    Language: Picklist(*en_US) ro "Master Language"
    MasterLabel: Text(80) required "Label"
    NamespacePrefix: Text(15) ro
    Description: Text(255)
    IsProtected: Checkbox
    IsLicensed: Checkbox
  `,
};
