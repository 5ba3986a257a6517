import { iconOfTab } from '../pages/homePage.ts';
import { tabOf } from '../pages/navigationTabs.ts';
import type { SiteMetadata } from '../pages/siteMetadata.ts';
import type { Viewer } from '../pages/viewer.ts';

/** What the app launcher offers. */
export interface Launcher {
  readonly apps: readonly {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly url: string;
    readonly current: boolean;
  }[];
  readonly items: readonly { readonly label: string; readonly url: string; readonly icon: string }[];
}

const standardTabs = [
  'standard-Account',
  'standard-Contact',
  'standard-Lead',
  'standard-Opportunity',
  'standard-Case',
  'standard-Task',
  'standard-report',
  'standard-Dashboard',
];

/** The apps and the pages that the viewer may open, by label. */
export function launcherOf(site: SiteMetadata, { schema, texts, apps, app, user }: Viewer): Launcher {
  const names = [...new Set([...site.tabs.map(({ name }) => name), ...apps.flatMap(({ tabs }) => tabs), ...standardTabs])];
  const found = names.map((name) => tabOf(name, schema, site, texts, user)).filter((tab) => tab !== undefined);
  const byUrl = new Map(found.map((tab) => [tab.url, tab]));
  const { compare } = new Intl.Collator(user.language.replace('_', '-'));
  return {
    apps: apps.map(({ name, label, description = '' }) => ({
      name,
      label,
      description,
      url: `/lightning/app/${name}`,
      current: name === app?.name,
    })),
    items: [...byUrl.values()]
      .filter(({ url }) => url !== '/lightning/page/home')
      .map(({ label, url }) => ({ label, url, icon: iconOfTab(url, { schema, site, texts }) }))
      .sort((one, other) => compare(one.label, other.label)),
  };
}
