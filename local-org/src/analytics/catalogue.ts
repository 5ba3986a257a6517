import type { Dashboard } from '../metadata/reports/dashboardTypes.ts';
import type { Report } from '../metadata/reports/reportTypes.ts';
import type { RequestUser } from '../requestUser.ts';
import { normaliseId } from '../storage/ids.ts';
import type { AnalyticsOrg } from './analyticsOrg.ts';
import { metadataOf } from './metadataOf.ts';

/** What the Analytics API finds reports and dashboards in. */
type CatalogueOrg = Pick<AnalyticsOrg, 'queries' | 'source' | 'deployments'>;

/** A stored report or dashboard with its ids. */
export interface Stored<Item> {
  /** 18 characters. */
  readonly id: string;
  readonly folderId: string | null;
  readonly item: Item;
}

export type StoredReport = Stored<Report>;

export interface StoredDashboard extends Stored<Dashboard> {
  /** The user as whom it is shown, unless it is shown as the reader: who deployed it when the file names none. */
  readonly runningUserId: string | null;
}

type Row = Readonly<Record<string, unknown>>;

/** The report of this id that the user may open; undefined when there is none. Folders decide (the rows of `Report` keep to them). */
export function findReport(org: CatalogueOrg, id: string, user: RequestUser): StoredReport | undefined {
  const full = normaliseId(id);
  return full === undefined ? undefined : storedReports(org, user, `Id = '${full}'`)[0];
}

/** The report of this full name that the user may open. */
export function findReportNamed(org: CatalogueOrg, fullName: string, user: RequestUser): StoredReport | undefined {
  const developerName = fullName.slice(fullName.lastIndexOf('/') + 1).replaceAll("'", '');
  const found = storedReports(org, user, `DeveloperName = '${developerName}'`);
  return found.find(({ item }) => item.fullName.toLowerCase() === fullName.toLowerCase());
}

/** Reports that the user may open, those changed last first. */
export function listReports(org: CatalogueOrg, user: RequestUser): readonly StoredReport[] {
  return storedReports(org, user, 'Id != null');
}

export function findDashboard(org: CatalogueOrg, id: string, user: RequestUser): StoredDashboard | undefined {
  const full = normaliseId(id);
  return full === undefined ? undefined : storedDashboards(org, user, `Id = '${full}'`)[0];
}

/** Dashboards that the user may open, those changed last first. */
export function listDashboards(org: CatalogueOrg, user: RequestUser): readonly StoredDashboard[] {
  return storedDashboards(org, user, 'Id != null');
}

function storedReports(org: CatalogueOrg, user: RequestUser, where: string): readonly StoredReport[] {
  const { reports } = metadataOf(org.source);
  const rows = select(org, `SELECT Id, OwnerId FROM Report WHERE ${where} ORDER BY LastModifiedDate DESC, Name`, user);
  const names = fullNames(org, 'Report');
  return rows.flatMap((row) => {
    const item = reports.get(names.get(row['Id']) ?? '');
    return item === undefined ? [] : [{ id: String(row['Id']), folderId: textOf(row['OwnerId']), item }];
  });
}

function storedDashboards(org: CatalogueOrg, user: RequestUser, where: string): readonly StoredDashboard[] {
  const { dashboards } = metadataOf(org.source);
  const fields = 'Id, FolderId, RunningUserId';
  const rows = select(org, `SELECT ${fields} FROM Dashboard WHERE ${where} ORDER BY LastModifiedDate DESC, Title`, user);
  const names = fullNames(org, 'Dashboard');
  return rows.flatMap((row) => {
    const item = dashboards.get(names.get(row['Id']) ?? '');
    if (item === undefined) return [];
    return [{ id: String(row['Id']), folderId: textOf(row['FolderId']), runningUserId: textOf(row['RunningUserId']), item }];
  });
}

type CataloguedType = 'Report' | 'Dashboard';

/** By what the org was made of: a deployment makes another source. */
const namesOf = new WeakMap<object, Map<CataloguedType, ReadonlyMap<unknown, string>>>();

/** Full names in small letters by id: records bear the ids of their components. */
function fullNames({ deployments, source }: CatalogueOrg, type: CataloguedType): ReadonlyMap<unknown, string> {
  const known = namesOf.get(source) ?? new Map<CataloguedType, ReadonlyMap<unknown, string>>();
  namesOf.set(source, known);
  const names = known.get(type) ?? new Map(deployments.list(type).map(({ id, fullName }) => [id, fullName.toLowerCase()]));
  known.set(type, names);
  return names;
}

function select({ queries }: CatalogueOrg, soql: string, user: RequestUser): readonly Row[] {
  return queries
    .run(soql, user)
    .records.map(({ fields }) =>
      Object.fromEntries([...fields].map(([name, field]) => [name, field.kind === 'value' ? field.value : null])),
    );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
