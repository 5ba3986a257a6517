import { randomInt } from 'node:crypto';
import { developerNameOf, folderOf } from '../../metadata/reports/analyticsMetadata.ts';
import type { XmlElement } from '../../metadata/xmlTree.ts';
import type { RequestUser } from '../../requestUser.ts';
import { normaliseId } from '../../storage/ids.ts';
import { has } from '../access.ts';
import { badRequest, forbidden, noPrivileges, notRunHere, unavailable } from '../analyticsErrors.ts';
import type { AnalyticsOrg } from '../analyticsOrg.ts';
import { findReport, findReportNamed, type StoredReport } from '../catalogue.ts';
import { metadataOf } from '../metadataOf.ts';
import type { MetadataInput } from './metadataInput.ts';
import type { ReportContext } from './reportService.ts';

/** What a deployment takes. */
type Component = Parameters<AnalyticsOrg['deployments']['deploy']>[0]['components'][number];

/** Longest name of a report ("Clone Reports"; deployments hold it too). */
const LONGEST_NAME = 40;

/**
 * A copy of a report under a new name, in the folder that is asked for or that
 * of the report.
 * @returns the copy, once it is deployed
 * @throws SalesforceError FORBIDDEN without Create and Customize Reports, or where the user may not change the folder
 */
export async function cloneReport(
  { org, user }: ReportContext,
  report: StoredReport,
  input: MetadataInput | undefined,
): Promise<StoredReport> {
  if (!has(user, 'CreateCustomizeReports')) throw noPrivileges();
  const name = nameOf(input);
  const folder = folderNamed(org, input?.folderId ?? report.folderId, user);
  const fullName = `${folder}/${freeName(org, name)}`;
  const root = withText(rootOf(org, report.item.fullName), 'name', name);
  await deployed(org, user, [{ type: 'Report', fullName, fileName: `reports/${fullName}.report`, root, files: [] }]);
  const copy = findReportNamed(org, fullName, user);
  if (copy === undefined) throw unavailable();
  return copy;
}

/**
 * Saves another name or description; what else a request changes is refused by name.
 * @throws SalesforceError FORBIDDEN where the user may not change the report's folder
 */
export async function saveReport({ org, user }: ReportContext, report: StoredReport, input: MetadataInput): Promise<StoredReport> {
  if (!mayChange(user, report.id)) throw forbidden('You don’t have permission to edit reports in the given folder.');
  const { name, description, id: _id, developerName: _developerName, ...others } = input;
  const [unsaved] = Object.keys(others);
  if (unsaved !== undefined) throw notRunHere(`Saving ${unsaved} of a report`);
  const { fullName } = report.item;
  const named = name === undefined ? rootOf(org, fullName) : withText(rootOf(org, fullName), 'name', nameOf(input));
  const root = description == null ? named : withText(named, 'description', description);
  await deployed(org, user, [{ type: 'Report', fullName, fileName: `reports/${fullName}.report`, root, files: [] }]);
  return findReport(org, report.id, user) ?? report;
}

/** @throws SalesforceError FORBIDDEN for a report that dashboards show, or that the user may not change */
export async function deleteReport({ org, user }: ReportContext, { id, item }: StoredReport): Promise<void> {
  if (!mayChange(user, id)) throw noPrivileges();
  const shown = [...metadataOf(org.source).dashboards.values()].some((dashboard) =>
    JSON.stringify(dashboard).includes(`"${item.fullName}"`),
  );
  if (shown) throw forbidden('The report can’t be deleted because there are one or more dashboards referencing it.');
  await deployed(org, user, [], item.fullName);
}

function nameOf(input: MetadataInput | undefined): string {
  const name = input?.name?.trim() ?? '';
  if (name === '') throw badRequest('The report name can’t be null.');
  if (name.length > LONGEST_NAME) throw badRequest(`The report name is longer than ${LONGEST_NAME} characters.`);
  return name;
}

function mayChange({ access }: RequestUser, id: string): boolean {
  return access === undefined || access.reached('Report', [id], 'edit').has(id);
}

/** Full name of the folder of an id. */
function folderNamed(org: AnalyticsOrg, given: string | null, user: RequestUser): string {
  const id = given === null ? undefined : normaliseId(given);
  const found = org.deployments.list('ReportFolder').find((folder) => folder.id === id);
  if (id === undefined || found === undefined) throw badRequest('The report folder ID must be a valid folder ID.');
  const { access } = user;
  if (access !== undefined && !access.reached('Folder', [id], 'edit').has(id))
    throw forbidden('You don’t have permission to create reports in the given folder.');
  return found.fullName;
}

/** A developer name made of the name, with letters behind it while others have it. */
function freeName(org: AnalyticsOrg, name: string): string {
  const plain = name.replaceAll(/[^A-Za-z0-9]+/gu, '_').replaceAll(/^_+|_+$/gu, '');
  const stem = /^[A-Za-z]/u.test(plain) ? plain : `Report_${plain}`.replace(/_$/u, '');
  const taken = new Set([...metadataOf(org.source).reports.values()].map(({ fullName }) => developerNameOf(fullName).toLowerCase()));
  let candidate = stem;
  while (taken.has(candidate.toLowerCase()))
    candidate = `${stem}_${randomInt(36 ** 2)
      .toString(36)
      .padStart(2, '0')}`;
  return candidate;
}

function rootOf(org: AnalyticsOrg, fullName: string): XmlElement {
  const root = org.deployments.read({ type: 'Report', fullName })?.root;
  if (root === undefined) throw unavailable();
  return root;
}

function withText(root: XmlElement, name: string, text: string): XmlElement {
  const others = root.children.filter((child) => child.name !== name);
  const element: XmlElement = { name, line: 1, attributes: {}, children: [], text };
  return { ...root, children: [...others, element].toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)) };
}

async function deployed(org: AnalyticsOrg, user: RequestUser, components: readonly Component[], deletes?: string): Promise<void> {
  const outcome = await org.deployments.deploy({
    components,
    deleteFirst: [],
    deleteLast: deletes === undefined ? [] : [{ type: 'Report', fullName: deletes, fileName: `reports/${folderOf(deletes)}` }],
    checkOnly: false,
    rollbackOnError: true,
    ignoreWarnings: true,
    purgeOnDelete: false,
    user,
  });
  if (outcome.status !== 'Failed') return;
  const problem = outcome.components.flatMap(({ problems }) => problems).find(({ kind }) => kind === 'Error');
  throw badRequest(problem?.message ?? 'The report failed to be saved.');
}
