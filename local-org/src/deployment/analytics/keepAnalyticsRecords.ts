import type { MetadataProblem } from '../../errors.ts';
import type { AnalyticsMetadata } from '../../metadata/reports/analyticsMetadata.ts';
import { developerNameOf, folderOf } from '../../metadata/reports/analyticsMetadata.ts';
import { PUBLIC_REPORTS } from '../../metadata/reports/folderTypes.ts';
import type { FieldValues } from '../../schema/types.ts';
import { keepRows, type OrgStorage } from '../../storage/metadataRecords/keepRows.ts';
import { componentKey, type ComponentMap, type KeptComponent } from '../componentStore.ts';
import { keepFolders, type KeptFolders } from './keepFolders.ts';

/** What the records are made from. */
export interface AnalyticsBasis {
  readonly org: OrgStorage;
  readonly analytics: AnalyticsMetadata;
  /** The org's components, whose ids the records bear. */
  readonly components: ComponentMap;
  readonly organizationId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Makes the records of Report, Dashboard and Folder, and who may see which
 * folder, those of the metadata. Ids are those of the components, so they stay.
 * @returns users and groups that the metadata names and the org does not have
 */
export function keepAnalyticsRecords(basis: AnalyticsBasis): readonly MetadataProblem[] {
  const { org, analytics, now } = basis;
  const moment = Math.floor(now / 1000) * 1000;
  const folders = keepFolders(basis, moment);
  const problems: MetadataProblem[] = [...folders.problems];
  keepRows(org, { object: 'Report', key: ['Id'], rows: reportRows(basis, folders) }, moment);
  const users = usersByName(org);
  const rows = [...analytics.dashboards.values()].flatMap((dashboard): FieldValues[] => {
    const component = componentOf(basis, 'Dashboard', dashboard.fullName);
    if (component === undefined) return [];
    const { runningUser } = dashboard;
    const runner = runningUser === undefined ? component.lastModifiedById : users.get(runningUser.toLowerCase());
    if (runner === undefined) problems.push(noSuchUser(dashboard.file, dashboard.line, runningUser ?? ''));
    const folder = folders.ofDashboards.get(folderOf(dashboard.fullName).toLowerCase());
    return [
      {
        ...madeBy(component),
        FolderId: folder?.id ?? null,
        FolderName: folder?.name ?? null,
        Title: dashboard.title,
        DeveloperName: developerNameOf(dashboard.fullName),
        Description: dashboard.description ?? null,
        LeftSize: dashboard.leftSection?.columnSize ?? 'Medium',
        MiddleSize: dashboard.middleSection?.columnSize ?? 'Medium',
        RightSize: dashboard.rightSection?.columnSize ?? 'Medium',
        RunningUserId: runner ?? component.lastModifiedById,
        Type: dashboard.dashboardType,
        ChartTheme: dashboard.dashboardChartTheme ?? dashboard.chartTheme ?? null,
        ColorPalette: dashboard.dashboardColorPalette ?? dashboard.colorPalette ?? null,
      },
    ];
  });
  keepRows(org, { object: 'Dashboard', key: ['Id'], rows }, moment);
  return problems;
}

function reportRows(basis: AnalyticsBasis, folders: KeptFolders): readonly FieldValues[] {
  return [...basis.analytics.reports.values()].flatMap((report): FieldValues[] => {
    const component = componentOf(basis, 'Report', report.fullName);
    if (component === undefined) return [];
    const folderName = folderOf(report.fullName).toLowerCase();
    const folder = folderName === PUBLIC_REPORTS ? { id: basis.organizationId, name: 'Public Reports' } : folders.ofReports.get(folderName);
    return [
      {
        ...madeBy(component),
        OwnerId: folder?.id ?? null,
        FolderName: folder?.name ?? null,
        Name: report.name,
        Description: report.description ?? null,
        DeveloperName: developerNameOf(report.fullName),
        Format: report.format,
      },
    ];
  });
}

function componentOf({ components }: AnalyticsBasis, type: string, fullName: string): KeptComponent | undefined {
  return components.get(componentKey({ type, fullName }));
}

/** The id, and who made it and when. */
export function madeBy({ id, createdById, createdAt, lastModifiedById }: KeptComponent): FieldValues {
  return { Id: id, CreatedById: createdById, CreatedDate: createdAt, LastModifiedById: lastModifiedById };
}

function usersByName({ database }: OrgStorage): ReadonlyMap<string, string> {
  const rows = database.prepare('SELECT "Id" AS id, "Username" AS name FROM "User" WHERE "IsDeleted" = 0').all();
  return new Map(rows.map((row) => [String(row['name']).toLowerCase(), String(row['id'])]));
}

function noSuchUser(file: string, line: number, name: string): MetadataProblem {
  return { file, line, element: 'runningUser', message: `Cannot find a user that matches any of the following usernames: ${name}` };
}
