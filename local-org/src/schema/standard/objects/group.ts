import type { StandardObjectDefinition } from '../definition.ts';

export const GROUP: StandardObjectDefinition = {
  name: 'Group',
  label: 'Group',
  labelPlural: 'Group',
  keyPrefix: '00G',
  nameField: 'Name',
  kind: 'setup',
  recycled: false,
  fields: `
    Name: Text(40) required
    DeveloperName: Text(80)
    RelatedId: Lookup(User|UserRole) ro
    Type: Picklist(*Regular|Queue|Role|RoleAndSubordinates|RoleAndSubordinatesInternal|Organization|Manager|ManagerAndSubordinatesInternal) createonly restricted
    Email: Email
    OwnerId: Lookup(Organization|User) ro
    DoesSendEmailToMembers: Checkbox "Send Email to Members"
    DoesIncludeBosses: Checkbox default=true "Include Bosses"
    Description: Text(1000)
  `,
};
