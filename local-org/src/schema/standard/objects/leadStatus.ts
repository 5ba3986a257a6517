import type { StandardObjectDefinition } from '../definition.ts';

export const LEAD_STATUS: StandardObjectDefinition = {
  name: 'LeadStatus',
  label: 'Lead Status Value',
  labelPlural: 'Lead Status Value',
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
    IsConverted: Checkbox ro "Converted"
  `,
};
