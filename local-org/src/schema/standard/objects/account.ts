import type { StandardObjectDefinition } from '../definition.ts';

export const ACCOUNT: StandardObjectDefinition = {
  name: 'Account',
  label: 'Account',
  labelPlural: 'Accounts',
  keyPrefix: '001',
  nameField: 'Name',
  sharingModel: 'ReadWrite',
  viewed: true,
  history: 'AccountHistory',
  feeds: true,
  activities: true,
  fields: `
    MasterRecordId: Lookup(Account) ro "Master Record ID"
    Name: Text(255) required "Account Name"
    Type: Picklist(@AccountType) "Account Type"
    ParentId: Lookup(Account) children=ChildAccounts "Parent Account ID"
    Billing: Address
    Shipping: Address
    Phone: Phone "Account Phone"
    Fax: Phone "Account Fax"
    AccountNumber: Text(40)
    Website: Url
    PhotoUrl: Url ro "Photo URL"
    Sic: Text(20) "SIC Code"
    Industry: Picklist(@Industry)
    AnnualRevenue: Currency(18,0)
    NumberOfEmployees: Int "Employees"
    Ownership: Picklist(@AccountOwnership)
    TickerSymbol: Text(20)
    Description: LongText(32000) "Account Description"
    Rating: Picklist(@AccountRating) "Account Rating"
    Site: Text(80) "Account Site"
    OwnerId: Lookup(User) restrict notnull
    LastActivityDate: Date ro "Last Activity"
    Jigsaw: Text(20) "Data.com Key"
    JigsawCompanyId: Text(20) ro "Jigsaw Company ID"
    CleanStatus: Picklist(InSync|Different|Reviewed|NotFound|Inactive|SelectMatch|Skipped|*Pending) restricted
    AccountSource: Picklist(@AccountSource)
    DunsNumber: Text(9) "D-U-N-S Number"
    Tradestyle: Text(255)
    NaicsCode: Text(8) "NAICS Code"
    NaicsDesc: Text(120) "NAICS Description"
    YearStarted: Text(4)
    SicDesc: Text(80) "SIC Description"
  `,
};
