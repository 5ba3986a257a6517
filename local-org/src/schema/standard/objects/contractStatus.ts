import type { StandardObjectDefinition } from '../definition.ts';

export const CONTRACT_STATUS: StandardObjectDefinition = {
  name: 'ContractStatus',
  label: 'Contract Status Value',
  labelPlural: 'Contract Status Value',
  keyPrefix: '01J',
  nameField: 'MasterLabel',
  kind: 'setup',
  recycled: false,
  writable: false,
  fields: `
    MasterLabel: Text(255) ro
    ApiName: Text(255) ro notnull
    SortOrder: Int(9) ro
    IsDefault: Checkbox ro
    StatusCode: Picklist(Draft|InApproval|Activated) ro
  `,
};
