import type { StandardObjectDefinition } from '../definition.ts';

export const ORDER: StandardObjectDefinition = {
  name: 'Order',
  label: 'Order',
  labelPlural: 'Orders',
  keyPrefix: '801',
  nameField: 'OrderNumber',
  sharingModel: 'ControlledByParent',
  viewed: true,
  history: 'OrderHistory',
  feeds: true,
  activities: true,
  fields: `
    OwnerId: Lookup(Group|User) restrict notnull
    ContractId: Lookup(Contract) children=Orders createonly
    AccountId: Lookup(Account) children=Orders
    Pricebook2Id: Lookup(Pricebook2) children=Orders "Price Book ID"
    OriginalOrderId: Lookup(Order) children=Orders createonly
    OpportunityId: Lookup(Opportunity) children=Orders
    EffectiveDate: Date required "Order Start Date"
    EndDate: Date "Order End Date"
    IsReductionOrder: Checkbox createonly "Reduction Order"
    Status: Picklist(@OrderStatus) required
    Description: LongText(32000)
    CustomerAuthorizedById: Lookup(Contact) "Customer Authorized By ID"
    CustomerAuthorizedDate: Date
    CompanyAuthorizedById: Lookup(User) "Company Authorized By ID"
    CompanyAuthorizedDate: Date
    Type: Picklist(@OrderType) "Order Type"
    Billing: Address
    Shipping: Address
    Name: Text(80) "Order Name"
    PoDate: Date "PO Date"
    PoNumber: Text(80) "PO Number"
    OrderReferenceNumber: Text(80)
    BillToContactId: Lookup(Contact)
    ShipToContactId: Lookup(Contact)
    ActivatedDate: DateTime ro
    ActivatedById: Lookup(User) ro "Activated By ID"
    StatusCode: Picklist(*Draft|Activated|Canceled|Expired) ro notnull "Status Category"
    OrderNumber: AutoNumber({00000000},100) idlookup
    TotalAmount: Currency(18,2) ro "Order Amount"
  `,
  formulas: {
    StatusCode: "CASE(Status, 'Activated', 'Activated', 'Draft')",
  },
};
