import type { StandardObjectDefinition } from '../definition.ts';

export const PRICEBOOK_ENTRY: StandardObjectDefinition = {
  name: 'PricebookEntry',
  label: 'Price Book Entry',
  labelPlural: 'Price Book Entries',
  keyPrefix: '01u',
  nameField: 'Name',
  sharingModel: 'ReadWrite',
  fields: `
    Name: Text(255) ro "Product Name"
    Pricebook2Id: Lookup(Pricebook2) children=PricebookEntries cascade required createonly "Price Book ID"
    Product2Id: Lookup(Product2) children=PricebookEntries cascade required createonly "Product ID"
    UnitPrice: Currency(18,2) required "List Price"
    IsActive: Checkbox "Active"
    UseStandardPrice: Checkbox
    ProductCode: Text(255) ro
    IsArchived: Checkbox ro "Archived"
  `,
  formulas: {
    Name: 'Product2.Name',
    ProductCode: 'Product2.ProductCode',
  },
};
