import type { ShapeReader } from '../shapeReader.ts';
import { chartLegendPositions, chartRangeTypes, chartThemes, chartUnits } from './chartWords.ts';
import type { DashboardComponent, DashboardComponentGroupingSort } from './dashboardTypes.ts';
import { dashboardComponentFilters, dashboardComponentTypes } from './dashboardWords.ts';
import { readFlexTable, readTableColumn } from './readDashboardTable.ts';
import { present, readChartSummary, requiredWord, texts } from './readParts.ts';

/** One component of a dashboard. */
export function readDashboardComponent(reader: ShapeReader): DashboardComponent {
  const componentType = requiredWord(reader, 'componentType', dashboardComponentTypes, 'Table');
  reader.describeAs(`${componentType} ${reader.text('header') ?? reader.text('title') ?? reader.text('report') ?? ''}`.trim());
  // Pictures of people, and links out of a page of another kind.
  reader.harmless('showPicturesOnCharts', 'showPicturesOnTables');
  reader.refuse('dashboardDynamicValues', 'page', 'pageHeightInPixels', 'scontrol', 'scontrolHeightInPixels');
  return {
    line: reader.line,
    componentType,
    autoselectColumnsFromReport: reader.flag('autoselectColumnsFromReport'),
    useReportChart: reader.flag('useReportChart'),
    chartSummary: reader.each('chartSummary', readChartSummary),
    groupingColumn: texts(reader, 'groupingColumn'),
    groupingSortProperties: reader.one('groupingSortProperties', (sorts) => sorts.each('groupingSorts', readGroupingSort)) ?? [],
    dashboardTableColumn: reader.each('dashboardTableColumn', readTableColumn),
    dashboardFilterColumns: reader.each('dashboardFilterColumns', (column) => ({
      line: column.line,
      column: column.requiredText('column'),
    })),
    ...readFlags(reader),
    ...readTexts(reader),
    ...readScales(reader),
    ...present({
      richText: reader.each('dashboardComponentContents', readContent).find((text) => text !== undefined),
      flexComponentProperties: reader.one('flexComponentProperties', readFlexTable),
    }),
  };
}

function readFlags(reader: ShapeReader) {
  return {
    sortLegendValues: reader.flag('sortLegendValues'),
    drillEnabled: reader.flag('drillEnabled'),
    drillToDetailEnabled: reader.flag('drillToDetailEnabled'),
    enableHover: reader.flag('enableHover'),
    expandOthers: reader.flag('expandOthers'),
    showPercentage: reader.flag('showPercentage'),
    showRange: reader.flag('showRange'),
    showTotal: reader.flag('showTotal'),
    showValues: reader.flag('showValues'),
  };
}

function readTexts(reader: ShapeReader) {
  return present({
    report: reader.text('report'),
    header: reader.text('header'),
    title: reader.text('title'),
    footer: reader.text('footer'),
    metricLabel: reader.text('metricLabel'),
    drillDownUrl: reader.text('drillDownUrl'),
    indicatorLowColor: reader.text('indicatorLowColor'),
    indicatorMiddleColor: reader.text('indicatorMiddleColor'),
    indicatorHighColor: reader.text('indicatorHighColor'),
    sortBy: reader.oneOf('sortBy', dashboardComponentFilters),
    legendPosition: reader.oneOf('legendPosition', chartLegendPositions),
    componentChartTheme: reader.oneOf('componentChartTheme', chartThemes),
  });
}

function readScales(reader: ShapeReader) {
  return present({
    maxValuesDisplayed: reader.number('maxValuesDisplayed'),
    chartAxisRange: reader.oneOf('chartAxisRange', chartRangeTypes),
    chartAxisRangeMin: reader.number('chartAxisRangeMin'),
    chartAxisRangeMax: reader.number('chartAxisRangeMax'),
    decimalPrecision: reader.number('decimalPrecision'),
    displayUnits: reader.oneOf('displayUnits', chartUnits),
    gaugeMin: reader.number('gaugeMin'),
    gaugeMax: reader.number('gaugeMax'),
    indicatorBreakpoint1: reader.number('indicatorBreakpoint1'),
    indicatorBreakpoint2: reader.number('indicatorBreakpoint2'),
  });
}

function readGroupingSort(reader: ShapeReader): DashboardComponentGroupingSort {
  return {
    line: reader.line,
    groupingLevel: reader.requiredText('groupingLevel'),
    ...present({
      inheritedReportGroupingSort: reader.text('inheritedReportGroupingSort'),
      sortColumn: reader.text('sortColumn'),
      sortOrder: reader.text('sortOrder'),
    }),
  };
}

/** Words are shown; pictures lie in files that are none of the dashboard's. */
function readContent(reader: ShapeReader): string | undefined {
  reader.harmless('altText', 'tooltip', 'fit', 'horizontalAlignment', 'verticalAlignment');
  reader.refuse('additionalInfo', 'componentParameters', 'fileName');
  return reader.text('richTextContent');
}
