import type { AnalyticsMetadata } from '../../../metadata/reports/analyticsMetadata.ts';
import type { Dashboard, DashboardComponent, DashboardGridLayout } from '../../../metadata/reports/dashboardTypes.ts';
import type { Tell } from '../../../metadata/tell.ts';
import type { Schema } from '../../../schema/types.ts';
import { checkComponent } from './dashboardComponents.ts';
import { checkDescription, checkLength, checkUniqueNames } from './names.ts';

/** Help, "Reports and Dashboards Limits and Allocations". */
const MOST_COMPONENTS = 20;
const MOST_FILTERS = 5;
const MOST_OPTIONS = 50;
const LONGEST_TITLE = 80;
const MOST_COLUMNS = 12;

/** Checks dashboards: their grid, their filters, and that their components draw what their reports have. */
export function checkDashboards(analytics: AnalyticsMetadata, schema: Schema, tell: Tell): void {
  checkUniqueNames('dashboard', analytics.dashboards.values(), tell);
  for (const dashboard of analytics.dashboards.values()) {
    checkLength(dashboard, 'title', dashboard.title, LONGEST_TITLE, tell);
    checkDescription(dashboard, tell);
    const components = componentsOf(dashboard);
    const problem = (message: string, line = dashboard.line): void => tell({ file: dashboard.file, line, message });
    if (dashboard.dashboardType === 'MyTeamUser') problem('the dashboard type MyTeamUser is not run by local-org');
    if (components.length > MOST_COMPONENTS)
      problem(`A dashboard has at most ${MOST_COMPONENTS} components, this one ${components.length}`);
    checkFilters(dashboard, problem);
    if (dashboard.dashboardGridLayout !== undefined) checkGrid(dashboard.dashboardGridLayout, problem);
    for (const component of components) checkComponent(component, dashboard, { analytics, schema, tell });
  }
}

/** All components, in the order of reading. */
export function componentsOf(dashboard: Dashboard): readonly DashboardComponent[] {
  const { dashboardGridLayout, leftSection, middleSection, rightSection } = dashboard;
  const inGrid = dashboardGridLayout?.dashboardGridComponents.map(({ dashboardComponent }) => dashboardComponent) ?? [];
  return [...inGrid, ...[leftSection, middleSection, rightSection].flatMap((section) => section?.components ?? [])];
}

type Problem = (message: string, line?: number) => void;

function checkFilters({ dashboardFilters }: Dashboard, problem: Problem): void {
  if (dashboardFilters.length > MOST_FILTERS)
    problem(`A dashboard has at most ${MOST_FILTERS} filters, this one ${dashboardFilters.length}`);
  for (const { name, dashboardFilterOptions, line } of dashboardFilters) {
    if (dashboardFilterOptions.length === 0) problem(`The filter ${name} has no values to choose from`, line);
    if (dashboardFilterOptions.length > MOST_OPTIONS) problem(`The filter ${name} has more than ${MOST_OPTIONS} values`, line);
    for (const option of dashboardFilterOptions) {
      const wanted = option.operator === 'between' ? 2 : 1;
      if (option.values.length !== wanted)
        problem(`The operator ${option.operator} takes ${wanted === 1 ? 'one value' : 'two values'}`, option.line);
    }
  }
}

/** Components lie inside the grid and not on each other. */
function checkGrid({ numberOfColumns, rowHeight, dashboardGridComponents, line }: DashboardGridLayout, problem: Problem): void {
  if (!isWhole(numberOfColumns, 1) || numberOfColumns > MOST_COLUMNS) problem(`A grid has 1 to ${MOST_COLUMNS} columns`, line);
  if (!isWhole(rowHeight, 1)) problem('<rowHeight> is a number of pixels', line);
  const taken = new Map<string, number>();
  for (const { colSpan, columnIndex, rowIndex, rowSpan, line: at } of dashboardGridComponents) {
    const isPlaced = isWhole(colSpan, 1) && isWhole(rowSpan, 1) && isWhole(columnIndex, 0) && isWhole(rowIndex, 0);
    if (!isPlaced || columnIndex + colSpan > numberOfColumns || rowSpan > mostRows) {
      problem('The component does not lie inside the grid', at);
      continue;
    }
    const cells = cellsOf(columnIndex, colSpan, rowIndex, rowSpan);
    const other = cells.map((cell) => taken.get(cell)).find((known) => known !== undefined);
    if (other !== undefined) problem(`The component lies on the one of line ${other}`, at);
    for (const cell of cells) taken.set(cell, at);
  }
}

/** Higher than any page is read. */
const mostRows = 1000;

function isWhole(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}

function cellsOf(column: number, width: number, row: number, height: number): readonly string[] {
  return Array.from({ length: width * height }, (_, index) => `${column + (index % width)} ${row + Math.floor(index / width)}`);
}
