import type { StandardObjectDefinition } from '../definition.ts';

export const FOLDER: StandardObjectDefinition = {
  name: 'Folder',
  label: 'Folder',
  labelPlural: 'Folder',
  keyPrefix: '00l',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  fields: `
    ParentId: Lookup(Folder) children=SubFolders
    Name: Text(40) required
    DeveloperName: Text(80) "Folder Unique Name"
    AccessType: Picklist(Shared|*Public|Hidden|PublicInternal) notnull restricted
    IsReadonly: Checkbox "Read Only"
    Type: Picklist(Dashboard|Document|Email|EmailTemplate|Report) required createonly restricted
    NamespacePrefix: Text(15) ro
  `,
};
