import type { StandardObjectDefinition } from '../definition.ts';

export const RECORD_TYPE: StandardObjectDefinition = {
  name: 'RecordType',
  label: 'Record Type',
  labelPlural: 'Record Types',
  keyPrefix: '012',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  writable: false,
  fields: `
    Name: Text(80) required
    DeveloperName: Text(80) required "Record Type Name"
    NamespacePrefix: Text(15) ro
    Description: Text(255)
    BusinessProcessId: Lookup(BusinessProcess) ro
    SobjectType: Text(40) required "SObject Type Name"
    IsActive: Checkbox "Active"
  `,
};
