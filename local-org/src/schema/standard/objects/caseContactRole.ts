import type { StandardObjectDefinition } from '../definition.ts';

export const CASE_CONTACT_ROLE: StandardObjectDefinition = {
  name: 'CaseContactRole',
  label: 'Case Contact Role',
  labelPlural: 'Case Contact Role',
  keyPrefix: '03j',
  sharingModel: 'ControlledByParent',
  fields: `
    CasesId: Lookup(Case) children=CaseContactRoles cascade required createonly rel=Cases "Case ID"
    ContactId: Lookup(Contact) children=CaseContactRoles cascade required
    Role: Picklist(@CaseContactRole)
  `,
};
