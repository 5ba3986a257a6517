import type { FlexiPageComponent } from '../../metadata/flexiPage.ts';
import type { ComponentModel, PageModel } from './pageSettings.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** The package's bundles that stand on this page. */
export function bundlesOfPage(page: PageModel): readonly string[] {
  if (page.kind === 'out') return [page.component.replace(/^c:/u, '')];
  return page.kind === 'record' || page.kind === 'app' ? bundlesOf(page.regions.flatMap((region) => region.components)) : [];
}

/** The package's bundles that stand on any Lightning page, or in a tab of their own. */
export function bundlesOfSite(site: SiteMetadata): readonly string[] {
  const onPages = bundlesOf(site.flexiPages.flatMap((page) => page.regions.flatMap((region) => region.components)));
  // Actions, screens of flows and other sites' pages load theirs when they are opened.
  const opened = site.bundles.filter(({ exposed }) => exposed);
  const running = new Set(site.bundles.map(({ name }) => name));
  const inTabs = site.tabs.flatMap(({ opens }) => (opens?.kind === 'LightningComponentBundle' ? opens.target.replace(/^c:/u, '') : []));
  return [...new Set([...onPages, ...inTabs.filter((name) => running.has(name)), ...opened.map(({ name }) => name)])].sort();
}

function bundlesOf(components: readonly (ComponentModel | FlexiPageComponent)[]): readonly string[] {
  const inside = components.flatMap(({ children }) => bundlesOf(children));
  const here = components.filter(({ name }) => name.startsWith('c:')).map(({ name }) => name.slice(2));
  return [...new Set([...here, ...inside])].sort();
}
