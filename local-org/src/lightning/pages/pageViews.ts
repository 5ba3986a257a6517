import type { Org } from '../../org.ts';
import { schemaFor } from '../../access/schemaFor.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { SelectStatement } from '../../soql/ast.ts';
import { homeFlexiPageModel, tabPageModel } from './appPage.ts';
import { readDemoNote } from './demoNote.ts';
import { homePageModel } from './homePage.ts';
import { listPageModel } from './listPage.ts';
import { listUrl, navigationTabs, tabUrl } from './navigationTabs.ts';
import type { PageModel, PageSettings } from './pageSettings.ts';
import { recordPageModel } from './recordPage.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** A page as a route answers it. */
export interface PageView {
  readonly title: string;
  readonly status: number;
  readonly model: PageModel;
  /** Address of the tab to which the page belongs. */
  readonly tabUrl?: string;
  readonly reference: PageSettings['reference'];
}

/** The page of a record; 404 when there is no such object, page or record, 403 when it is not for this user. */
export function recordView(id: string, objectName: string | undefined, user: RequestUser, org: Org, site: SiteMetadata): PageView {
  const whole = org.schema.objectOfId(id);
  const schema = schemaFor(org, user);
  const object = whole === undefined ? undefined : schema.object(whole.name);
  if (whole !== undefined && object === undefined) return noAccessView();
  if (object === undefined || (objectName !== undefined && objectName.toLowerCase() !== object.name.toLowerCase()))
    return notFoundView('record');
  const record = recordIds(id)
    .map((candidate) => org.store.read(object, [candidate]).get(candidate))
    .find((found) => found !== undefined);
  if (record === undefined) return notFoundView('record');
  const recordId = String(record['Id'] ?? id);
  if (!maySee(org, user, object.name, recordId)) return noAccessView();
  const name = object.nameField === undefined ? undefined : record[object.nameField];
  return {
    title: `${typeof name === 'string' ? name : object.label} | ${object.label}`,
    status: 200,
    model: recordPageModel(object, recordId, schema, site, (flow) => org.flows.screens.flow(flow) !== undefined),
    tabUrl: listUrl(object.name),
    reference: { type: 'standard__recordPage', attributes: { recordId, objectApiName: object.name, actionName: 'view' }, state: {} },
  };
}

/** Whether sharing lets the user read the record. */
function maySee(org: Org, user: RequestUser, objectName: string, id: string): boolean {
  if (user.access?.records(objectName, 'read') !== undefined && user.access.records(objectName, 'read') !== 'all') {
    return org.queries.run(oneRecord(objectName, id), user).totalSize > 0;
  }
  return true;
}

function oneRecord(objectName: string, id: string): SelectStatement {
  return {
    kind: 'select',
    select: [{ kind: 'field', path: ['Id'] }],
    from: objectName,
    where: { kind: 'in', left: ['Id'], negated: false, values: [{ kind: 'string', value: id }] },
  };
}

/** Only whole ids are looked up. */
function recordIds(id: string): readonly string[] {
  return /^[A-Za-z0-9]{18}$/u.test(id) ? [id] : [];
}

/** Which list of an object's records, and where it begins. */
export interface ListRequest {
  readonly objectName: string;
  /** Developer name of a list view. */
  readonly filterName: string | undefined;
  /** Rows before the first that is shown. */
  readonly offset?: number;
}

/** The list of an object's records. */
export function listView({ objectName, filterName, offset = 0 }: ListRequest, user: RequestUser, org: Org, site: SiteMetadata): PageView {
  const schema = schemaFor(org, user);
  const object = schema.object(objectName);
  if (object === undefined) return org.schema.object(objectName) === undefined ? notFoundView('object') : noAccessView();
  const model = listPageModel(object, { filterName, offset }, { schema, queries: org.queries, site, user });
  return {
    title: `${model.views.find((view) => view.current)?.label ?? 'All'} | ${object.labelPlural}`,
    status: 200,
    model,
    tabUrl: listUrl(object.name),
    reference: {
      type: 'standard__objectPage',
      attributes: { objectApiName: object.name, actionName: 'list' },
      state: filterName === undefined ? {} : { filterName },
    },
  };
}

/** The page of a tab that is no object's; 404 when there is none, or it cannot be drawn here. */
export function tabView(name: string, org: Org, site: SiteMetadata): PageView {
  const model = tabPageModel(name, site);
  if (model === undefined) return org.schema.object(name) === undefined ? notFoundView('page') : notFoundView('tab');
  return {
    title: model.title,
    status: 200,
    model,
    tabUrl: tabUrl(name),
    reference: { type: 'standard__navItemPage', attributes: { apiName: name }, state: {} },
  };
}

/** The start page: the one that the app names, else the shell's own. */
export async function homeView(user: RequestUser, org: Org, site: SiteMetadata): Promise<PageView> {
  const tabUrl = '/lightning/page/home';
  const demo = await readDemoNote(org.dataFolder);
  const schema = schemaFor(org, user);
  const { tabs, appLabel } = navigationTabs(site, schema, tabUrl);
  return {
    title: `Home | ${appLabel}`,
    status: 200,
    model: homeFlexiPageModel(site) ?? homePageModel({ schema, queries: org.queries, site, user, tabs, demo }),
    tabUrl,
    reference: { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} },
  };
}

const notFoundTexts = {
  page: ['Page not found', 'There is no page at this address.'],
  tab: ['Page not found', 'This tab opens the records of an object: its list is at /lightning/o/<object>/list.'],
  object: ['Object not found', 'This org has no object of that name.'],
  record: ['Record not found', 'There is no record at this address. It may have been deleted.'],
} as const;

/** What stands where nothing is. */
export function notFoundView(what: keyof typeof notFoundTexts): PageView {
  const [title, text] = notFoundTexts[what];
  return messageView(404, title, text);
}

/** What stands where a user may not look, in the platform's words. */
export function noAccessView(): PageView {
  return messageView(403, 'Insufficient Privileges', noAccessText);
}

const noAccessText =
  'You do not have the level of access necessary to perform the operation you requested. ' +
  'Please contact the owner of the record or your administrator if access is necessary.';

/** A page that only says something. */
export function messageView(status: number, title: string, text: string): PageView {
  return { title, status, model: { kind: 'message', title, text }, reference: { type: 'standard__namedPage', attributes: {}, state: {} } };
}
