import type { FlexiPageComponent } from '../../metadata/flexiPage.ts';
import type { ComponentModel, PageModel } from './pageSettings.ts';
import type { SiteMetadata } from './siteMetadata.ts';

/** The package's bundles that stand on this page. */
export function bundlesOfPage(page: PageModel): readonly string[] {
  return page.kind === 'record' ? bundlesOf(page.regions.flatMap((region) => region.components)) : [];
}

/** The package's bundles that stand on any Lightning page. */
export function bundlesOfSite(site: SiteMetadata): readonly string[] {
  return bundlesOf(site.flexiPages.flatMap((page) => page.regions.flatMap((region) => region.components)));
}

function bundlesOf(components: readonly (ComponentModel | FlexiPageComponent)[]): readonly string[] {
  const inside = components.flatMap(({ children }) => bundlesOf(children));
  const here = components.filter(({ name }) => name.startsWith('c:')).map(({ name }) => name.slice(2));
  return [...new Set([...here, ...inside])].sort();
}
