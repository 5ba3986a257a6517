import type { StandardObjectDefinition } from '../definition.ts';

export const OPPORTUNITY_CONTACT_ROLE: StandardObjectDefinition = {
  name: 'OpportunityContactRole',
  label: 'Opportunity Contact Role',
  labelPlural: 'Opportunity Contact Role',
  keyPrefix: '00K',
  sharingModel: 'ControlledByParent',
  fields: `
    OpportunityId: Lookup(Opportunity) children=OpportunityContactRoles cascade required createonly
    ContactId: Lookup(Contact) children=OpportunityContactRoles cascade required
    Role: Picklist(@ContactRole)
    IsPrimary: Checkbox "Primary"
  `,
};
