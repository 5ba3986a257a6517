import type { StandardObjectDefinition } from '../definition.ts';

export const CAMPAIGN_MEMBER: StandardObjectDefinition = {
  name: 'CampaignMember',
  label: 'Campaign Member',
  labelPlural: 'Campaign Members',
  keyPrefix: '00v',
  sharingModel: 'ControlledByParent',
  fields: `
    CampaignId: Lookup(Campaign) children=CampaignMembers cascade required createonly
    LeadId: Lookup(Lead) children=CampaignMembers cascade createonly
    ContactId: Lookup(Contact) children=CampaignMembers cascade createonly
    Status: Picklist(*Sent|Responded)
    HasResponded: Checkbox ro "Responded"
    FirstRespondedDate: Date ro
    Salutation: Text(40) ro
    Name: Text(121) ro
    FirstName: Text(40) ro
    LastName: Text(80) ro
    Title: Text(128) ro
    Email: Email ro
    Phone: Phone ro
    MobilePhone: Phone ro
    DoNotCall: Checkbox ro
    HasOptedOutOfEmail: Checkbox ro "Email Opt Out"
    LeadSource: Text(40) ro
    CompanyOrAccount: Text(255) ro "Company (Account)"
    Type: Text(40) ro
    LeadOrContactId: Lookup(Contact|Lead) ro rel=LeadOrContact "Related Record ID"
  `,
  formulas: {
    HasResponded: "ISPICKVAL(Status, 'Responded')",
    Name: 'IF(ISBLANK(ContactId), Lead.Name, Contact.Name)',
    FirstName: 'IF(ISBLANK(ContactId), Lead.FirstName, Contact.FirstName)',
    LastName: 'IF(ISBLANK(ContactId), Lead.LastName, Contact.LastName)',
    Title: 'IF(ISBLANK(ContactId), Lead.Title, Contact.Title)',
    Email: 'IF(ISBLANK(ContactId), Lead.Email, Contact.Email)',
    Phone: 'IF(ISBLANK(ContactId), Lead.Phone, Contact.Phone)',
    MobilePhone: 'IF(ISBLANK(ContactId), Lead.MobilePhone, Contact.MobilePhone)',
    DoNotCall: 'IF(ISBLANK(ContactId), Lead.DoNotCall, Contact.DoNotCall)',
    HasOptedOutOfEmail: 'IF(ISBLANK(ContactId), Lead.HasOptedOutOfEmail, Contact.HasOptedOutOfEmail)',
    LeadSource: 'IF(ISBLANK(ContactId), TEXT(Lead.LeadSource), TEXT(Contact.LeadSource))',
    Salutation: 'IF(ISBLANK(ContactId), TEXT(Lead.Salutation), TEXT(Contact.Salutation))',
    CompanyOrAccount: 'IF(ISBLANK(ContactId), Lead.Company, Contact.Account.Name)',
    Type: "IF(ISBLANK(ContactId), 'Lead', 'Contact')",
    LeadOrContactId: 'IF(ISBLANK(ContactId), LeadId, ContactId)',
  },
};
