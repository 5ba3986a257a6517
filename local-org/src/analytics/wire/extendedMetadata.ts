import type { AggregateColumn, GroupingColumn, ReportColumn, ReportDefinition } from '../../reports/types.ts';
import type { ColumnNames } from './columnNames.ts';
import { columnJson } from './columnJson.ts';
import { dataTypeOf } from './columnTypes.ts';
import { contextToJson } from './summaryFormulas.ts';

/** The columns of a report, as a run or a look at its definition tells them. */
export interface ShownColumns {
  readonly detailColumns: readonly ReportColumn[];
  readonly groupingsDown: readonly GroupingColumn[];
  readonly groupingsAcross: readonly GroupingColumn[];
  readonly aggregates: readonly AggregateColumn[];
}

/** `reportExtendedMetadata`: labels and types of figures, details and groupings, each by its name. */
export function extendedMetadata(columns: ShownColumns, definition: ReportDefinition, names: ColumnNames): Record<string, unknown> {
  const groupings = [...columns.groupingsDown, ...columns.groupingsAcross];
  return {
    aggregateColumnInfo: Object.fromEntries(columns.aggregates.map((column) => [column.name, aggregateInfo(column, definition, names)])),
    detailColumnInfo: Object.fromEntries(columns.detailColumns.map((column) => [column.name, detailInfo(column, names)])),
    groupingColumnInfo: Object.fromEntries(
      groupings.map(({ name, label, type, level }) => [name, { dataType: dataTypeOf(type), groupingLevel: level, label }]),
    ),
  };
}

function aggregateInfo({ name, label, type }: AggregateColumn, definition: ReportDefinition, names: ColumnNames): Record<string, unknown> {
  const formula = definition.summaryFormulas.find((candidate) => candidate.name === name);
  return {
    acrossGroupingContext: formula === undefined ? null : contextToJson(formula.acrossContext, names),
    dataType: type,
    downGroupingContext: formula === undefined ? null : contextToJson(formula.downContext, names),
    label,
  };
}

function detailInfo({ name, label, type, kind }: ReportColumn, names: ColumnNames): Record<string, unknown> {
  const { dataType, entityColumnName, filterValues, filterable, isLookup, uniqueCountable } = columnJson(
    names.column(name) ?? { name, token: name, label, type, filterable: kind !== 'field', groupable: true, summable: false },
  );
  return { dataType, entityColumnName, filterValues, filterable, isLookup, label, uniqueCountable };
}
