import { chartKind, chartModel, chartStacking, type ChartModel } from './chartModel.ts';
import type { WireResult } from './wire.ts';

/** The chart that a report has; undefined where it has none, or nothing to draw. */
export function reportChart(result: WireResult, locale: string): ChartModel | undefined {
  const { chart, name } = result.reportMetadata;
  if (chart === null || chart === undefined || chart.chartType === 'None') return undefined;
  return chartModel(result, {
    kind: chartKind(chart.chartType),
    stacking: chartStacking(chart.chartType, undefined),
    isCumulative: /cumulative/iu.test(chart.chartType),
    groupings: chart.groupings ?? [],
    aggregates: chart.summaries ?? [],
    title: chart.title ?? name,
    showsValues: chart.showChartValues ?? true,
    locale,
  });
}
