import type { DashboardComponent } from '../../metadata/reports/dashboardTypes.ts';
import type { ReportGrouping } from '../../reports/types.ts';
import type { ColumnNames } from '../wire/columnNames.ts';

/** The order of the groups of one level. */
export interface GroupOrder {
  readonly column: string;
  /** By this figure; undefined: by the groups' own values. */
  readonly aggregate: string | undefined;
  readonly descending: boolean;
}

/**
 * How a component sorts the groups of a level: as it says for the level, as it
 * says for all, or as the report does.
 * @param figure the component's first figure
 */
export function groupOrder(
  component: DashboardComponent,
  grouping: ReportGrouping,
  level: number,
  figure: string,
  names: ColumnNames,
): GroupOrder {
  const { column } = grouping;
  const own = component.groupingSortProperties.find(({ groupingLevel }) => groupingLevel === `g${level + 1}`);
  const asReport: GroupOrder = { column, aggregate: grouping.sortAggregate, descending: grouping.sortOrder === 'Desc' };
  if (own?.inheritedReportGroupingSort !== undefined)
    return own.inheritedReportGroupingSort === 'd' ? { ...asReport, descending: !asReport.descending } : asReport;
  if (own?.sortOrder !== undefined) {
    const aggregate = own.sortColumn === undefined ? undefined : aggregateNamed(own.sortColumn, grouping, figure, names);
    return { column, aggregate, descending: own.sortOrder === 'd' };
  }
  const ofTable = tableSort(component);
  if (ofTable !== undefined && (level === 0 || names.nameOf(ofTable.column) === names.nameOf(column)))
    return { column, aggregate: aggregateNamed(ofTable.column, grouping, figure, names), descending: ofTable.descending };
  if (component.sortBy === undefined || level > 0) return asReport;
  return {
    column,
    aggregate: component.sortBy.startsWith('RowValue') ? figure : undefined,
    descending: component.sortBy.endsWith('Descending'),
  };
}

/** By which column a Lightning table is sorted; `1` is ascending. */
export function tableSort({
  flexComponentProperties,
}: DashboardComponent): { readonly column: string; readonly descending: boolean } | undefined {
  const { sortColumn, sortOrder } = flexComponentProperties?.flexTableSortInfo ?? {};
  return sortColumn === undefined ? undefined : { column: sortColumn, descending: sortOrder !== undefined && sortOrder !== '1' };
}

/** The figure that a sort names; undefined when it names the grouping itself. */
function aggregateNamed(sortColumn: string, { column }: ReportGrouping, figure: string, names: ColumnNames): string | undefined {
  if (names.nameOf(sortColumn) === names.nameOf(column)) return undefined;
  if (/^(?:[a-z]+!|RowCount$|FORMULA)/u.test(sortColumn)) return names.aggregateName(sortColumn);
  return figure.endsWith(`!${names.nameOf(sortColumn)}`) ? figure : names.aggregateName(`s!${sortColumn}`);
}
