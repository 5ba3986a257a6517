import type { StandardObjectDefinition } from '../definition.ts';

export const OPPORTUNITY_LINE_ITEM: StandardObjectDefinition = {
  name: 'OpportunityLineItem',
  label: 'Opportunity Product',
  labelPlural: 'Opportunity Product',
  keyPrefix: '00k',
  nameField: 'Name',
  sharingModel: 'ControlledByParent',
  viewed: true,
  fields: `
    OpportunityId: Lookup(Opportunity) children=OpportunityLineItems cascade required createonly
    SortOrder: Int(9) ro
    PricebookEntryId: Lookup(PricebookEntry) children=OpportunityLineItems createonly "Price Book Entry ID"
    Product2Id: Lookup(Product2) children=OpportunityLineItems createonly "Product ID"
    ProductCode: Text(255) ro
    Name: Text(376) ro "Opportunity Product Name"
    Quantity: Number(12,2) required
    TotalPrice: Currency(18,2)
    UnitPrice: Currency(18,2) "Sales Price"
    ListPrice: Currency(18,2) ro
    Discount: Percent(5,2)
    Subtotal: Currency(18,2) ro
    ServiceDate: Date "Date"
    Description: Text(255) "Line Description"
  `,
};
