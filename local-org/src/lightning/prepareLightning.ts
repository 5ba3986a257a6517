import type { PackageSource } from '../metadata/packageSource.ts';
import type { Schema } from '../schema/types.ts';
import { appBuild } from './build/appCache.ts';
import { defaultCacheFolder } from './build/folders.ts';
import { writePackageModules } from './build/packageModules.ts';
import { startModule } from './build/startModule.ts';
import { assetsUrl } from './build/staticAssets.ts';
import { vendorBuild } from './build/vendorCache.ts';
import { sandboxBuild } from './lws/sandboxCache.ts';
import { sandboxArea, sandboxScripts } from './lws/sandboxScripts.ts';
import type { PageScripts } from './pages/htmlPage.ts';
import { bundlesOfSite } from './pages/pageBundles.ts';
import { type Reader, wordsArea, WordsFiles } from './words/wordsFiles.ts';
import type { SiteMetadata } from './pages/siteMetadata.ts';

/** The pages of an org, built and ready to be served. */
export interface LightningSite {
  readonly metadata: SiteMetadata;
  /** Scripts of a page on which these bundles stand. */
  readonly scripts: (bundles: readonly string[]) => PageScripts;
  /** Address of the script with the words and formats for whoever reads the page; it comes before all others. */
  readonly wordsUrl: (reader: Reader) => string;
  /** The same for a page whose components run inside Lightning Web Security. Built when first asked for. */
  readonly sandboxScripts: (bundles: readonly string[]) => Promise<PageScripts>;
  /** Folder of built files by the first part of their address below `assetsUrl`. */
  readonly assetFolders: ReadonlyMap<string, string>;
}

/** What an org gives to have its pages built: metadata that was checked. */
export interface LightningInput {
  readonly source: PackageSource;
  readonly schema: Schema;
  readonly site: SiteMetadata;
}

export interface LightningOptions {
  /** Told what is going on, in words for a progress line. */
  readonly onProgress?: (step: string) => void;
  /** Where builds are kept; shared by all orgs of a checkout unless told otherwise. */
  readonly cacheFolder?: string;
}

/**
 * Builds what the pages load. The first time this takes some seconds (the base
 * components); afterwards only what changed is built. Awaited before the org
 * says that it is ready, and before a deployment takes effect.
 * @throws MetadataError when a component cannot be built
 */
export async function prepareLightning(input: LightningInput, options: LightningOptions = {}): Promise<LightningSite> {
  const { source, schema, site: metadata } = input;
  const { onProgress = () => undefined, cacheFolder = defaultCacheFolder } = options;
  onProgress('Building the pages');
  const modules = await writePackageModules(source.contents, cacheFolder);
  const pageBundles = bundlesOfSite(metadata);
  const sources = { modules, pageBundles, schema, labels: metadata.labels };
  const app = await appBuild(sources, cacheFolder);
  const vendor = await vendorBuild(app.vendorSpecifiers, cacheFolder, (count) => {
    if (count % 50 === 0) onProgress(`Building the base components (${count} modules)`);
  });

  const appUrl = (file: string): string => `${assetsUrl}/app/${file}`;
  const vendorUrl = (file: string): string => `${assetsUrl}/vendor/${file}`;
  const importMap = { ...mapValues(vendor.entries, vendorUrl), ...mapValues(app.entries, appUrl) };
  const startUrl = importMap[startModule] ?? '';
  const scripts = (bundles: readonly string[]): PageScripts => {
    const entries = [startModule, ...bundles.map((bundle) => `c/${bundle}`).filter((entry) => entry in app.entries)];
    const files = new Set(entries.flatMap((entry) => [app.entries[entry] ?? '', ...(app.preloads[entry] ?? [])]));
    return {
      importMap,
      scripts: [importMap['@lwc/synthetic-shadow'] ?? '', startUrl],
      preloads: [...vendor.files.map(vendorUrl), ...[...files].map(appUrl)],
    };
  };
  const words = new WordsFiles({ schema, labels: metadata.labels }, cacheFolder);
  const assetFolders = new Map([
    ['app', app.folder],
    ['vendor', vendor.folder],
    [wordsArea, words.folder],
  ]);
  const sandbox = once(async () => {
    const build = await sandboxBuild(sources, cacheFolder);
    assetFolders.set(sandboxArea, build.folder);
    return build;
  });
  const wordsUrl = (reader: Reader): string => words.urlFor(reader);
  return {
    metadata,
    assetFolders,
    scripts,
    wordsUrl,
    sandboxScripts: async (bundles) => sandboxScripts(await sandbox(), scripts([]), bundles),
  };
}

/** Does something when it is first asked for, and again when it failed. */
function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let done: Promise<Result> | undefined;
  return () => {
    done ??= work().catch((error: unknown) => {
      done = undefined;
      throw error;
    });
    return done;
  };
}

function mapValues(entries: Readonly<Record<string, string>>, change: (value: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value)]));
}
