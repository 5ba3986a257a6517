import type { RequestUser } from '../../requestUser.ts';
import type { ReportResult, ReportTypeDescription, RunOptions } from '../../reports/types.ts';
import { requireRunReports } from '../access.ts';
import { badRequest, unavailable } from '../analyticsErrors.ts';
import type { AnalyticsOrg } from '../analyticsOrg.ts';
import { findReport, type StoredReport } from '../catalogue.ts';
import { durationDays } from '../durationDays.ts';
import type { RunnableReport } from '../runnableReport.ts';
import { ColumnNames } from '../wire/columnNames.ts';
import { extendedMetadata } from '../wire/extendedMetadata.ts';
import { reportMetadata } from '../wire/reportMetadata.ts';
import { resultToJson, type ResultJson } from '../wire/resultToJson.ts';
import { changedReport } from './changedReport.ts';
import type { MetadataInput } from './metadataInput.ts';
import { runnableOf } from './runnableOf.ts';

/** One user's view of an org's reports. */
export interface ReportContext {
  readonly org: AnalyticsOrg;
  readonly user: RequestUser;
}

/** A run: what was asked, and what came of it. */
export interface ReportRun {
  readonly report: RunnableReport;
  readonly result: ReportResult;
  readonly type: ReportTypeDescription | undefined;
}

export interface RunRequest extends RunOptions {
  /** What is changed for this run alone. */
  readonly changes?: MetadataInput | undefined;
}

/**
 * The stored report of an id.
 * @throws SalesforceError FORBIDDEN without Run Reports, NOT_FOUND for what the user may not open
 */
export function openReport(context: ReportContext, id: string): RunnableReport {
  return runnableOf(storedReport(context, id));
}

/** As `openReport`, but as it is stored. */
export function storedReport({ org, user }: ReportContext, id: string): StoredReport {
  requireRunReports(user);
  const stored = findReport(org, id, user);
  if (stored === undefined) throw unavailable();
  return stored;
}

/**
 * Runs a report as the user.
 * @throws SalesforceError BAD_REQUEST naming what of the definition cannot be run
 */
export function runReport(context: ReportContext, report: RunnableReport, request: RunRequest): ReportRun {
  const { changes, ...options } = request;
  const wanted = changes === undefined ? report : changedReport(report, changes);
  if (changes !== undefined) refuseProblems(context, wanted);
  const result = context.org.reports.run(wanted.definition, context.user, options);
  return { report: wanted, result, type: typeOf(context, wanted) };
}

/** The report's metadata as the run of it tells them, and the rows. */
export function runToJson(
  context: ReportContext,
  run: ReportRun,
): ResultJson & Record<'reportMetadata' | 'reportExtendedMetadata', unknown> {
  const { report, result, type } = run;
  const names = new ColumnNames(type);
  return {
    ...resultToJson(result),
    reportExtendedMetadata: extendedMetadata(result, report.definition, names),
    reportMetadata: {
      ...reportMetadata(report, {
        names,
        typeLabel: type?.label ?? report.definition.reportType,
        days: durationDays(context),
        hasDetailRows: result.hasDetailRows,
      }),
      // Columns that the user may not see are left out.
      detailColumns: result.detailColumns.map(({ name }) => name),
      aggregates: result.aggregates.map(({ name }) => name),
    },
  };
}

/** The type of a report, in the user's language. */
export function typeOf({ org, user }: ReportContext, { definition }: RunnableReport): ReportTypeDescription | undefined {
  return org.reports.describeType(definition.reportType, user);
}

function refuseProblems({ org }: ReportContext, { definition }: RunnableReport): void {
  const [problem] = org.reports.check(definition);
  if (problem !== undefined) throw badRequest(`${problem.element}: ${problem.message}`);
}
