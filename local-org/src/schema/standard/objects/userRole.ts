import type { StandardObjectDefinition } from '../definition.ts';

export const USER_ROLE: StandardObjectDefinition = {
  name: 'UserRole',
  label: 'Role',
  labelPlural: 'Role',
  keyPrefix: '00E',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  fields: `
    Name: Text(80) required
    ParentRoleId: Lookup(UserRole) rel=ParentRole
    RollupDescription: Text(80) "Description"
    OpportunityAccessForAccountOwner: Picklist(None|Read|*Edit) restricted
    CaseAccessForAccountOwner: Picklist(None|Read|*Edit) restricted
    ContactAccessForAccountOwner: Picklist(None|Read|*Edit) restricted
    ForecastUserId: Lookup(User) ro
    MayForecastManagerShare: Checkbox ro
    PortalAccountId: Lookup(Account) ro
    PortalType: Picklist(*None|CustomerPortal|Partner) ro
    DeveloperName: Text(80)
  `,
};
