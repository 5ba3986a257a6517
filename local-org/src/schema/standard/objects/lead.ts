import type { StandardObjectDefinition } from '../definition.ts';

export const LEAD: StandardObjectDefinition = {
  name: 'Lead',
  label: 'Lead',
  labelPlural: 'Leads',
  keyPrefix: '00Q',
  nameField: 'Name',
  sharingModel: 'ReadWriteTransfer',
  viewed: true,
  history: 'LeadHistory',
  feeds: true,
  activities: true,
  fields: `
    MasterRecordId: Lookup(Lead) ro "Master Record ID"
    LastName: Text(80) required part=Name
    FirstName: Text(40) part=Name
    Salutation: Picklist(@Salutation) part=Name
    Name: Text(121) ro notnull "Full Name"
    Title: Text(128)
    Company: Text(255) required
    _: Address
    Phone: Phone
    MobilePhone: Phone
    Fax: Phone
    Email: Email idlookup
    Website: Url
    PhotoUrl: Url ro "Photo URL"
    Description: LongText(32000)
    LeadSource: Picklist(@LeadSource)
    Status: Picklist(@LeadStatus) required
    Industry: Picklist(@Industry)
    Rating: Picklist(@AccountRating)
    AnnualRevenue: Currency(18,0)
    NumberOfEmployees: Int "Employees"
    OwnerId: Lookup(Group|User) restrict notnull
    HasOptedOutOfEmail: Checkbox "Email Opt Out"
    HasOptedOutOfFax: Checkbox "Fax Opt Out"
    DoNotCall: Checkbox
    IsConverted: Checkbox createonly "Converted"
    ConvertedDate: Date ro
    ConvertedAccountId: Lookup(Account) ro
    ConvertedContactId: Lookup(Contact) ro
    ConvertedOpportunityId: Lookup(Opportunity) ro
    IsUnreadByOwner: Checkbox
    LastActivityDate: Date ro "Last Activity"
    LastTransferDate: Date ro
    Jigsaw: Text(20) "Data.com Key"
    JigsawContactId: Text(20) ro "Jigsaw Contact ID"
    CleanStatus: Picklist(InSync|Different|Reviewed|NotFound|Inactive|SelectMatch|Skipped|*Pending) restricted
    CompanyDunsNumber: Text(9) "Company D-U-N-S Number"
    EmailBouncedReason: Text(255)
    EmailBouncedDate: DateTime
    IndividualId: Lookup(Individual) children=Leads
  `,
};
