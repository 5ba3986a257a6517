import type { StandardObjectDefinition } from '../definition.ts';

export const OPPORTUNITY: StandardObjectDefinition = {
  name: 'Opportunity',
  label: 'Opportunity',
  labelPlural: 'Opportunities',
  keyPrefix: '006',
  nameField: 'Name',
  sharingModel: 'Read',
  viewed: true,
  history: 'OpportunityFieldHistory',
  feeds: true,
  activities: true,
  fields: `
    AccountId: Lookup(Account) children=Opportunities cascade
    ContactId: Lookup(Contact) createonly
    IsPrivate: Checkbox "Private"
    Name: Text(120) required
    Description: LongText(32000)
    StageName: Picklist(@OpportunityStage) required "Stage"
    Amount: Currency
    Probability: Percent(3,0) "Probability (%)"
    ExpectedRevenue: Currency ro "Expected Amount"
    TotalOpportunityQuantity: Number(18,2) "Quantity"
    CloseDate: Date required
    Type: Picklist(@OpportunityType) "Opportunity Type"
    NextStep: Text(255)
    LeadSource: Picklist(@LeadSource)
    IsClosed: Checkbox ro "Closed"
    IsWon: Checkbox ro "Won"
    ForecastCategory: Picklist(Omitted|Pipeline|BestCase|MostLikely|Forecast|Closed) ro restricted notnull
    ForecastCategoryName: Picklist(@ForecastCategoryName) "Forecast Category"
    CampaignId: Lookup(Campaign) children=Opportunities
    HasOpportunityLineItem: Checkbox ro "Has Line Item"
    ContractId: Lookup(Contract) children=Opportunities
    Pricebook2Id: Lookup(Pricebook2) children=Opportunities "Price Book ID"
    OwnerId: Lookup(User) restrict notnull
    FiscalQuarter: Int(9) ro
    FiscalYear: Int(9) ro
    Fiscal: Text(6) ro "Fiscal Period"
    LastActivityDate: Date ro "Last Activity"
    LastStageChangeDate: DateTime ro
    LastAmountChangedHistoryId: Lookup() ro
    LastCloseDateChangedHistoryId: Lookup() ro
    PushCount: Int ro
    HasOpenActivity: Checkbox ro
    HasOverdueTask: Checkbox ro
  `,
  formulas: {
    ExpectedRevenue: 'Amount * Probability',
    ForecastCategory:
      "CASE(ForecastCategoryName, 'Best Case', 'BestCase', 'Most Likely', 'MostLikely', 'Commit', 'Forecast', TEXT(ForecastCategoryName))",
    FiscalQuarter: 'CEILING(MONTH(CloseDate) / 3)',
    FiscalYear: 'YEAR(CloseDate)',
    Fiscal: "TEXT(YEAR(CloseDate)) & ' ' & TEXT(CEILING(MONTH(CloseDate) / 3))",
  },
};
