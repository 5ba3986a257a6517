import type { StandardObjectDefinition } from '../definition.ts';

export const CAMPAIGN: StandardObjectDefinition = {
  name: 'Campaign',
  label: 'Campaign',
  labelPlural: 'Campaigns',
  keyPrefix: '701',
  nameField: 'Name',
  sharingModel: 'FullAccess',
  viewed: true,
  history: 'CampaignHistory',
  feeds: true,
  activities: true,
  fields: `
    Name: Text(80) required
    ParentId: Lookup(Campaign) children=ChildCampaigns "Parent Campaign ID"
    Type: Picklist(@CampaignType)
    Status: Picklist(@CampaignStatus)
    StartDate: Date
    EndDate: Date
    ExpectedRevenue: Currency(18,0)
    BudgetedCost: Currency(18,0)
    ActualCost: Currency(18,0)
    ExpectedResponse: Percent(10,2) "Expected Response (%)"
    NumberSent: Number(18,0) "Num Sent"
    IsActive: Checkbox "Active"
    Description: LongText(32000)
    NumberOfLeads: Int(9) ro notnull "Leads in Campaign"
    NumberOfConvertedLeads: Int(9) ro notnull "Converted Leads in Campaign"
    NumberOfContacts: Int(9) ro notnull "Contacts in Campaign"
    NumberOfResponses: Int(9) ro notnull "Responses in Campaign"
    NumberOfOpportunities: Int(9) ro notnull "Opportunities in Campaign"
    NumberOfWonOpportunities: Int(9) ro notnull "Won Opportunities in Campaign"
    AmountAllOpportunities: Currency(18,0) ro notnull "Value Opportunities in Campaign"
    AmountWonOpportunities: Currency(18,0) ro notnull "Value Won Opportunities in Campaign"
    OwnerId: Lookup(User) restrict notnull
    CampaignMemberRecordTypeId: Lookup(RecordType)
    LastActivityDate: Date ro "Last Activity"
  `,
};
