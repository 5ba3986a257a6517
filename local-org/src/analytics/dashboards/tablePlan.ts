import type { DashboardComponent } from '../../metadata/reports/dashboardTypes.ts';
import type { ReportGrouping } from '../../reports/types.ts';
import type { RunnableReport } from '../runnableReport.ts';
import { figureOf } from '../wire/chartJson.ts';
import type { ColumnNames } from '../wire/columnNames.ts';
import { isSame } from './componentPlan.ts';
import type { Visualization } from './visualizationTypes.ts';

/** A column of a table component. */
export interface TableColumnPlan {
  /** As the Analytics API names it. */
  readonly column: string;
  readonly type: 'detail' | 'aggregate' | 'grouping';
  readonly isPercent: boolean;
  readonly scale: number | null;
  readonly showTotal: boolean;
  readonly showSubTotal: boolean;
}

/** What a table shows of its report. */
export interface TablePlan {
  readonly columns: readonly TableColumnPlan[];
  readonly groupings: readonly ReportGrouping[];
  readonly aggregates: readonly string[];
  readonly details: boolean;
  readonly detailColumns: readonly string[] | undefined;
}

/** Figures that a table chooses for itself at most. */
const MOST_CHOSEN = 3;

/** What a table component shows; undefined for other components. */
export function tablePlan(
  component: DashboardComponent,
  { type }: Visualization,
  report: RunnableReport,
  names: ColumnNames,
): TablePlan | undefined {
  if (type !== 'Table' && type !== 'FlexTable') return undefined;
  const own = type === 'Table' ? classicColumns(component, report, names) : flexColumns(component, names);
  const columns = own.length > 0 ? own : reportColumns(report, names);
  const details = columns.some((column) => column.type === 'detail');
  const all = [...report.definition.groupingsDown, ...report.definition.groupingsAcross];
  return {
    columns,
    groupings: columns.flatMap((column) =>
      column.type === 'grouping' ? (all.find((grouping) => isSame(names.nameOf(grouping.column), column.column)) ?? []) : [],
    ),
    aggregates: columns.filter((column) => column.type === 'aggregate').map(({ column }) => column),
    details,
    detailColumns: details ? columns.filter((column) => column.type === 'detail').map(({ column }) => column) : undefined,
  };
}

function classicColumns(component: DashboardComponent, report: RunnableReport, names: ColumnNames): readonly TableColumnPlan[] {
  return component.dashboardTableColumn.map((given) => {
    const isGroup = isGrouping(given.column, report, names);
    const aggregate = given.aggregateType === undefined ? {} : { aggregate: given.aggregateType };
    return {
      column: isGroup ? names.nameOf(given.column) : figureOf({ ...aggregate, column: given.column }, names),
      type: isGroup ? 'grouping' : 'aggregate',
      isPercent: given.calculatePercent,
      scale: given.decimalPlaces ?? null,
      showTotal: given.showTotal,
      showSubTotal: given.showSubTotal,
    };
  });
}

function flexColumns(component: DashboardComponent, names: ColumnNames): readonly TableColumnPlan[] {
  return (component.flexComponentProperties?.flexTableColumn ?? []).map(({ reportColumn, type, showTotal, showSubTotal }) => ({
    column: type === 'aggregate' ? names.aggregateName(reportColumn) : names.nameOf(reportColumn),
    type: type === 'aggregate' || type === 'grouping' ? type : 'detail',
    isPercent: false,
    scale: null,
    showTotal,
    showSubTotal,
  }));
}

/** The columns of the report itself: those of its rows, or its groups with the first figures. */
function reportColumns({ definition }: RunnableReport, names: ColumnNames): readonly TableColumnPlan[] {
  const plain = { isPercent: false, scale: null, showTotal: false, showSubTotal: false };
  if (definition.format === 'tabular')
    return definition.detailColumns.map((column) => ({ ...plain, column: names.nameOf(column), type: 'detail' as const }));
  const groupings = [...definition.groupingsDown, ...definition.groupingsAcross].slice(0, 2);
  return [
    ...groupings.map(({ column }) => ({ ...plain, column: names.nameOf(column), type: 'grouping' as const })),
    ...definition.aggregates
      .slice(0, MOST_CHOSEN)
      .map((aggregate) => ({ ...plain, column: names.aggregateName(aggregate), type: 'aggregate' as const })),
  ];
}

function isGrouping(column: string, { definition }: RunnableReport, names: ColumnNames): boolean {
  return [...definition.groupingsDown, ...definition.groupingsAcross].some(
    (grouping) => names.nameOf(grouping.column) === names.nameOf(column),
  );
}
