import type { StandardObjectDefinition } from '../definition.ts';

export const CASE: StandardObjectDefinition = {
  name: 'Case',
  label: 'Case',
  labelPlural: 'Cases',
  keyPrefix: '500',
  nameField: 'CaseNumber',
  sharingModel: 'ReadWriteTransfer',
  viewed: true,
  history: 'CaseHistory',
  feeds: true,
  activities: true,
  fields: `
    MasterRecordId: Lookup(Case) ro "Master Record ID"
    CaseNumber: AutoNumber({00000000},1001) idlookup
    ContactId: Lookup(Contact) children=Cases
    AccountId: Lookup(Account) children=Cases
    AssetId: Lookup(Asset) children=Cases
    ProductId: Lookup(Product2) children=Cases
    BusinessHoursId: Lookup(BusinessHours)
    ParentId: Lookup(Case) children=Cases "Parent Case ID"
    SuppliedName: Text(80) "Name"
    SuppliedEmail: Email "Email Address"
    SuppliedPhone: Text(40) "Phone"
    SuppliedCompany: Text(80) "Company"
    Type: Picklist(@CaseType) "Case Type"
    Status: Picklist(@CaseStatus)
    Reason: Picklist(@CaseReason) "Case Reason"
    Origin: Picklist(@CaseOrigin) "Case Origin"
    IsVisibleInSelfService: Checkbox "Visible in Self-Service Portal"
    Subject: Text(255)
    Priority: Picklist(@CasePriority)
    Description: LongText(32000)
    IsClosed: Checkbox ro "Closed"
    ClosedDate: DateTime ro
    IsEscalated: Checkbox "Escalated"
    OwnerId: Lookup(Group|User) restrict notnull
    IsClosedOnCreate: Checkbox ro "Closed When Created"
    ContactPhone: Phone ro
    ContactMobile: Phone ro
    ContactEmail: Email ro
    ContactFax: Phone ro
    Comments: TextArea nofilter nosort nogroup "Internal Comments"
  `,
  formulas: {
    ContactPhone: 'Contact.Phone',
    ContactMobile: 'Contact.MobilePhone',
    ContactEmail: 'Contact.Email',
    ContactFax: 'Contact.Fax',
  },
};
