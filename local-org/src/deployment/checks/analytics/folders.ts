import { folderOf, type AnalyticsMetadata } from '../../../metadata/reports/analyticsMetadata.ts';
import { PUBLIC_REPORTS, type AnalyticsFolder } from '../../../metadata/reports/folderTypes.ts';
import type { Tell } from '../../../metadata/tell.ts';
import { checkLength, checkUniqueNames, type Named } from './names.ts';

const LONGEST_NAME = 40;

/** With whom folders can be shared here: users of other kinds and territories there are none. */
const granteesHere: ReadonlySet<string> = new Set([
  'Group',
  'Organization',
  'Role',
  'RoleAndSubordinates',
  'RoleAndSubordinatesInternal',
  'User',
]);

/** Checks the folders, and that reports and dashboards lie in folders that are there. */
export function checkFolders({ reports, dashboards, reportFolders, dashboardFolders }: AnalyticsMetadata, tell: Tell): void {
  for (const folders of [reportFolders, dashboardFolders]) {
    checkUniqueNames('folder', folders.values(), tell);
    for (const folder of folders.values()) checkFolder(folder, folders, tell);
  }
  for (const report of reports.values()) {
    if (folderOf(report.fullName).toLowerCase() !== PUBLIC_REPORTS) unlessThere(report, reportFolders, tell);
  }
  for (const dashboard of dashboards.values()) unlessThere(dashboard, dashboardFolders, tell);
}

function checkFolder(folder: AnalyticsFolder, all: ReadonlyMap<string, AnalyticsFolder>, tell: Tell): void {
  checkLength(folder, 'name', folder.name, LONGEST_NAME, tell);
  const isInFolder = folder.fullName.includes('/');
  if (isInFolder) unlessThere(folder, all, tell);
  for (const share of folder.folderShares) {
    const at = { file: folder.file, line: share.line, element: 'folderShares' };
    if (isInFolder) tell({ ...at, message: 'A folder in another one is shared as that one is' });
    else if (!granteesHere.has(share.sharedToType)) tell({ ...at, message: `sharing with ${share.sharedToType} is not run by local-org` });
  }
}

function unlessThere(item: Named, folders: ReadonlyMap<string, AnalyticsFolder>, tell: Tell): void {
  const name = folderOf(item.fullName);
  if (!folders.has(name.toLowerCase())) tell({ file: item.file, line: item.line, message: `Cannot find folder:${name}` });
}
