import type { StandardObjectDefinition } from '../definition.ts';

/** Object Reference, "Dashboard". Colours are numbers; components lie in the metadata alone. */
export const DASHBOARD: StandardObjectDefinition = {
  name: 'Dashboard',
  label: 'Dashboard',
  labelPlural: 'Dashboards',
  keyPrefix: '01Z',
  nameField: 'Title',
  kind: 'setup',
  writable: false,
  viewed: true,
  fields: `
    FolderId: Lookup(Folder|User) rel=Folder notnull "Folder ID"
    FolderName: Text(256) ro nogroup
    Title: Text(80) required
    DeveloperName: Text(80) required "Dashboard Unique Name"
    NamespacePrefix: Text(15) ro
    Description: Text(255)
    LeftSize: Picklist(Narrow|*Medium|Wide) notnull restricted
    MiddleSize: Picklist(Narrow|*Medium|Wide) restricted
    RightSize: Picklist(Narrow|*Medium|Wide) notnull restricted
    RunningUserId: Lookup(User) rel=RunningUser notnull "Running User ID"
    Type: Picklist(*SpecifiedUser|LoggedInUser|MyTeamUser) notnull restricted "Dashboard Running User"
    ChartTheme: Picklist(light|dark) restricted "Chart Background"
    ColorPalette: Picklist(Default|gray|colorSafe|unity|justice|nightfall|sunrise|bluegrass|tropic|heat|dusk|pond|watermelon|fire|water|earth|accessible|branding) restricted
  `,
};
