import type { CustomApplication } from '../../metadata/customApplication.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { Schema } from '../../schema/types.ts';
import type { Texts } from '../texts/fillText.ts';
import { tabPageModel } from './appPage.ts';
import type { TabModel } from './pageSettings.ts';
import { reportTab } from './reportTabs.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** What decides which tabs stand in the bar. */
export interface NavigationPlace {
  readonly site: SiteMetadata;
  /** As the user sees it. */
  readonly schema: Schema;
  readonly texts: Texts;
  /** The app that is open; undefined when the org has none. */
  readonly app: CustomApplication | undefined;
  /** Whose bar it is. */
  readonly user?: RequestUser;
}

/** Name and tabs of the app that a page stands in. */
export function navigationTabs(
  { site, schema, texts, app, user }: NavigationPlace,
  currentUrl: string,
): { readonly appLabel: string; readonly tabs: readonly TabModel[] } {
  const names = app?.tabs ?? ['standard-home', 'standard-Account', 'standard-Contact'];
  const tabs = names.flatMap((name): TabModel[] => {
    const tab = tabOf(name, schema, site, texts, user);
    return tab === undefined ? [] : [{ ...tab, current: tab.url === currentUrl }];
  });
  return { appLabel: app?.label ?? 'Local org', tabs };
}

/** Label and address; undefined for what the user does not have. */
export function tabOf(
  name: string,
  schema: Schema,
  site: SiteMetadata,
  texts: Texts,
  user?: RequestUser,
): Omit<TabModel, 'current'> | undefined {
  if (name === 'standard-home') return { label: texts.home, url: '/lightning/page/home' };
  const page = tabPageModel(name, { site, texts });
  if (page !== undefined) return { label: page.title, url: tabUrl(name) };
  const reports = reportTab(name, { schema, texts, user });
  if (reports !== undefined) return reports;
  const object = schema.object(name.replace(/^standard-/u, ''));
  return object === undefined ? undefined : { label: object.labelPlural, url: listUrl(object.name) };
}

/** Address of a tab that is no object's. */
export function tabUrl(name: string): string {
  return `/lightning/n/${name}`;
}

/** Address of an object's list. */
export function listUrl(objectName: string): string {
  return `/lightning/o/${objectName}/list`;
}
