import type { StandardObjectDefinition } from '../definition.ts';

export const PRODUCT2: StandardObjectDefinition = {
  name: 'Product2',
  label: 'Product',
  labelPlural: 'Products',
  keyPrefix: '01t',
  nameField: 'Name',
  sharingModel: 'ReadWrite',
  viewed: true,
  history: 'Product2History',
  feeds: true,
  activities: true,
  fields: `
    Name: Text(255) required idlookup "Product Name"
    ProductCode: Text(255)
    Description: LongText(4000) "Product Description"
    IsActive: Checkbox "Active"
    Family: Picklist(@Product2Family) "Product Family"
    ExternalId: Text(255)
    DisplayUrl: Url(1000)
    QuantityUnitOfMeasure: Picklist(@QuantityUnitOfMeasure)
    IsArchived: Checkbox ro "Archived"
    StockKeepingUnit: Text(180) "Product SKU"
  `,
};
