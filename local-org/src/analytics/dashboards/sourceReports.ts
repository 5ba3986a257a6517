import { findReportNamed } from '../catalogue.ts';
import { typeOf, type ReportContext } from '../reports/reportService.ts';
import { runnableOf } from '../reports/runnableOf.ts';
import type { RunnableReport } from '../runnableReport.ts';
import { ColumnNames } from '../wire/columnNames.ts';

/** The report behind a component. */
export interface SourceReport {
  readonly report: RunnableReport;
  readonly names: ColumnNames;
}

/** The reports of one dashboard: however many components show one, it is looked up once. */
export class SourceReports {
  readonly #context: ReportContext;
  readonly #found = new Map<string, SourceReport | undefined>();

  constructor(context: ReportContext) {
    this.#context = context;
  }

  /** Undefined when there is none of the full name that the user may open. */
  named(fullName: string): SourceReport | undefined {
    if (!this.#found.has(fullName)) this.#found.set(fullName, this.#find(fullName));
    return this.#found.get(fullName);
  }

  #find(fullName: string): SourceReport | undefined {
    const { org, user } = this.#context;
    const stored = findReportNamed(org, fullName, user);
    if (stored === undefined) return undefined;
    const report = runnableOf(stored);
    return { report, names: new ColumnNames(typeOf(this.#context, report)) };
  }
}
