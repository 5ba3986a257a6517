import type { StandardObjectDefinition } from '../definition.ts';

export const CONTACT: StandardObjectDefinition = {
  name: 'Contact',
  label: 'Contact',
  labelPlural: 'Contacts',
  keyPrefix: '003',
  nameField: 'Name',
  sharingModel: 'ControlledByParent',
  viewed: true,
  history: 'ContactHistory',
  feeds: true,
  activities: true,
  fields: `
    MasterRecordId: Lookup(Contact) ro "Master Record ID"
    AccountId: Lookup(Account) children=Contacts cascade
    LastName: Text(80) required part=Name
    FirstName: Text(40) part=Name
    Salutation: Picklist(@Salutation) part=Name
    Name: Text(121) ro notnull "Full Name"
    Other: Address
    Mailing: Address
    Phone: Phone "Business Phone"
    Fax: Phone "Business Fax"
    MobilePhone: Phone
    HomePhone: Phone
    OtherPhone: Phone
    AssistantPhone: Phone "Asst. Phone"
    ReportsToId: Lookup(Contact) children=ContactReports "Reports To ID"
    Email: Email idlookup
    Title: Text(128)
    Department: Text(80)
    AssistantName: Text(40) "Assistant's Name"
    LeadSource: Picklist(@LeadSource)
    Birthdate: Date
    Description: LongText(32000) "Contact Description"
    OwnerId: Lookup(User) restrict notnull
    HasOptedOutOfEmail: Checkbox "Email Opt Out"
    HasOptedOutOfFax: Checkbox "Fax Opt Out"
    DoNotCall: Checkbox
    LastActivityDate: Date ro "Last Activity"
    LastCURequestDate: DateTime ro "Last Stay-in-Touch Request Date"
    LastCUUpdateDate: DateTime ro "Last Stay-in-Touch Save Date"
    EmailBouncedReason: Text(255)
    EmailBouncedDate: DateTime
    IsEmailBounced: Checkbox ro
    PhotoUrl: Url ro "Photo URL"
    Jigsaw: Text(20) "Data.com Key"
    JigsawContactId: Text(20) ro "Jigsaw Contact ID"
    CleanStatus: Picklist(InSync|Different|Reviewed|NotFound|Inactive|SelectMatch|Skipped|*Pending) restricted
    IndividualId: Lookup(Individual) children=Contacts
  `,
  formulas: {
    IsEmailBounced: 'NOT(ISBLANK(EmailBouncedDate))',
  },
};
