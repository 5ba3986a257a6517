import type { FieldValues, PicklistValue, Schema } from '../../schema/types.ts';
import type { WantedRows } from './keepRows.ts';

/** Objects that show the values of a picklist as records: object -> where the values are. */
const STATUS_OBJECTS: readonly (readonly [object: string, owner: string, field: string])[] = [
  ['CaseStatus', 'Case', 'Status'],
  ['TaskStatus', 'Task', 'Status'],
  ['TaskPriority', 'Task', 'Priority'],
  ['LeadStatus', 'Lead', 'Status'],
  ['ContractStatus', 'Contract', 'Status'],
  ['OpportunityStage', 'Opportunity', 'StageName'],
];

const FORECAST_NAMES: Readonly<Record<string, string>> = { BestCase: 'Best Case', MostLikely: 'Most Likely', Forecast: 'Commit' };
const STATUS_CODES: Readonly<Record<string, string>> = { Activated: 'Activated', 'In Approval Process': 'InApproval' };

/** Stages and statuses with what they mean. */
export function statusRows(schema: Schema): readonly WantedRows[] {
  return STATUS_OBJECTS.map(([object, owner, field]) => {
    const values = schema.object(owner)?.fields.get(field.toLowerCase())?.picklist?.values ?? [];
    return { object, key: ['ApiName'], rows: values.map((value, index) => statusRow(object, value, index + 1)) };
  });
}

function statusRow(object: string, value: PicklistValue, order: number): FieldValues {
  const plain: FieldValues = { ApiName: value.value, MasterLabel: value.label, SortOrder: order };
  if (object === 'OpportunityStage') {
    const category = value.forecastCategory ?? 'Pipeline';
    return {
      ...plain,
      IsActive: value.active,
      IsClosed: value.closed === true,
      IsWon: value.won === true,
      ForecastCategory: category,
      ForecastCategoryName: FORECAST_NAMES[category] ?? category,
      DefaultProbability: value.probability ?? 0,
      Description: value.description ?? null,
    };
  }
  const meant: FieldValues = {
    IsClosed: value.closed === true,
    IsHighPriority: value.highPriority === true,
    IsConverted: value.converted === true,
    StatusCode: STATUS_CODES[value.value] ?? 'Draft',
  };
  return { ...plain, IsDefault: value.isDefault, ...meant };
}
