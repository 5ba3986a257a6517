import type { StandardObjectDefinition } from '../definition.ts';

export const CONTRACT: StandardObjectDefinition = {
  name: 'Contract',
  label: 'Contract',
  labelPlural: 'Contracts',
  keyPrefix: '800',
  nameField: 'ContractNumber',
  sharingModel: 'ReadWrite',
  viewed: true,
  history: 'ContractHistory',
  feeds: true,
  activities: true,
  fields: `
    AccountId: Lookup(Account) children=Contracts restrict required
    Pricebook2Id: Lookup(Pricebook2) children=Contracts "Price Book ID"
    OwnerExpirationNotice: Picklist(15|30|45|60|90|120)
    StartDate: Date "Contract Start Date"
    EndDate: Date ro "Contract End Date"
    Billing: Address
    Shipping: Address
    ContractTerm: Int(9)
    OwnerId: Lookup(User) restrict notnull
    Status: Picklist(@ContractStatus) notnull
    CompanySignedId: Lookup(User) "Company Signed By ID"
    CompanySignedDate: Date
    CustomerSignedId: Lookup(Contact) children=ContractsSigned "Customer Signed By ID"
    CustomerSignedTitle: Text(40)
    CustomerSignedDate: Date
    SpecialTerms: LongText(4000)
    ActivatedById: Lookup(User) createonly "Activated By ID"
    ActivatedDate: DateTime createonly
    StatusCode: Picklist(*Draft|InApproval|Activated|Terminated|Expired) ro notnull "Status Category"
    Description: LongText(32000)
    Name: Text(80) "Contract Name"
    ContractNumber: AutoNumber({00000000},100) idlookup
    LastApprovedDate: DateTime ro
    LastActivityDate: Date ro "Last Activity"
  `,
  formulas: {
    EndDate: 'ADDMONTHS(StartDate, ContractTerm) - 1',
    StatusCode: "CASE(Status, 'In Approval Process', 'InApproval', 'Activated', 'Activated', 'Draft')",
  },
};
