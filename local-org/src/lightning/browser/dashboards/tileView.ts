import { chartKind, chartModel, chartStacking, type ChartModel } from '../reports/chartModel.ts';
import { aggregateColumn, aggregatesAt, numberIn } from '../reports/facts.ts';
import { matrixTable } from '../reports/matrixTable.ts';
import { reportChart } from '../reports/reportChart.ts';
import { groupTable, type ReportTable, type TableWords } from '../reports/tableModel.ts';
import type { WireComponent, WireComponentData, WireResult } from '../reports/wire.ts';

/** One figure: what it is, what it comes to, and how it is written. */
export interface Figure {
  readonly label: string;
  readonly value: number | undefined;
  readonly text: string;
}

/** What a component of a dashboard draws. */
export type TileView =
  | { readonly kind: 'chart'; readonly model: ChartModel }
  | { readonly kind: 'metric'; readonly figure: Figure }
  | { readonly kind: 'gauge'; readonly figure: Figure }
  | { readonly kind: 'table'; readonly table: ReportTable; readonly isList: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'problem'; readonly text: string }
  | { readonly kind: 'nothing' };

/** What to draw of a component and of what its report says. */
export function tileView(
  component: WireComponent,
  data: WireComponentData | undefined,
  words: TableWords & { readonly locale: string },
): TileView {
  const { text, visualizationType = 'Table' } = component.properties;
  if (text !== undefined) return { kind: 'text', text };
  if (data?.status.dataStatus === 'ERROR') return { kind: 'problem', text: data.status.errorMessage ?? '' };
  const result = data?.reportResult ?? undefined;
  if (result === undefined) return { kind: 'nothing' };
  switch (visualizationType.toLowerCase()) {
    case 'metric':
      return { kind: 'metric', figure: figureOf(component, result) };
    case 'gauge':
      return { kind: 'gauge', figure: figureOf(component, result) };
    case 'table':
    case 'flextable':
      return tableView(result, words);
    default:
      return chartView(component, result, words.locale);
  }
}

/** The total of the aggregate that a component shows. */
function figureOf({ properties }: WireComponent, result: WireResult): Figure {
  const asked = properties.aggregates?.[0]?.name ?? result.reportMetadata.aggregates[0] ?? '';
  const index = Math.max(0, result.reportMetadata.aggregates.indexOf(asked));
  const cell = aggregatesAt(result, 'T', 'T')[index];
  const label = properties.visualizationProperties?.metricLabel ?? '';
  return { label: label === '' ? aggregateColumn(result, asked).label : label, value: numberIn(cell), text: cell?.label ?? '-' };
}

function tableView(result: WireResult, words: TableWords): TileView {
  const { groupingsDown, groupingsAcross } = result.reportMetadata;
  const none = new Set<string>();
  const table = groupingsAcross.length > 0 ? matrixTable(result, none, words) : groupTable(result, none, words);
  return { kind: 'table', table, isList: groupingsDown.length === 0 && groupingsAcross.length === 0 };
}

function chartView({ properties, header, title }: WireComponent, result: WireResult, locale: string): TileView {
  const { visualizationType = 'Bar', visualizationProperties: drawing, useReportChart } = properties;
  const own = useReportChart === true ? reportChart(result, locale) : undefined;
  const groupBy = drawing?.groupByType;
  const model =
    own ??
    chartModel(result, {
      kind: chartKind(visualizationType),
      stacking: chartStacking(visualizationType, groupBy),
      isCumulative: /cumulative/iu.test(`${visualizationType} ${groupBy ?? ''}`),
      groupings: (properties.groupings ?? []).map(({ name }) => name),
      aggregates: (properties.aggregates ?? []).map(({ name }) => name),
      title: header ?? title ?? result.reportMetadata.name,
      showsValues: drawing?.showValues ?? true,
      locale,
    });
  return model === undefined ? { kind: 'nothing' } : { kind: 'chart', model };
}
