import type { Field } from '../../../../schema/types.ts';
import { isAggregatable, isGroupable } from '../../../../soql/fieldAbilities.ts';

/** A function of SOQL by its name in an aggregate's selection: `sum {value}` is `SUM(field)`. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  avg: 'AVG',
  calendarMonth: 'CALENDAR_MONTH',
  calendarQuarter: 'CALENDAR_QUARTER',
  calendarYear: 'CALENDAR_YEAR',
  count: 'COUNT',
  countDistinct: 'COUNT_DISTINCT',
  dayInMonth: 'DAY_IN_MONTH',
  dayInWeek: 'DAY_IN_WEEK',
  dayInYear: 'DAY_IN_YEAR',
  dayOnly: 'DAY_ONLY',
  fiscalMonth: 'FISCAL_MONTH',
  fiscalQuarter: 'FISCAL_QUARTER',
  fiscalYear: 'FISCAL_YEAR',
  grouping: 'GROUPING',
  hourInDay: 'HOUR_IN_DAY',
  max: 'MAX',
  min: 'MIN',
  sum: 'SUM',
  weekInMonth: 'WEEK_IN_MONTH',
  weekInYear: 'WEEK_IN_YEAR',
};

const COMPARED = ['count', 'countDistinct', 'max', 'min'] as const;
const MEASURED = [...COMPARED, 'avg', 'sum'] as const;
const TIME_ONLY = ['dayOnly', 'hourInDay'] as const;
const DATE_PARTS = [
  'calendarMonth',
  'calendarQuarter',
  'calendarYear',
  'dayInMonth',
  'dayInWeek',
  'dayInYear',
  'fiscalMonth',
  'fiscalQuarter',
  'fiscalYear',
  'weekInMonth',
  'weekInYear',
] as const;

/** Values of `GroupByFunction`. */
export const dateFunctions: readonly string[] = [...DATE_PARTS, ...TIME_ONLY].map(soqlFunction);

/** SOQL's name of a function that an aggregate offers. */
export function soqlFunction(name: string): string {
  return FUNCTIONS[name] ?? name.toUpperCase();
}

/** Names of the functions that a field's aggregate offers beside its `value`; undefined for fields that are not aggregated. */
export function aggregateFunctions(field: Field): readonly string[] | undefined {
  switch (field.type) {
    case 'boolean':
      return ['grouping'];
    case 'int':
      return [...MEASURED, 'grouping'];
    case 'double':
    case 'currency':
    case 'percent':
      return MEASURED;
    case 'date':
      return [...COMPARED, ...DATE_PARTS, 'grouping'];
    case 'datetime':
      return [...COMPARED, ...DATE_PARTS, ...TIME_ONLY];
    case 'time':
      return undefined;
    default:
      return isAggregatable(field) ? [...COMPARED, 'grouping'] : undefined;
  }
}

/** How a field may be grouped by: by its value, by a date function, or not at all. */
export function groupings(field: Field): { readonly byValue: boolean; readonly byFunction: boolean } {
  return {
    byValue: isGroupable({ type: field.type, field }),
    byFunction: field.type === 'date' || field.type === 'datetime',
  };
}
