import type { StandardObjectDefinition } from '../definition.ts';

/** Object Reference, "Report": its owner is the folder that holds it. */
export const REPORT: StandardObjectDefinition = {
  name: 'Report',
  label: 'Report',
  labelPlural: 'Reports',
  keyPrefix: '00O',
  nameField: 'Name',
  kind: 'setup',
  writable: false,
  viewed: true,
  fields: `
    OwnerId: Lookup(Folder|Organization|User) rel=Owner notnull "Folder ID"
    FolderName: Text(256) ro nogroup
    Name: Text(40) required "Report Name"
    Description: Text(255)
    DeveloperName: Text(80) required "Report Unique Name"
    NamespacePrefix: Text(15) ro
    LastRunDate: DateTime ro "Last Run"
    Format: Picklist(*Tabular|Summary|Matrix|MultiBlock) notnull restricted
  `,
};
