import type { StandardObjectDefinition } from '../definition.ts';

export const LIST_VIEW: StandardObjectDefinition = {
  name: 'ListView',
  label: 'List View',
  labelPlural: 'List Views',
  keyPrefix: '00B',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  writable: false,
  viewed: true,
  fields: `
    Name: Text(40) required
    DeveloperName: Text(80) required "API Name"
    NamespacePrefix: Text(15) ro
    SobjectType: Text(40) "Sobject Type"
    IsSoqlCompatible: Checkbox ro default=true
  `,
};
