import type { StandardObjectDefinition } from '../definition.ts';

export const USER_LICENSE: StandardObjectDefinition = {
  name: 'UserLicense',
  label: 'User License',
  labelPlural: 'User License',
  keyPrefix: '100',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  audit: 'modstamp',
  writable: false,
  fields: `
    LicenseDefinitionKey: Text(40) ro notnull
    TotalLicenses: Int(9) ro notnull
    Status: Picklist(*Active|Disabled) ro notnull
    UsedLicenses: Int(9) ro notnull
    Name: Text(40) ro notnull
    MasterLabel: Text(40) ro notnull
  `,
};
