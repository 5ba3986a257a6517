import type { StandardObjectDefinition } from '../definition.ts';

export const PERMISSION_SET_GROUP: StandardObjectDefinition = {
  name: 'PermissionSetGroup',
  label: 'Permission Set Group',
  labelPlural: 'Permission Set Groups',
  keyPrefix: '0PG',
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
    Status: Picklist(*Updated|Outdated|Updating|Failed)
    HasActivationRequired: Checkbox "Session Activation Required"
  `,
};
