import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { QueryRecord } from '../../soql/types.ts';
import type { DashboardPageModel, ReportPageModel, ReportsPageModel } from './pageSettings.ts';
import { noAccessView, notFoundView, type PageView, type ViewContext } from './pageViews.ts';
import { mayRunReports, reportLabels, type ReportObject, reportsUrl } from './reportTabs.ts';
import { quoted } from './soqlText.ts';

/** All reports or dashboards that the user may open. */
export function reportsView(of: ReportObject, { org, viewer }: ViewContext): PageView {
  const { texts, user, schema } = viewer;
  if (!mayRunReports(user) || schema.object(of) === undefined) return noAccessView(texts);
  const items = read(
    `SELECT Id, ${nameField(of)}, Description, FolderName, ${folderField(of)} FROM ${of} ORDER BY ${nameField(of)}`,
    org,
    user,
  ).map((record) => ({
    id: textOf(record, 'Id'),
    name: textOf(record, nameField(of)),
    description: textOf(record, 'Description'),
    folderId: textOf(record, folderField(of)),
    folderName: textOf(record, 'FolderName'),
  }));
  const folders = new Map(items.map(({ folderId, folderName }) => [folderId, folderName]));
  const { compare } = new Intl.Collator(user.language.replace('_', '-'));
  const model: ReportsPageModel = {
    kind: 'reports',
    of,
    items,
    folders: [...folders].map(([id, name]) => ({ id, name })).sort((one, other) => compare(one.name, other.name)),
  };
  return {
    title: texts[reportLabels[of]],
    status: 200,
    model,
    tabUrl: reportsUrl(of),
    reference: { type: 'standard__objectPage', attributes: { objectApiName: of, actionName: 'home' }, state: {} },
  };
}

/** A report or a dashboard: 404 where there is none, or not for this user. */
export function reportView(of: ReportObject, id: string, { org, viewer }: ViewContext): PageView {
  const { texts, user, schema } = viewer;
  if (!mayRunReports(user) || schema.object(of) === undefined) return noAccessView(texts);
  const record = recordOf(of, id, org, user);
  if (record === undefined) return notFoundView('record', texts);
  const name = textOf(record, nameField(of));
  const shared = {
    name,
    description: textOf(record, 'Description'),
    folder: { name: textOf(record, 'FolderName'), url: `${reportsUrl(of)}?folder=${textOf(record, folderField(of))}` },
  };
  const recordId = textOf(record, 'Id');
  return {
    title: `${name} | ${texts[of === 'Report' ? 'report' : 'dashboard']}`,
    status: 200,
    model: of === 'Report' ? reportModel(recordId, shared, user) : { kind: 'dashboard', dashboardId: recordId, ...shared },
    tabUrl: reportsUrl(of),
    reference: { type: 'standard__recordPage', attributes: { recordId, objectApiName: of, actionName: 'view' }, state: {} },
  };
}

/** Undefined for an id of nothing, and for one that is none. */
function recordOf(of: ReportObject, id: string, org: Org, user: RequestUser): QueryRecord | undefined {
  const soql = `SELECT Id, ${nameField(of)}, Description, FolderName, ${folderField(of)} FROM ${of} WHERE Id = ${quoted(id)}`;
  try {
    return read(soql, org, user)[0];
  } catch (error) {
    if (error instanceof SalesforceError) return undefined;
    throw error;
  }
}

function reportModel(reportId: string, shared: Omit<DashboardPageModel, 'kind' | 'dashboardId'>, { access }: RequestUser): ReportPageModel {
  return { kind: 'report', reportId, ...shared, mayExport: access?.system('ExportReport') !== false };
}

/** A dashboard's name is its title. */
function nameField(of: ReportObject): string {
  return of === 'Report' ? 'Name' : 'Title';
}

/** A report's owner is its folder. */
function folderField(of: ReportObject): string {
  return of === 'Report' ? 'OwnerId' : 'FolderId';
}

function read(soql: string, { queries }: Org, user: RequestUser): readonly QueryRecord[] {
  return queries.run(soql, user).records;
}

function textOf({ fields }: QueryRecord, name: string): string {
  const field = fields.get(name);
  return field?.kind === 'value' && field.value !== null ? String(field.value) : '';
}
