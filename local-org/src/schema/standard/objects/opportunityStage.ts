import type { StandardObjectDefinition } from '../definition.ts';

export const OPPORTUNITY_STAGE: StandardObjectDefinition = {
  name: 'OpportunityStage',
  label: 'Opportunity Stage',
  labelPlural: 'Opportunity Stage',
  keyPrefix: '01J',
  nameField: 'MasterLabel',
  kind: 'setup',
  recycled: false,
  writable: false,
  fields: `
    MasterLabel: Text(255) ro
    ApiName: Text(255) ro notnull
    IsActive: Checkbox ro "Active"
    SortOrder: Int(9) ro
    IsClosed: Checkbox ro "Closed"
    IsWon: Checkbox ro "Won"
    ForecastCategory: Picklist(Omitted|Pipeline|BestCase|MostLikely|Forecast|Closed) ro
    ForecastCategoryName: Picklist(Omitted|Pipeline|Best Case|Most Likely|Commit|Closed) ro
    DefaultProbability: Percent(3,0) ro "Probability (%)"
    Description: Text(255) ro
  `,
};
