import type { StandardObjectDefinition } from '../definition.ts';

export const ACCOUNT_CONTACT_ROLE: StandardObjectDefinition = {
  name: 'AccountContactRole',
  label: 'Account Contact Role',
  labelPlural: 'Account Contact Role',
  keyPrefix: '02Z',
  sharingModel: 'ControlledByParent',
  fields: `
    AccountId: Lookup(Account) children=AccountContactRoles cascade required createonly
    ContactId: Lookup(Contact) children=AccountContactRoles cascade required
    Role: Picklist(@ContactRole)
    IsPrimary: Checkbox "Primary"
  `,
};
