import type { AnalyticsMetadata } from '../../metadata/reports/analyticsMetadata.ts';
import type { Tell } from '../../metadata/tell.ts';
import type { Schema } from '../../schema/types.ts';
import { checkDashboards } from './analytics/dashboards.ts';
import { checkFolders } from './analytics/folders.ts';
import { checkReports } from './analytics/reports.ts';
import { checkReportTypes } from './analytics/reportTypes.ts';

/**
 * What is wrong with report types, reports, dashboards and their folders taken
 * together: what they name and the org does not have, and what cannot be run.
 */
export function checkAnalytics(analytics: AnalyticsMetadata, schema: Schema, tell: Tell): void {
  checkFolders(analytics, tell);
  checkReportTypes(analytics, schema, tell);
  checkReports(analytics, schema, tell);
  checkDashboards(analytics, schema, tell);
}
