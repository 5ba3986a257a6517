import type { Schema } from '../../schema/types.ts';
import { tabPageModel } from './appPage.ts';
import type { TabModel } from './pageSettings.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** Name and tabs of the app that every page stands in: the package's first. */
export function navigationTabs(
  site: SiteMetadata,
  schema: Schema,
  currentUrl: string,
): { readonly appLabel: string; readonly tabs: readonly TabModel[] } {
  const app = site.applications[0];
  const names = app?.tabs ?? ['standard-home', 'standard-Account', 'standard-Contact'];
  const tabs = names.flatMap((name): TabModel[] => {
    const tab = tabOf(name, schema, site);
    return tab === undefined ? [] : [{ ...tab, current: tab.url === currentUrl }];
  });
  return { appLabel: app?.label ?? 'Local org', tabs };
}

/** Label and address; undefined for the platform's own pages that the shell lacks (reports, dashboards). */
function tabOf(name: string, schema: Schema, site: SiteMetadata): Omit<TabModel, 'current'> | undefined {
  if (name === 'standard-home') return { label: 'Home', url: '/lightning/page/home' };
  const page = tabPageModel(name, site);
  if (page !== undefined) return { label: page.title, url: tabUrl(name) };
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
