import type { AggregateColumn, GroupingColumn, ReportColumn, ReportDefinition, ReportGrouping } from '../../reports/types.ts';
import type { FieldType } from '../../schema/types.ts';
import type { ColumnNames } from './columnNames.ts';
import type { ShownColumns } from './extendedMetadata.ts';

/** The columns of a report as its definition has them, without a run. */
export function definedColumns(definition: ReportDefinition, names: ColumnNames): ShownColumns {
  const column = (token: string): ReportColumn => columnOf(token, definition, names);
  const grouped = (groupings: readonly ReportGrouping[]): readonly GroupingColumn[] =>
    groupings.map((grouping, level) => ({ ...column(grouping.column), level }));
  return {
    detailColumns: definition.detailColumns.map(column),
    groupingsDown: grouped(definition.groupingsDown),
    groupingsAcross: grouped(definition.groupingsAcross),
    aggregates: definition.aggregates.map((name) => aggregateOf(name, definition, column)),
  };
}

function columnOf(token: string, { buckets, rowFormulas }: ReportDefinition, names: ColumnNames): ReportColumn {
  const field = names.column(token);
  if (field !== undefined) return { name: field.name, token: field.token, label: field.label, type: field.type, kind: 'field' };
  const bucket = buckets.find(({ name }) => name === token);
  if (bucket !== undefined) return { name: token, token, label: bucket.label, type: 'string', kind: 'bucket' };
  const formula = rowFormulas.find(({ name }) => name === token);
  if (formula === undefined) return { name: names.nameOf(token), token, label: names.nameOf(token), type: 'string', kind: 'field' };
  return { name: token, token, label: formula.label, type: formulaType(formula.dataType), kind: 'formula', scale: formula.scale };
}

function formulaType(dataType: ReportDefinition['rowFormulas'][number]['dataType']): FieldType {
  if (dataType === 'text') return 'string';
  return dataType === 'number' ? 'double' : dataType;
}

/** Words before a column's label in the name of its figure. */
const figureWords: Readonly<Record<string, string>> = { s: 'Sum of', a: 'Average', x: 'Largest', m: 'Smallest', u: 'Unique Count of' };

function aggregateOf(aggregate: string, { summaryFormulas }: ReportDefinition, column: (token: string) => ReportColumn): AggregateColumn {
  if (aggregate === 'RowCount') return { name: aggregate, label: 'Record Count', type: 'int', scale: 0 };
  const formula = summaryFormulas.find(({ name }) => name === aggregate);
  if (formula !== undefined) {
    return {
      name: aggregate,
      label: formula.label,
      type: formula.dataType === 'number' ? 'double' : formula.dataType,
      scale: formula.scale,
    };
  }
  const [, prefix = '', token = aggregate] = /^([a-z]+)!(.*)$/u.exec(aggregate) ?? [];
  const { name, label, type } = column(token);
  const figureType = prefix === 'u' ? 'int' : figureTypeOf(type);
  return { name: `${prefix}!${name}`, label: `${figureWords[prefix] ?? ''} ${label}`.trim(), type: figureType, scale: 2 };
}

function figureTypeOf(type: FieldType): AggregateColumn['type'] {
  return type === 'int' || type === 'currency' || type === 'percent' || type === 'date' || type === 'datetime' ? type : 'double';
}
