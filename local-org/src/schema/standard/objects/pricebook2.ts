import type { StandardObjectDefinition } from '../definition.ts';

export const PRICEBOOK2: StandardObjectDefinition = {
  name: 'Pricebook2',
  label: 'Price Book',
  labelPlural: 'Price Books',
  keyPrefix: '01s',
  nameField: 'Name',
  sharingModel: 'ReadSelect',
  viewed: true,
  history: 'Pricebook2History',
  fields: `
    Name: Text(255) required idlookup "Price Book Name"
    IsActive: Checkbox "Active"
    IsArchived: Checkbox ro "Archived"
    Description: Text(255)
    IsStandard: Checkbox ro "Is Standard Price Book"
  `,
};
