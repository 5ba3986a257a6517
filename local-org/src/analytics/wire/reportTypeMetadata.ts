import type { ReportDefinition, ReportTypeDescription } from '../../reports/types.ts';
import { columnJson } from './columnJson.ts';
import { durationGroupsToJson, type DurationDays } from './dateFilterJson.ts';
import { filterOperators } from './filterOperators.ts';

const granularities = [
  ['Day', 'Day'],
  ['Week', 'Calendar Week'],
  ['Month', 'Calendar Month'],
  ['Quarter', 'Calendar Quarter'],
  ['Year', 'Calendar Year'],
  ['FiscalQuarter', 'Fiscal Quarter'],
  ['FiscalYear', 'Fiscal Year'],
  ['MonthInYear', 'Calendar Month in Year'],
  ['DayInMonth', 'Calendar Day in Month'],
] as const;

/** `reportTypeMetadata`: the columns of a report type, and how they can be filtered and grouped ("Describe"). */
export function reportTypeMetadata(
  type: ReportTypeDescription | undefined,
  { rowFormulas }: ReportDefinition,
  days: DurationDays,
): unknown {
  const sections = (type?.sections ?? []).map(({ label, columns }) => ({
    columns: Object.fromEntries(columns.map((column) => [column.name, columnJson(column)])),
    label,
  }));
  const formulas = rowFormulas.map(({ name, label, dataType }) => [name, formulaJson(label, dataType)] as const);
  const ofRows = formulas.length === 0 ? [] : [{ columns: Object.fromEntries(formulas), label: 'Row-Level Formula' }];
  return {
    categories: [...sections, ...ofRows],
    dataTypeFilterOperatorMap: filterOperators,
    dateGranularityInfos: granularities.map(([value, label]) => ({ label, name: value, value })),
    divisionInfo: null,
    objects: [],
    scopeInfo: {
      defaultValue: 'organization',
      values: [
        { allowsDivision: false, label: `All ${type?.label ?? 'records'}`, value: 'organization' },
        { allowsDivision: false, label: `My ${type?.label ?? 'records'}`, value: 'user' },
      ],
    },
    standardDateFilterDurationGroups: durationGroupsToJson(days),
    standardFilterInfos: {},
    supportsJoinedFormat: false,
  };
}

/** A formula of each row is told as a column that nothing can be made of. */
function formulaJson(label: string, dataType: string): unknown {
  return {
    ...columnJson({ name: 'CDF1', token: 'CDF1', label, type: 'string', filterable: false, groupable: false, summable: false }),
    allowedInCustomDetailFormula: false,
    dataType: dataType === 'number' ? 'double' : dataType,
    filterValues: null,
    inactiveFilterValues: null,
    isLookup: false,
  };
}
