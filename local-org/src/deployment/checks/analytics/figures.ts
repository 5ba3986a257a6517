import type { Report } from '../../../metadata/reports/reportTypes.ts';
import type { ReportSummaryType } from '../../../metadata/reports/reportWords.ts';

/**
 * Whether a report has a figure that a chart or a component draws: `RowCount`,
 * a summary formula by name, or a column with the way it is summed up. A column
 * without a way means the first that the report has of it.
 */
export function hasFigure(report: Report, column: string, aggregate: ReportSummaryType | undefined): boolean {
  if (column.toLowerCase() === 'rowcount') return true;
  if (report.aggregates.some(({ developerName }) => same(developerName, column))) return true;
  const types = report.columns.filter(({ field }) => same(field, column)).flatMap(({ aggregateTypes }) => aggregateTypes);
  const real = types.filter((type) => type !== 'Noop' && type !== 'None');
  return aggregate === undefined || aggregate === 'Noop' || aggregate === 'None' ? real.length > 0 : real.includes(aggregate);
}

/** The groupings of a report, down before across. */
export function groupingsOf({ groupingsDown, groupingsAcross }: Report): readonly string[] {
  return [...groupingsDown, ...groupingsAcross].map(({ field }) => field);
}

export function hasGrouping(report: Report, field: string): boolean {
  return groupingsOf(report).some((grouping) => same(grouping, field));
}

/** A column, with or without figures. */
export function hasColumn(report: Report, field: string): boolean {
  return report.columns.some((column) => same(column.field, field)) || hasGrouping(report, field);
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
