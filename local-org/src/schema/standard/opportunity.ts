import {
  checkbox,
  currency,
  date,
  decimal,
  integer,
  lookup,
  ownerField,
  percent,
  picklist,
  READ_ONLY,
  text,
  textArea,
  viewedFields,
} from '../fields.ts';
import { withSystemFields, type StandardObject } from './definition.ts';
import { LEAD_SOURCES } from './picklists.ts';

const STAGES = [
  'Prospecting',
  'Qualification',
  'Needs Analysis',
  'Value Proposition',
  'Id. Decision Makers',
  'Perception Analysis',
  'Proposal/Price Quote',
  'Negotiation/Review',
  'Closed Won',
  'Closed Lost',
];

export const OPPORTUNITY: StandardObject = {
  name: 'Opportunity',
  label: 'Opportunity',
  labelPlural: 'Opportunities',
  keyPrefix: '006',
  nameField: 'Name',
  sharingModel: 'ReadWrite',
  fields: withSystemFields(
    lookup('AccountId', 'Account ID', ['Account'], 'Opportunities', { onDelete: 'Cascade' }),
    lookup('ContactId', 'Contact ID', ['Contact'], undefined, { updateable: false }),
    checkbox('IsPrivate', 'Private'),
    text('Name', 'Name', 120, { required: true }),
    textArea('Description', 'Description', 32000),
    picklist('StageName', 'Stage', STAGES, { required: true }),
    currency('Amount', 'Amount'),
    percent('Probability', 'Probability (%)', 3, 0),
    currency('ExpectedRevenue', 'Expected Amount', {
      ...READ_ONLY,
      formula: { source: 'Amount * Probability', blanksAs: 'blank' },
    }),
    decimal('TotalOpportunityQuantity', 'Quantity', 18, 2),
    date('CloseDate', 'Close Date', { required: true }),
    picklist('Type', 'Opportunity Type', [
      'Existing Customer - Upgrade',
      'Existing Customer - Replacement',
      'Existing Customer - Downgrade',
      'New Customer',
    ]),
    text('NextStep', 'Next Step', 255),
    picklist('LeadSource', 'Lead Source', LEAD_SOURCES),
    // Kept as formulas, so that no save has to remember them.
    checkbox('IsClosed', 'Closed', {
      ...READ_ONLY,
      formula: { source: "OR(ISPICKVAL(StageName, 'Closed Won'), ISPICKVAL(StageName, 'Closed Lost'))", blanksAs: 'zero' },
    }),
    checkbox('IsWon', 'Won', { ...READ_ONLY, formula: { source: "ISPICKVAL(StageName, 'Closed Won')", blanksAs: 'zero' } }),
    picklist('ForecastCategoryName', 'Forecast Category', ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed']),
    ownerField(),
    integer('FiscalQuarter', 'Fiscal Quarter', 9, {
      ...READ_ONLY,
      formula: { source: 'CEILING(MONTH(CloseDate) / 3)', blanksAs: 'blank' },
    }),
    integer('FiscalYear', 'Fiscal Year', 9, { ...READ_ONLY, formula: { source: 'YEAR(CloseDate)', blanksAs: 'blank' } }),
    date('LastActivityDate', 'Last Activity', READ_ONLY),
    ...viewedFields(),
  ),
};
