import { MetadataError, type MetadataProblem } from '../../errors.ts';
import { filesOfType, type PackageSource } from '../packageSource.ts';
import type { Dashboard } from './dashboardTypes.ts';
import { folderTypes, type AnalyticsFolder } from './folderTypes.ts';
import { readDashboard } from './readDashboard.ts';
import { readFolder } from './readFolder.ts';
import { readReport } from './readReport.ts';
import { readReportType } from './readReportType.ts';
import type { Report } from './reportTypes.ts';
import type { ReportType } from './reportTypeTypes.ts';

/** An org's reports and what belongs to them. Keys are names in small letters: names are the same in any case. */
export interface AnalyticsMetadata {
  /** By the name that reports have for them: `responses__c` for the file `Responses.reportType`. */
  readonly reportTypes: ReadonlyMap<string, ReportType>;
  /** By `folder/report`. */
  readonly reports: ReadonlyMap<string, Report>;
  /** By `folder/dashboard`. */
  readonly dashboards: ReadonlyMap<string, Dashboard>;
  readonly reportFolders: ReadonlyMap<string, AnalyticsFolder>;
  readonly dashboardFolders: ReadonlyMap<string, AnalyticsFolder>;
}

/**
 * Reads all reports, report types, dashboards and their folders.
 * @param problems takes what their types do not have, or what cannot be run here
 */
export function readAnalyticsMetadata(source: PackageSource, problems: MetadataProblem[]): AnalyticsMetadata {
  const [reportFolders, dashboardFolders] = folderTypes.map((type) =>
    keyed(filesOfType(source, type).map((file) => readFolder(file, type, problems))),
  );
  const types = filesOfType(source, 'ReportType').map((file) => readReportType(file, problems));
  return {
    reportTypes: new Map(types.map((type) => [`${type.fullName}__c`.toLowerCase(), type])),
    reports: keyed(filesOfType(source, 'Report').map((file) => readReport(file, problems))),
    dashboards: keyed(filesOfType(source, 'Dashboard').map((file) => readDashboard(file, problems))),
    reportFolders: reportFolders ?? new Map(),
    dashboardFolders: dashboardFolders ?? new Map(),
  };
}

/**
 * Reads those of an org whose metadata were found right.
 * @throws MetadataError when they are not
 */
export function analyticsOf(source: PackageSource): AnalyticsMetadata {
  const problems: MetadataProblem[] = [];
  const metadata = readAnalyticsMetadata(source, problems);
  if (problems.length > 0) throw new MetadataError(problems);
  return metadata;
}

function keyed<Item extends { readonly fullName: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.fullName.toLowerCase(), item]));
}

/** `CustomerPulse` of `CustomerPulse/NpsByMonth`. */
export function folderOf(fullName: string): string {
  return fullName.slice(0, Math.max(0, fullName.lastIndexOf('/')));
}

/** `NpsByMonth` of `CustomerPulse/NpsByMonth`. */
export function developerNameOf(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf('/') + 1);
}
