import type { FactCell, ReportGroup, ReportResult } from '../../reports/types.ts';
import type { RunnableReport } from '../runnableReport.ts';
import { sheetCell, type SheetCell } from './csvText.ts';
import { detailsSheet } from './detailsSheet.ts';

/** "Formatted report": its name, what it means and when it was run, then the groups with their figures and totals. */
export function formattedSheet(report: RunnableReport, result: ReportResult, asOf: string): readonly (readonly SheetCell[])[] {
  const about = [report.name, report.description ?? '', asOf].filter((text) => text !== '').map((text): readonly SheetCell[] => [{ text }]);
  const body = result.groupingsDown.length + result.groupingsAcross.length === 0 ? tabular(result) : groupedRows(report, result);
  return [...about, [], ...body];
}

function tabular(result: ReportResult): readonly (readonly SheetCell[])[] {
  const total = result.factMap.get('T!T');
  const figures = result.aggregates.map(({ label, type }, place): readonly SheetCell[] => [
    { text: label },
    figureCell(total, place, type),
  ]);
  return [...detailsSheet(result), [], ...figures];
}

/** A column for each grouping of rows, then for each group of columns, and for their total, all figures. */
function groupedRows({ definition }: RunnableReport, result: ReportResult): readonly (readonly SheetCell[])[] {
  const columns = acrossColumns(result, definition.showSubtotals, definition.showGrandTotal);
  const heads = [
    ...result.groupingsDown.map(({ label }) => label),
    ...columns.flatMap(({ label }) =>
      result.aggregates.map((aggregate) => (label === '' ? aggregate.label : `${label}: ${aggregate.label}`)),
    ),
  ];
  const figures = (downKey: string): readonly SheetCell[] =>
    columns.flatMap(({ key }) => {
      const cell = result.factMap.get(`${downKey}!${key}`);
      return result.aggregates.map(({ type }, place) => figureCell(cell, place, type));
    });
  const depth = result.groupingsDown.length;
  const rows = (groups: readonly ReportGroup[], level: number): readonly (readonly SheetCell[])[] =>
    groups.flatMap((group) => {
      const names = Array.from({ length: depth }, (_none, place): SheetCell => ({ text: place === level ? group.label : '' }));
      const row = [...names, ...figures(group.key)];
      if (group.groups.length === 0) return [row];
      const inner = rows(group.groups, level + 1);
      return definition.showSubtotals ? [row, ...inner] : [names, ...inner];
    });
  const total = Array.from({ length: depth }, (_none, place): SheetCell => ({ text: place === 0 ? 'Total' : '' }));
  return [heads.map((text) => ({ text })), ...rows(result.down, 0), ...(definition.showGrandTotal ? [[...total, ...figures('T')]] : [])];
}

interface AcrossColumn {
  readonly key: string;
  readonly label: string;
}

function acrossColumns(result: ReportResult, subtotals: boolean, grandTotal: boolean): readonly AcrossColumn[] {
  if (result.groupingsAcross.length === 0) return [{ key: 'T', label: '' }];
  const columns = (groups: readonly ReportGroup[], around: string): readonly AcrossColumn[] =>
    groups.flatMap((group) => {
      const label = around === '' ? group.label : `${around} / ${group.label}`;
      const own = group.groups.length === 0 || subtotals ? [{ key: group.key, label }] : [];
      return [...columns(group.groups, label), ...own];
    });
  return [...columns(result.across, ''), ...(grandTotal ? [{ key: 'T', label: 'Total' }] : [])];
}

function figureCell(cell: FactCell | undefined, place: number, type: string): SheetCell {
  const figure = cell?.aggregates[place];
  return figure === undefined ? { text: '' } : sheetCell(type, figure.value, figure.label);
}
