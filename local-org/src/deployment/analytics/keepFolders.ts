import { keepFolderShares, principalOf, type FolderShareRow } from '../../access/sharing/folderShares.ts';
import type { MetadataProblem } from '../../errors.ts';
import { developerNameOf, folderOf } from '../../metadata/reports/analyticsMetadata.ts';
import type { AnalyticsFolder, FolderShareAccessLevel } from '../../metadata/reports/folderTypes.ts';
import { notFound } from '../../metadata/tell.ts';
import type { FieldValues } from '../../schema/types.ts';
import { keepRows } from '../../storage/metadataRecords/keepRows.ts';
import { componentKey, type KeptComponent } from '../componentStore.ts';
import { madeBy, type AnalyticsBasis } from './keepAnalyticsRecords.ts';

/** A folder as the records in it name it. */
interface KeptFolder {
  readonly id: string;
  readonly name: string;
}

export interface KeptFolders {
  /** By full name in small letters. */
  readonly ofReports: ReadonlyMap<string, KeptFolder>;
  readonly ofDashboards: ReadonlyMap<string, KeptFolder>;
  readonly problems: readonly MetadataProblem[];
}

/** The folders of reports and of dashboards, with who may see them. Folders of other kinds stay as they are. */
export function keepFolders(basis: AnalyticsBasis, moment: number): KeptFolders {
  const { org, analytics } = basis;
  const problems: MetadataProblem[] = [];
  const rows: FieldValues[] = [];
  const shares: FolderShareRow[] = [];
  const keep = (folders: ReadonlyMap<string, AnalyticsFolder>): ReadonlyMap<string, KeptFolder> => {
    const kept = new Map<string, KeptFolder>();
    // Parents before what is in them.
    for (const [key, folder] of [...folders].sort(([one], [other]) => one.length - other.length)) {
      const component = basis.components.get(componentKey(folder));
      if (component === undefined) continue;
      kept.set(key, { id: component.id, name: folder.name });
      rows.push(folderRow(folder, component, kept));
      const root = folders.get(key.split('/', 1)[0] ?? key) ?? folder;
      shares.push(...sharesOf(basis, root, component, problems));
    }
    return kept;
  };
  const ofReports = keep(analytics.reportFolders);
  const ofDashboards = keep(analytics.dashboardFolders);
  keepRows(org, { object: 'Folder', key: ['Id'], rows, othersStay: true }, moment);
  const ids = JSON.stringify(rows.map((row) => row['Id']));
  org.database
    .prepare(`DELETE FROM "Folder" WHERE "Type" IN ('Report', 'Dashboard') AND "Id" NOT IN (SELECT value FROM json_each(?))`)
    .run(ids);
  org.database.rowCache.clear();
  keepFolderShares(org.database, shares);
  return { ofReports, ofDashboards, problems: distinct(problems) };
}

function folderRow(folder: AnalyticsFolder, component: KeptComponent, known: ReadonlyMap<string, KeptFolder>): FieldValues {
  return {
    ...madeBy(component),
    ParentId: known.get(folderOf(folder.fullName).toLowerCase())?.id ?? null,
    Name: folder.name,
    DeveloperName: developerNameOf(folder.fullName),
    AccessType: folder.accessType ?? (folder.folderShares.length > 0 ? 'Shared' : 'Hidden'),
    IsReadonly: folder.publicFolderAccess !== 'ReadWrite',
    Type: folder.type === 'ReportFolder' ? 'Report' : 'Dashboard',
  };
}

const levels: Readonly<Record<FolderShareAccessLevel, FolderShareRow['level']>> = { View: 'Read', EditAllContents: 'Edit', Manage: 'All' };

/**
 * Who may do what with a folder: whoever made it, everybody where it is public,
 * and those with whom it is shared. A folder in another is shared as the outermost is.
 */
function sharesOf(basis: AnalyticsBasis, root: AnalyticsFolder, component: KeptComponent, problems: MetadataProblem[]): FolderShareRow[] {
  const { database } = basis.org;
  const folderId = component.id;
  const shares: FolderShareRow[] = [{ folderId, principalId: component.createdById, level: 'All' }];
  const everybody = principalOf(database, { type: 'Organization', name: '' });
  if ((root.accessType === 'Public' || root.accessType === 'PublicInternal') && everybody !== undefined) {
    shares.push({ folderId, principalId: everybody, level: root.publicFolderAccess === 'ReadWrite' ? 'Edit' : 'Read' });
  }
  for (const { sharedTo, sharedToType, accessLevel, line } of root.folderShares) {
    const principalId = principalOf(database, { type: sharedToType, name: sharedTo });
    if (principalId !== undefined) shares.push({ folderId, principalId, level: levels[accessLevel] });
    else problems.push({ file: root.file, line, message: notFound('sharedTo', sharedToType, sharedTo) });
  }
  return shares;
}

function distinct(problems: readonly MetadataProblem[]): readonly MetadataProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.file} ${String(problem.line)}`, problem])).values()];
}
