import type { DescribedColumn, ReportTypeDescription } from '../../reports/types.ts';

/** The columns of a report type, by either of their names. */
export class ColumnNames {
  readonly #columns = new Map<string, DescribedColumn>();

  constructor(type: ReportTypeDescription | undefined) {
    for (const column of (type?.sections ?? []).flatMap(({ columns }) => columns)) {
      this.#columns.set(column.token.toLowerCase(), column);
      this.#columns.set(column.name.toLowerCase(), column);
    }
  }

  /** A column by its token or by its name; undefined when the reader may not see it, and for the report's own columns. */
  column(name: string): DescribedColumn | undefined {
    return this.#columns.get(name.toLowerCase());
  }

  /** What the Analytics API calls the column. What the reader may not see keeps a name too, so that the report can be told whole. */
  nameOf(token: string): string {
    return this.column(token)?.name ?? token.replace('$', '.');
  }

  /** As `nameOf`, for a figure: `s!Contact$Amount__c`. */
  aggregateName(aggregate: string): string {
    const [, prefix, column] = /^([a-z]+!)(.*)$/u.exec(aggregate) ?? [];
    return prefix === undefined || column === undefined ? aggregate : prefix + this.nameOf(column);
  }
}
