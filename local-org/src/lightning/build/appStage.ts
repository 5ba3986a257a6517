import { rollup, type RollupOutput } from 'rollup';
import { appProvidedSpecifiers } from './appProvided.ts';
import { buildConstants } from './buildConstants.ts';
import { asMetadataError } from './buildFailure.ts';
import { earlyImports } from './earlyImports.ts';
import { entryInputs, entryModules } from './entryModules.ts';
import { browserFolder } from './folders.ts';
import { lwcCompiler } from './lwcCompiler.ts';
import { minifiedChunks } from './minifiedChunks.ts';
import type { PackageModules } from './packageModules.ts';
import { pageComponents } from './pageComponents.ts';
import { pageSettingsModules } from './pageSettings.ts';
import { pageWords } from './pageWords.ts';
import { platformModules, type PlatformModuleSources } from './platformModules.ts';
import { sharedChunks } from './sharedChunks.ts';
import { startModule } from './startModule.ts';
import { typescriptSources } from './typescriptSources.ts';
import { refuseUnresolved } from './unresolvedImports.ts';
import { vendorModules } from './vendorModules.ts';
import { filesLoadedWith, writtenEntries } from './writtenEntries.ts';

/** What the app stage wrote. */
export interface AppStage {
  /** File name by specifier: the start module, the provided `lightning/*` modules, `c/<bundle>` of each page component. */
  readonly entries: Readonly<Record<string, string>>;
  /** What the vendor stage must provide, sorted. */
  readonly vendorSpecifiers: readonly string[];
  /** Files that load together with an entry, by specifier. */
  readonly preloads: Readonly<Record<string, readonly string[]>>;
}

export interface AppStageInput extends PlatformModuleSources {
  readonly modules: PackageModules;
  /** Bundles that stand on FlexiPages. */
  readonly pageBundles: readonly string[];
}

/**
 * Builds the shell, the wires and the package's LWCs into a folder.
 * @throws MetadataError with file and specifier when an import leads nowhere or a bundle does not compile
 */
export async function buildAppStage(input: AppStageInput, folder: string): Promise<AppStage> {
  const used = new Set<string>();
  const early = new Set<string>();
  const specifiers = [startModule, ...appProvidedSpecifiers(), ...input.pageBundles.map((bundle) => `c/${bundle}`)];
  try {
    const { output } = await compile(input, specifiers, { used, early }, folder);
    return {
      entries: writtenEntries(output, specifiers),
      vendorSpecifiers: [...used.add('@lwc/synthetic-shadow')].sort(),
      preloads: filesLoadedWith(output, specifiers, early),
    };
  } catch (error) {
    throw asMetadataError(error, input.modules);
  }
}

/** What a build notes on its way. */
interface Noted {
  /** What the vendor stage must provide. */
  readonly used: Set<string>;
  /** Modules that are imported by `import()` as soon as others run. */
  readonly early: Set<string>;
}

async function compile(input: AppStageInput, specifiers: readonly string[], noted: Noted, folder: string): Promise<RollupOutput> {
  const bundle = await rollup({
    input: entryInputs(specifiers),
    preserveSymlinks: true,
    preserveEntrySignatures: 'strict',
    plugins: [
      entryModules(),
      pageComponents(input.pageBundles),
      pageSettingsModules(),
      pageWords(),
      platformModules(input),
      typescriptSources(),
      buildConstants(),
      vendorModules(new Set(appProvidedSpecifiers()), (specifier) => noted.used.add(specifier)),
      lwcCompiler([browserFolder, input.modules.folder]),
      earlyImports(input.modules.folder, (id) => noted.early.add(id)),
      refuseUnresolved(),
    ],
    onwarn: () => undefined,
  });
  try {
    return await bundle.write({
      dir: folder,
      format: 'es',
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: '[name]-[hash].js',
      manualChunks: sharedChunks(input.modules.folder),
      experimentalMinChunkSize: 1_000,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- what Rollup 5 does by itself: only what was told is moved
      onlyExplicitManualChunks: true,
      plugins: [minifiedChunks()],
    });
  } finally {
    await bundle.close();
  }
}
