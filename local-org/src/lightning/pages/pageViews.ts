import { mayStart } from '../../flow/mayStart.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { SObjectType } from '../../schema/types.ts';
import type { SelectStatement } from '../../soql/ast.ts';
import { fillText, type Texts } from '../texts/fillText.ts';
import { homeFlexiPageModel, tabPageModel } from './appPage.ts';
import { readDemoNote } from './demoNote.ts';
import { homePageModel } from './homePage.ts';
import { listPageModel, type ListPlace } from './listPage.ts';
import { listUrl, navigationTabs, tabUrl } from './navigationTabs.ts';
import { mayOfRecord } from './objectMay.ts';
import type { PageModel, PageSettings, RecordDialogModel } from './pageSettings.ts';
import { recordPageModel } from './recordPage.ts';
import { relatedListPageModel, type RelatedListPlace } from './relatedListPage.ts';
import { searchPageModel } from './searchPage.ts';
import type { SiteMetadata } from './siteMetadata.ts';
import type { Viewer } from './viewer.ts';
import { viewerFacts } from './viewerFacts.ts';

/** A page as a route answers it. */
export interface PageView {
  readonly title: string;
  readonly status: number;
  readonly model: PageModel;
  /** Address of the tab to which the page belongs. */
  readonly tabUrl?: string;
  readonly reference: PageSettings['reference'];
}

/** What a view is made from. */
export interface ViewContext {
  readonly org: Org;
  readonly site: SiteMetadata;
  readonly viewer: Viewer;
}

/** A record that the viewer may see. */
export interface FoundRecord {
  readonly object: SObjectType;
  readonly id: string;
  readonly name: string;
}

/** The record of an id, or the page that says why there is none: 404 when there is no such object or record, 403 when it is not for this user. */
export function findRecord(id: string, objectName: string | undefined, { org, viewer }: ViewContext): FoundRecord | PageView {
  const { texts } = viewer;
  const whole = org.schema.objectOfId(id);
  const object = whole === undefined ? undefined : viewer.schema.object(whole.name);
  if (whole !== undefined && object === undefined) return noAccessView(texts);
  if (object === undefined || (objectName !== undefined && objectName.toLowerCase() !== object.name.toLowerCase()))
    return notFoundView('record', texts);
  const record = recordIds(id)
    .map((candidate) => org.store.read(object, [candidate]).get(candidate))
    .find((found) => found !== undefined);
  if (record === undefined) return notFoundView('record', texts);
  const recordId = String(record['Id'] ?? id);
  if (!maySee(org, viewer.user, object.name, recordId)) return noAccessView(texts);
  const name = object.nameField === undefined ? undefined : record[object.nameField];
  return { object, id: recordId, name: typeof name === 'string' ? name : object.label };
}

/**
 * The page of a record.
 * @param dialog which dialog is open over it
 */
export function recordView(id: string, objectName: string | undefined, context: ViewContext, dialog?: RecordDialogModel['mode']): PageView {
  const found = findRecord(id, objectName, context);
  if ('status' in found) return found;
  const { object, name } = found;
  const { org, site, viewer } = context;
  const canStart = (name: string): boolean => {
    const flow = org.flows.screens.flow(name);
    return flow !== undefined && mayStart(flow, viewer.user);
  };
  const { schema, texts, app } = viewer;
  const model = recordPageModel(object, found, { schema, site, texts, app, canStart, facts: viewerFacts(org, viewer.user) });
  const open = { mode: dialog ?? 'edit', objectApiName: object.name, recordId: found.id, recordName: name };
  return {
    title: `${name} | ${object.label}`,
    status: 200,
    model: { ...model, may: mayOfRecord(object, found.id, viewer.user), ...(dialog === undefined ? {} : { dialog: open }) },
    tabUrl: listUrl(object.name),
    reference: {
      type: 'standard__recordPage',
      attributes: { recordId: found.id, objectApiName: object.name, actionName: dialog ?? 'view' },
      state: {},
    },
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

/** Which list of an object's records, and what is open over it. */
export interface ListRequest extends ListPlace {
  readonly objectName: string;
  /** Values of the new record whose dialog is open; absent: none is. */
  readonly defaults?: Readonly<Record<string, string>>;
}

/** The list of an object's records. */
export function listView({ objectName, defaults, ...place }: ListRequest, { org, site, viewer }: ViewContext): PageView {
  const { schema, texts, user } = viewer;
  const object = schema.object(objectName);
  if (object === undefined) return org.schema.object(objectName) === undefined ? notFoundView('object', texts) : noAccessView(texts);
  const model = listPageModel(object, place, { schema, queries: org.queries, site, user, texts });
  const dialog: { dialog?: RecordDialogModel } =
    defaults !== undefined && object.createable ? { dialog: { mode: 'new', objectApiName: object.name, defaults } } : {};
  return {
    title: `${model.label} | ${object.labelPlural}`,
    status: 200,
    model: { ...model, ...dialog },
    tabUrl: listUrl(object.name),
    reference: {
      type: 'standard__objectPage',
      attributes: { objectApiName: object.name, actionName: defaults === undefined ? 'list' : 'new' },
      state: place.filterName === undefined ? {} : { filterName: place.filterName },
    },
  };
}

/** Which related list of which record. */
export interface RelatedRequest extends Omit<RelatedListPlace, 'parent' | 'parentId' | 'parentName'> {
  readonly id: string;
  readonly objectName: string | undefined;
}

/** All records of a related list. */
export function relatedView({ id, objectName, ...place }: RelatedRequest, context: ViewContext): PageView {
  const found = findRecord(id, objectName, context);
  if ('status' in found) return found;
  const { org, site, viewer } = context;
  const { schema, texts, user } = viewer;
  const whole = { ...place, parent: found.object, parentId: found.id, parentName: found.name };
  const model = relatedListPageModel(whole, { schema, queries: org.queries, site, user, texts });
  if (model === undefined) return notFoundView('page', texts);
  return {
    title: `${model.label} | ${found.name}`,
    status: 200,
    model,
    tabUrl: listUrl(found.object.name),
    reference: {
      type: 'standard__recordRelationshipPage',
      attributes: { recordId: found.id, objectApiName: found.object.name, relationshipApiName: place.relatedListId, actionName: 'view' },
      state: {},
    },
  };
}

/** What was found for some words. @param objectName only among its records */
export function searchView(term: string, objectName: string | undefined, context: ViewContext): PageView {
  const { texts } = context.viewer;
  return {
    title: term === '' ? texts.search : fillText(texts.searchResultsFor, [term]),
    status: 200,
    model: searchPageModel({ term, objectName }, context),
    reference: { type: 'standard__search', attributes: {}, state: { term } },
  };
}

/** The page of a tab that is no object's; 404 when there is none, or it cannot be drawn here. */
export function tabView(name: string, { org, site, viewer }: ViewContext): PageView {
  const { texts } = viewer;
  const model = tabPageModel(name, { site, texts, facts: viewerFacts(org, viewer.user) });
  if (model === undefined) return notFoundView(org.schema.object(name) === undefined ? 'page' : 'tab', texts);
  return {
    title: model.title,
    status: 200,
    model,
    tabUrl: tabUrl(name),
    reference: { type: 'standard__navItemPage', attributes: { apiName: name }, state: {} },
  };
}

/** The start page: the one that the app names, else the shell's own. */
export async function homeView({ org, site, viewer }: ViewContext): Promise<PageView> {
  const tabUrl = '/lightning/page/home';
  const { user, schema, texts, app } = viewer;
  const place = { site, schema, texts, app };
  const { tabs, appLabel } = navigationTabs(place, tabUrl);
  const demo = await readDemoNote(org.dataFolder);
  const own = homeFlexiPageModel(app, { site, texts, facts: viewerFacts(org, user) });
  return {
    title: `${texts.home} | ${appLabel}`,
    status: 200,
    model: own ?? homePageModel({ ...place, queries: org.queries, user, tabs, demo }),
    tabUrl,
    reference: { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} },
  };
}

/** What stands where nothing is. */
export function notFoundView(what: 'page' | 'tab' | 'object' | 'record', texts: Texts): PageView {
  const said = {
    page: [texts.pageNotFound, texts.pageNotFoundText],
    tab: [texts.pageNotFound, texts.tabNotFoundText],
    object: [texts.objectNotFound, texts.objectNotFoundText],
    record: [texts.recordNotFound, texts.recordNotFoundText],
  } as const;
  const [title, text] = said[what];
  return messageView(404, title, text);
}

/** What stands where a user may not look, in the platform's words. */
export function noAccessView(texts: Texts): PageView {
  return messageView(403, texts.noAccess, texts.noAccessText);
}

/** A page that only says something. */
export function messageView(status: number, title: string, text: string): PageView {
  return { title, status, model: { kind: 'message', title, text }, reference: { type: 'standard__namedPage', attributes: {}, state: {} } };
}
