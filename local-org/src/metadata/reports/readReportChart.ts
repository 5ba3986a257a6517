import type { ShapeReader } from '../shapeReader.ts';
import { chartLegendPositions, chartPositions, chartRangeTypes, chartTypes, reportChartSizes } from './chartWords.ts';
import { present, readChartSummary, requiredWord } from './readParts.ts';
import type { ReportChart } from './reportTypes.ts';

/** The chart of a report. Colours and sizes of text are the page's own. */
export function readReportChart(reader: ShapeReader): ReportChart {
  reader.harmless('backgroundColor1', 'backgroundColor2', 'backgroundFadeDir', 'textColor', 'textSize', 'titleColor', 'titleSize');
  return {
    line: reader.line,
    chartType: requiredWord(reader, 'chartType', chartTypes, 'None'),
    chartSummaries: reader.each('chartSummaries', readChartSummary),
    enableHoverLabels: reader.flag('enableHoverLabels'),
    expandOthers: reader.flag('expandOthers'),
    showAxisLabels: reader.flag('showAxisLabels'),
    showPercentage: reader.flag('showPercentage'),
    showTotal: reader.flag('showTotal'),
    showValues: reader.flag('showValues'),
    ...present({
      groupingColumn: reader.text('groupingColumn'),
      secondaryGroupingColumn: reader.text('secondaryGroupingColumn'),
      title: reader.text('title'),
      legendPosition: reader.oneOf('legendPosition', chartLegendPositions),
      location: reader.oneOf('location', chartPositions),
      size: reader.oneOf('size', reportChartSizes),
      summaryAxisRange: reader.oneOf('summaryAxisRange', chartRangeTypes),
      summaryAxisManualRangeStart: reader.number('summaryAxisManualRangeStart'),
      summaryAxisManualRangeEnd: reader.number('summaryAxisManualRangeEnd'),
    }),
  };
}
