import type { FieldType } from '../schema/types.ts';
import type { RequestUser } from '../requestUser.ts';
import type { ReportDefinition } from './definition.ts';
import type { ReportResult } from './result.ts';

export type * from './definition.ts';
export type * from './result.ts';
export { MOST_DETAIL_ROWS, MOST_GROUPS } from './result.ts';

/** How far a run goes. */
export interface RunOptions {
  /** With the rows themselves; absent: as the definition's `showDetails`. */
  readonly includeDetails?: boolean;
  /** Rows of details at most; absent: `MOST_DETAIL_ROWS`. An export takes `Number.POSITIVE_INFINITY`. */
  readonly mostRows?: number;
}

/** What is wrong with a definition: the element as metadata calls it, and why it cannot be run. */
export interface ReportProblem {
  /** `columns Contact$Nme`, `groupingsDown 2`, `filter 3`, `aggregates FORMULA1`. */
  readonly element: string;
  readonly message: string;
}

/** What a report of a type can show, filter and group by, for one user. */
export interface ReportTypeDescription {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly sections: readonly ReportTypeSectionDescription[];
}

export interface ReportTypeSectionDescription {
  readonly label: string;
  readonly columns: readonly DescribedColumn[];
}

export interface DescribedColumn {
  readonly name: string;
  readonly token: string;
  readonly label: string;
  readonly type: FieldType;
  readonly filterable: boolean;
  readonly groupable: boolean;
  /** Can be summed and averaged. */
  readonly summable: boolean;
  /** Of picklists, in the user's language. */
  readonly values?: readonly { readonly name: string; readonly label: string }[];
}

/** Runs reports over the org's tables. */
export interface ReportEngine {
  /**
   * Everything that keeps a definition from being run, for whoever deploys it; empty: it can be run.
   * Names resolve against the whole org.
   */
  check(definition: ReportDefinition): readonly ReportProblem[];
  /**
   * Runs a report as the user: records that they do not reach count nowhere, columns that they may not see are left out.
   * @throws SalesforceError INSUFFICIENT_ACCESS where they may not see what the report groups, filters or computes by,
   * or the objects of its type; INVALID_REPORT (400) for a definition that cannot be run
   */
  run(definition: ReportDefinition, user: RequestUser, options?: RunOptions): ReportResult;
  /** The report type as the user sees it; undefined when there is none of that name, or they may not read its first object. */
  describeType(reportType: string, user: RequestUser): ReportTypeDescription | undefined;
}
