import type { FlexiPageComponent } from '../../metadata/flexiPage.ts';
import type { ComponentModel, PageModel } from './pageSettings.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** The package's bundles that stand on this page. */
export function bundlesOfPage(page: PageModel): readonly string[] {
  return page.kind === 'record' || page.kind === 'app' ? bundlesOf(page.regions.flatMap((region) => region.components)) : [];
}

/** The package's bundles that stand on any Lightning page, or in a tab of their own. */
export function bundlesOfSite(site: SiteMetadata): readonly string[] {
  const onPages = bundlesOf(site.flexiPages.flatMap((page) => page.regions.flatMap((region) => region.components)));
  // Actions and screens of flows load theirs when they are opened.
  const opened = site.bundles.filter(({ exposed, targets }) => exposed && targets.some((target) => loadedLater.has(target)));
  const running = new Set(site.bundles.map(({ name }) => name));
  const inTabs = site.tabs.flatMap(({ opens }) => (opens?.kind === 'LightningComponentBundle' ? opens.target.replace(/^c:/u, '') : []));
  return [...new Set([...onPages, ...inTabs.filter((name) => running.has(name)), ...opened.map(({ name }) => name)])].sort();
}

const loadedLater: ReadonlySet<string> = new Set(['lightning__RecordAction', 'lightning__FlowScreen']);

function bundlesOf(components: readonly (ComponentModel | FlexiPageComponent)[]): readonly string[] {
  const inside = components.flatMap(({ children }) => bundlesOf(children));
  const here = components.filter(({ name }) => name.startsWith('c:')).map(({ name }) => name.slice(2));
  return [...new Set([...here, ...inside])].sort();
}
