import type { DashboardComponent } from '../../metadata/reports/dashboardTypes.ts';
import type { ChartUnits } from '../../metadata/reports/chartWords.ts';
import type { ColumnNames } from '../wire/columnNames.ts';
import type { ComponentPlan } from './componentPlan.ts';
import type { TableColumnPlan } from './tablePlan.ts';

const units: Readonly<Record<ChartUnits, string>> = {
  Auto: 'auto',
  Integer: 'whole',
  Hundreds: 'hundreds',
  Thousands: 'thousands',
  Millions: 'millions',
  Billions: 'billions',
  Trillions: 'trillions',
};

/** `properties` of a component that shows a report ("Dashboard Results"). */
export function componentProperties(plan: ComponentPlan, names: ColumnNames): Record<string, unknown> {
  const { component, report, visualization, aggregates, orders } = plan;
  return {
    aggregates: aggregates.map((name) => ({ name })),
    autoSelectColumns: component.autoselectColumnsFromReport,
    drillUrl: component.drillDownUrl ?? null,
    filterColumns: component.dashboardFilterColumns.map(({ column }) => ({
      label: names.column(column)?.label ?? names.nameOf(column),
      name: names.nameOf(column),
    })),
    groupings:
      orders.length === 0
        ? null
        : orders.map(({ column, aggregate, descending }) => ({
            inheritedReportSort: null,
            name: names.nameOf(column),
            sortAggregate: aggregate ?? null,
            sortOrder: descending ? 'Desc' : 'Asc',
          })),
    maxRows: plan.most ?? null,
    reportFormat: report.definition.format.toUpperCase(),
    sort: sortJson(plan, names),
    useReportChart: component.useReportChart,
    visualizationProperties: visualizationProperties(plan),
    visualizationType: visualization.type,
  };
}

/** Only tables of details say by which column they are sorted; groups say so themselves. */
function sortJson({ details, report }: ComponentPlan, names: ColumnNames): unknown {
  const [sort] = report.definition.sortBy;
  return !details || sort === undefined ? null : { column: names.nameOf(sort.column), sortOrder: sort.sortOrder, type: 'label' };
}

function visualizationProperties(plan: ComponentPlan): Record<string, unknown> {
  const { component, visualization } = plan;
  const common = {
    decimalPrecision: component.decimalPrecision ?? -1,
    displayUnits: component.displayUnits === undefined ? 'auto' : units[component.displayUnits],
  };
  switch (visualization.type) {
    case 'Metric':
      return { ...common, breakPoints: metricBreakPoints(plan), metricLabel: component.metricLabel ?? null };
    case 'Gauge':
      return {
        ...common,
        breakPoints: gaugeBreakPoints(plan),
        showPercentages: component.showPercentage,
        showRange: component.showRange,
        showTotal: component.showTotal,
      };
    case 'Table':
      return { ...common, breakPoints: metricBreakPoints(plan), tableColumns: plan.tableColumns.map(tableColumnJson) };
    case 'FlexTable':
      return {
        ...common,
        decimalPrecision: component.flexComponentProperties?.decimalPrecision ?? common.decimalPrecision,
        breakPoints: flexBreakPoints(component),
        flexTableType: plan.details ? 'tabular' : 'summary',
        showChatterPhotos: component.flexComponentProperties?.hideChatterPhotos === false,
        tableColumns: plan.tableColumns.map(tableColumnJson),
      };
    default:
      return { ...common, ...chartProperties(plan) };
  }
}

function chartProperties({ component, visualization, aggregates }: ComponentPlan): Record<string, unknown> {
  return {
    ...(visualization.withLine
      ? { aggregateVisualizationInfos: aggregates.slice(1).map(() => ({ axis: 'Y2', visualizationType: 'Line' })) }
      : {}),
    axisRange: {
      max: component.chartAxisRangeMax ?? null,
      min: component.chartAxisRangeMin ?? null,
      rangeType: (component.chartAxisRange ?? 'Auto').toLowerCase(),
    },
    combineSmallGroups: component.expandOthers,
    groupByType: visualization.groupByType,
    legendPosition: component.legendPosition ?? null,
    showPercentages: component.showPercentage,
    showTotal: component.showTotal,
    showValues: component.showValues,
    sortLegendValues: component.sortLegendValues,
  };
}

interface Break {
  readonly color: string | null;
  readonly lowerBound: number | null;
  readonly upperBound: number | null;
}

/** Three ranges without ends; none when the component sets no limits. */
function metricBreakPoints({ component, aggregates }: ComponentPlan): readonly unknown[] {
  const { indicatorBreakpoint1: first, indicatorBreakpoint2: second } = component;
  if (first === undefined && second === undefined) return [];
  return [
    {
      aggregateName: aggregates[0] ?? 'RowCount',
      breaks: ranges(component, [null, first ?? second ?? null, second ?? first ?? null, null]),
    },
  ];
}

/** Three ranges from the least to the greatest value of the scale. */
function gaugeBreakPoints({ component, aggregates }: ComponentPlan): readonly unknown[] {
  const { gaugeMin, gaugeMax, indicatorBreakpoint1: first, indicatorBreakpoint2: second } = component;
  const bounds = [gaugeMin ?? null, first ?? gaugeMin ?? null, second ?? gaugeMax ?? null, gaugeMax ?? null];
  return [{ aggregateName: aggregates[0] ?? 'RowCount', breaks: ranges(component, bounds) }];
}

function ranges(component: DashboardComponent, bounds: readonly (number | null)[]): readonly Break[] {
  const colors = [component.indicatorLowColor, component.indicatorMiddleColor, component.indicatorHighColor];
  return colors.map((color, place) => ({
    color: color?.replace('#', '').toLowerCase() ?? null,
    lowerBound: bounds[place] ?? null,
    upperBound: bounds[place + 1] ?? null,
  }));
}

function flexBreakPoints({ flexComponentProperties }: DashboardComponent): readonly unknown[] {
  return (flexComponentProperties?.flexTableColumn ?? [])
    .filter(({ breakPoint1, breakPoint2 }) => breakPoint1 !== undefined || breakPoint2 !== undefined)
    .map(({ reportColumn, breakPoint1 = null, breakPoint2 = null, lowRangeColor, midRangeColor, highRangeColor }) => ({
      aggregateName: reportColumn,
      breaks: [
        { color: colorText(lowRangeColor), lowerBound: null, upperBound: breakPoint1 },
        { color: colorText(midRangeColor), lowerBound: breakPoint1, upperBound: breakPoint2 },
        { color: colorText(highRangeColor), lowerBound: breakPoint2, upperBound: null },
      ],
    }));
}

/** Metadata has colours of Lightning tables as whole numbers. */
function colorText(color: number | undefined): string | null {
  return color === undefined ? null : color.toString(16).padStart(6, '0');
}

function tableColumnJson({ column, type, isPercent, scale, showTotal, showSubTotal }: TableColumnPlan): unknown {
  return { column, isPercent, scale, showSubTotal, showTotal, type };
}
