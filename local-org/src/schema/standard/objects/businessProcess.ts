import type { StandardObjectDefinition } from '../definition.ts';

export const BUSINESS_PROCESS: StandardObjectDefinition = {
  name: 'BusinessProcess',
  label: 'Business Process',
  labelPlural: 'Business Process',
  keyPrefix: '019',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  writable: false,
  fields: `
    Name: Text(80) required
    NamespacePrefix: Text(15) ro
    Description: Text(255)
    TableEnumOrId: Text(40) required "Entity Enumeration Or ID"
    IsActive: Checkbox "Active"
  `,
};
