import { assetsUrl } from '../build/staticAssets.ts';
import type { PageScripts } from '../pages/htmlPage.ts';
import type { SandboxBuild } from './sandboxCache.ts';
import { sandboxModule } from './sandboxModule.ts';

/** First part of the address of the sandbox's files, below `assetsUrl`. */
export const sandboxArea = 'lws';

const urlOf = (file: string): string => `${assetsUrl}/${sandboxArea}/${file}`;

/**
 * The scripts of a page whose components run inside the sandbox.
 * @param outside scripts of the same page with none of the package's components
 * @param bundles what of the package stands on the page
 */
export function sandboxScripts(build: SandboxBuild, outside: PageScripts, bundles: readonly string[]): PageScripts {
  const inside = Object.entries(build.sandboxed).map(([specifier, file]): [string, string] => [`inside/${specifier}`, urlOf(file)]);
  const own = Object.entries(build.entries).map(([specifier, file]): [string, string] => [specifier, urlOf(file)]);
  const shown = bundles.map((bundle) => `c/${bundle}`).filter((specifier) => specifier in build.sandboxed);
  const files = new Set(shown.flatMap((specifier) => [build.sandboxed[specifier] ?? '', ...(build.loadedWith[specifier] ?? [])]));
  return {
    importMap: { ...outside.importMap, ...Object.fromEntries([...inside, ...own]) },
    scripts: outside.scripts,
    preloads: [...outside.preloads, urlOf(build.entries[sandboxModule] ?? ''), ...[...files].map(urlOf)],
  };
}
