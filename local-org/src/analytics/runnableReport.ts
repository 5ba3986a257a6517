import type { ReportChart } from '../metadata/reports/reportTypes.ts';
import type { ReportDefinition } from '../reports/types.ts';

/** A report ready to be run and shown: what the engine runs, and what the Analytics API tells of it besides. */
export interface RunnableReport {
  /** 18 characters; null for one that is stored nowhere (`reports/query`). */
  readonly id: string | null;
  /** With its folder; null as `id`. */
  readonly fullName: string | null;
  /** What people read. */
  readonly name: string;
  readonly developerName: string | null;
  readonly description: string | null;
  readonly folderId: string | null;
  readonly definition: ReportDefinition;
  /** For each filter of the definition, whether a reader may change it without editing the report. */
  readonly unlocked: readonly boolean[];
  readonly chart?: ReportChart;
  readonly currency: string | null;
}
