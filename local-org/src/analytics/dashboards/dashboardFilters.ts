import type { Dashboard, DashboardComponent, DashboardFilterOption } from '../../metadata/reports/dashboardTypes.ts';
import type { ReportFilter } from '../../reports/types.ts';
import { normaliseId } from '../../storage/ids.ts';
import { badRequest } from '../analyticsErrors.ts';
import { filterId, optionId } from './componentIds.ts';

/** For each filter of a dashboard the place of the option that is set; undefined for none. */
export type SelectedOptions = readonly (number | undefined)[];

/** Filters that a request can set. */
const MOST_FILTERS = 3;

/**
 * The options that a request sets as `filter1` to `filter3`.
 * @throws SalesforceError BAD_REQUEST for one that the dashboard does not have
 */
export function selectedOptions(
  dashboardId: string,
  dashboard: Dashboard,
  parameter: (name: string) => string | undefined,
): SelectedOptions {
  const selected = dashboard.dashboardFilters.map((filter, place) => {
    const given = parameter(`filter${place + 1}`);
    if (given === undefined) return undefined;
    const id = normaliseId(given);
    const option = filter.dashboardFilterOptions.findIndex((_option, number) => optionId(dashboardId, place, number) === id);
    if (option < 0) throw invalidFilter();
    return option;
  });
  for (let place = dashboard.dashboardFilters.length; place < MOST_FILTERS; place += 1) {
    if (parameter(`filter${place + 1}`) !== undefined) throw invalidFilter();
  }
  return selected;
}

function invalidFilter(): Error {
  return badRequest('The selected filter item isn’t valid.');
}

/** What the set options ask of a component's report. */
export function componentFilters(dashboard: Dashboard, component: DashboardComponent, selected: SelectedOptions): readonly ReportFilter[] {
  return dashboard.dashboardFilters.flatMap((filter, place) => {
    const chosen = selected[place];
    const option = chosen === undefined ? undefined : filter.dashboardFilterOptions[chosen];
    const column = component.dashboardFilterColumns[place]?.column;
    return option === undefined || column === undefined ? [] : conditionsOf(column, option);
  });
}

/** `between` takes its lower end in and leaves its upper one out. */
function conditionsOf(column: string, { operator, values }: DashboardFilterOption): readonly ReportFilter[] {
  const [first = '', second = ''] = values;
  if (operator !== 'between') return [{ column, operator, value: first }];
  return [
    { column, operator: 'greaterOrEqual' as const, value: first },
    { column, operator: 'lessThan' as const, value: second },
  ].filter(({ value }) => value !== '');
}

/** `filters` of a dashboard's metadata. */
export function filtersToJson(dashboardId: string, dashboard: Dashboard, selected: SelectedOptions): readonly unknown[] {
  return dashboard.dashboardFilters.map(({ name, dashboardFilterOptions }, place) => ({
    errorMessage: null,
    id: filterId(dashboardId, place),
    name,
    options: dashboardFilterOptions.map(({ operator, values }, number) => ({
      alias: null,
      endValue: operator === 'between' ? (values[1] ?? null) : null,
      id: optionId(dashboardId, place, number),
      operation: operator,
      startValue: operator === 'between' ? (values[0] ?? null) : null,
      value: operator === 'between' ? null : (values[0] ?? null),
    })),
    selectedOption: selected[place] ?? null,
  }));
}
