import type { StandardObjectDefinition } from '../definition.ts';

export const ORG_WIDE_EMAIL_ADDRESS: StandardObjectDefinition = {
  name: 'OrgWideEmailAddress',
  label: 'Organization-wide From Email Address',
  labelPlural: 'Organization-wide From Email Addresses',
  keyPrefix: '0D2',
  nameField: 'DisplayName',
  kind: 'setup',
  recycled: false,
  fields: `
    Address: Email(254) required "Email Address"
    DisplayName: Text(120) required
    IsAllowAllProfiles: Checkbox default=true
    Purpose: Picklist(*UserSelection|DefaultNoreply|UserSelectionAndDefaultNoreply) restricted
  `,
};
