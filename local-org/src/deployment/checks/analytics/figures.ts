import type { AnalyticsMetadata } from '../../../metadata/reports/analyticsMetadata.ts';
import type { Report } from '../../../metadata/reports/reportTypes.ts';
import type { ReportSummaryType } from '../../../metadata/reports/reportWords.ts';
import { findColumn } from '../../../reports/columns.ts';
import { reportShape, ShapeError, type ReportShape } from '../../../reports/reportShape.ts';
import type { Schema } from '../../../schema/types.ts';

/** How the Analytics API writes a figure of a column: `s!PulseResponse__c.Rated__c`. */
const PREFIXED = /^(?<prefix>s|a|m|mx|x|u|med)!(?<column>.+)$/u;
const summaryTypes: Readonly<Record<string, ReportSummaryType>> = {
  s: 'Sum',
  a: 'Average',
  m: 'Minimum',
  mx: 'Maximum',
  x: 'Maximum',
  u: 'Unique',
  med: 'Median',
};

/**
 * What a report has that charts and components can draw. Columns are the same in
 * both of their forms, `A$B` and `A.B`. A report whose type is wrong could have
 * anything: it is refused for its type.
 */
export class ReportFigures {
  readonly report: Report;
  readonly #schema: Schema;
  readonly #shape: ReportShape | undefined;

  constructor(report: Report, schema: Schema, types: AnalyticsMetadata['reportTypes']) {
    this.report = report;
    this.#schema = schema;
    this.#shape = shapeOf(report, schema, types);
  }

  /**
   * Whether the report has this figure: `RowCount`, a summary formula by name,
   * or a column with the way it is summed up. A column without a way means any.
   */
  hasFigure(column: string, aggregate?: ReportSummaryType): boolean {
    if (this.#shape === undefined || column.toLowerCase() === 'rowcount') return true;
    if (this.report.aggregates.some(({ developerName }) => developerName.toLowerCase() === column.toLowerCase())) return true;
    const { prefix, column: named = column } = PREFIXED.exec(column)?.groups ?? {};
    const wanted = prefix === undefined ? aggregate : summaryTypes[prefix];
    const types = this.report.columns.filter(({ field }) => this.#same(field, named)).flatMap(({ aggregateTypes }) => aggregateTypes);
    const real = types.filter((type) => type !== 'Noop' && type !== 'None');
    return wanted === undefined || wanted === 'Noop' || wanted === 'None' ? real.length > 0 : real.includes(wanted);
  }

  get hasGroupings(): boolean {
    return this.report.groupingsDown.length + this.report.groupingsAcross.length > 0;
  }

  hasGrouping(column: string): boolean {
    const { groupingsDown, groupingsAcross } = this.report;
    return this.#shape === undefined || [...groupingsDown, ...groupingsAcross].some(({ field }) => this.#same(field, column));
  }

  /** A column of the details or a grouping, with or without figures. */
  hasColumn(column: string): boolean {
    return this.hasGrouping(column) || this.report.columns.some(({ field }) => this.#same(field, column));
  }

  /** A column that the report could have: of its type, or one that it makes itself. */
  couldHave(column: string): boolean {
    const made = [...this.report.buckets, ...this.report.customDetailFormulas].map(({ developerName }) => developerName.toLowerCase());
    return this.#shape === undefined || made.includes(column.toLowerCase()) || findColumn(this.#schema, this.#shape, column) !== undefined;
  }

  #same(one: string, other: string): boolean {
    return this.#keyOf(one) === this.#keyOf(other);
  }

  #keyOf(column: string): string {
    const found = this.#shape === undefined ? undefined : findColumn(this.#schema, this.#shape, column);
    return found?.key ?? column.toLowerCase();
  }
}

function shapeOf({ reportType }: Report, schema: Schema, types: AnalyticsMetadata['reportTypes']): ReportShape | undefined {
  try {
    return reportShape(schema, types, reportType);
  } catch (error) {
    if (error instanceof ShapeError) return undefined;
    throw error;
  }
}
