import type { Dashboard, DashboardComponent, DashboardGridComponent } from '../../metadata/reports/dashboardTypes.ts';

/** The components of a dashboard in the order in which the Analytics API numbers them: by row and column, or column by column. */
export function componentsOf(dashboard: Dashboard): readonly DashboardComponent[] {
  if (dashboard.dashboardGridLayout !== undefined)
    return gridOf(dashboard.dashboardGridLayout.dashboardGridComponents).map(({ dashboardComponent }) => dashboardComponent);
  return sectionsOf(dashboard).flat();
}

/** `layout`: where each component stands. */
export function layoutToJson(dashboard: Dashboard): unknown {
  const grid = dashboard.dashboardGridLayout;
  if (grid !== undefined) {
    return {
      components: gridOf(grid.dashboardGridComponents).map(({ colSpan, columnIndex, rowIndex, rowSpan }) => ({
        colspan: colSpan,
        column: columnIndex,
        row: rowIndex,
        rowspan: rowSpan,
      })),
      gridLayout: true,
      numColumns: grid.numberOfColumns,
      rowHeight: grid.rowHeight,
    };
  }
  let place = 0;
  const columns = sectionsOf(dashboard).map((section) => ({
    components: section.map(() => {
      place += 1;
      return place - 1;
    }),
  }));
  return { columns, gridLayout: false };
}

function gridOf(components: readonly DashboardGridComponent[]): readonly DashboardGridComponent[] {
  return components.toSorted((one, other) => one.rowIndex - other.rowIndex || one.columnIndex - other.columnIndex);
}

function sectionsOf({ leftSection, middleSection, rightSection }: Dashboard): readonly (readonly DashboardComponent[])[] {
  return [leftSection, middleSection, rightSection].filter((section) => section !== undefined).map(({ components }) => components);
}
