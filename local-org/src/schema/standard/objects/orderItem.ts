import type { StandardObjectDefinition } from '../definition.ts';

export const ORDER_ITEM: StandardObjectDefinition = {
  name: 'OrderItem',
  label: 'Order Product',
  labelPlural: 'Order Products',
  keyPrefix: '802',
  nameField: 'OrderItemNumber',
  sharingModel: 'ControlledByParent',
  history: 'OrderItemHistory',
  fields: `
    Product2Id: Lookup(Product2) children=OrderItems createonly "Product ID"
    OrderId: Lookup(Order) children=OrderItems cascade required createonly
    PricebookEntryId: Lookup(PricebookEntry) children=OrderItems createonly "Price Book Entry ID"
    OriginalOrderItemId: Lookup(OrderItem) children=ChildOrderItems createonly "Original Order Product ID"
    AvailableQuantity: Number(18,2) ro
    Quantity: Number(18,2) required
    UnitPrice: Currency(18,2)
    ListPrice: Currency(18,2) ro
    TotalPrice: Currency(18,2) ro
    ServiceDate: Date "Start Date"
    EndDate: Date
    Description: Text(255) "Line Description"
    OrderItemNumber: AutoNumber({0000000000},1) idlookup "Order Product Number"
  `,
  formulas: {
    TotalPrice: 'UnitPrice * Quantity',
    AvailableQuantity: 'Quantity',
  },
};
