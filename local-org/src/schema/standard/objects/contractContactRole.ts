import type { StandardObjectDefinition } from '../definition.ts';

export const CONTRACT_CONTACT_ROLE: StandardObjectDefinition = {
  name: 'ContractContactRole',
  label: 'Contract Contact Role',
  labelPlural: 'Contract Contact Role',
  keyPrefix: '02a',
  sharingModel: 'ControlledByParent',
  fields: `
    ContractId: Lookup(Contract) children=ContractContactRoles cascade required createonly
    ContactId: Lookup(Contact) children=ContractContactRoles cascade required
    Role: Picklist(@ContractContactRole)
    IsPrimary: Checkbox "Primary"
  `,
};
