import { rollup, type OutputAsset, type OutputChunk, type Plugin } from 'rollup';
import type { AppStageInput } from '../build/appStage.ts';
import { appProvidedSpecifiers } from '../build/appProvided.ts';
import { buildConstants } from '../build/buildConstants.ts';
import { asMetadataError } from '../build/buildFailure.ts';
import { entryInputs, entryModules } from '../build/entryModules.ts';
import { browserFolder } from '../build/folders.ts';
import { lwcCompiler } from '../build/lwcCompiler.ts';
import { minifiedChunks } from '../build/minifiedChunks.ts';
import { pageSettingsModules } from '../build/pageSettings.ts';
import { pageWords } from '../build/pageWords.ts';
import { platformModules } from '../build/platformModules.ts';
import { typescriptSources } from '../build/typescriptSources.ts';
import { refuseUnresolved } from '../build/unresolvedImports.ts';
import { vendorModules } from '../build/vendorModules.ts';
import { filesLoadedWith, writtenEntries } from '../build/writtenEntries.ts';
import { amdModules } from './amdModules.ts';
import { lockerPackages } from './lockerPackages.ts';
import { outsideModules } from './outsideModules.ts';
import { sandboxModule } from './sandboxModule.ts';
import { scopedValues, scopedValuesModule } from './scopedValues.ts';

/** What the sandbox stage wrote. */
export interface SandboxStage {
  /** File by specifier: modules of the page itself. */
  readonly entries: Readonly<Record<string, string>>;
  /** File by `c/<bundle>`: what is evaluated inside the sandbox. */
  readonly sandboxed: Readonly<Record<string, string>>;
  /** Further files that each of those asks for. */
  readonly loadedWith: Readonly<Record<string, readonly string[]>>;
}

/**
 * Builds the package's components a second time, for the sandbox: compiled as
 * the platform does for Lightning Web Security, as AMD modules, with everything
 * that is not theirs left outside.
 */
export async function buildSandboxStage(input: AppStageInput, folder: string): Promise<SandboxStage> {
  const outside = new Set<string>();
  const components = input.pageBundles.map((bundle) => `c/${bundle}`);
  try {
    const inside = await compileInside(input, components, (specifier) => outside.add(specifier), folder);
    const scoped = [...outside].filter((specifier) => specifier.startsWith('@salesforce/')).sort();
    const page = await compileOutside(input, scoped, folder);
    return {
      entries: writtenEntries(page, [sandboxModule, scopedValuesModule]),
      sandboxed: writtenEntries(inside, components),
      loadedWith: filesLoadedWith(inside, components),
    };
  } catch (error) {
    throw asMetadataError(error, input.modules);
  }
}

type Output = readonly (OutputChunk | OutputAsset)[];

async function compileInside(
  input: AppStageInput,
  components: readonly string[],
  onUse: (specifier: string) => void,
  folder: string,
): Promise<Output> {
  const bundle = await rollup({
    input: entryInputs(components),
    preserveSymlinks: true,
    preserveEntrySignatures: 'strict',
    plugins: [
      entryModules(),
      outsideModules(onUse),
      buildConstants(),
      lwcCompiler([input.modules.folder], { sandboxed: true }),
      refuseUnresolved(),
    ],
    onwarn: () => undefined,
  });
  try {
    const { output } = await bundle.write({
      dir: folder,
      format: 'amd',
      amd: { forceJsExtensionForImports: true },
      exports: 'named',
      interop: 'esModule',
      entryFileNames: 'inside-[name]-[hash].js',
      chunkFileNames: 'inside-[name]-[hash].js',
      plugins: [amdModules()],
    });
    return output;
  } finally {
    await bundle.close();
  }
}

/** The loader with the sandbox itself, and the values that the components import. */
async function compileOutside(input: AppStageInput, scoped: readonly string[], folder: string): Promise<Output> {
  const bundle = await rollup({
    input: entryInputs([sandboxModule, scopedValuesModule]),
    preserveSymlinks: true,
    preserveEntrySignatures: 'strict',
    plugins: [
      sandboxEntry(),
      scopedValues(scoped),
      entryModules(),
      lockerPackages(),
      pageSettingsModules(),
      pageWords(),
      platformModules(input),
      typescriptSources(),
      buildConstants(),
      vendorModules(new Set(appProvidedSpecifiers()), () => undefined),
      refuseUnresolved(),
    ],
    onwarn: () => undefined,
  });
  try {
    const { output } = await bundle.write({
      dir: folder,
      format: 'es',
      entryFileNames: '[name]-[hash].js',
      chunkFileNames: '[name]-[hash].js',
      plugins: [minifiedChunks()],
    });
    return output;
  } finally {
    await bundle.close();
  }
}

function sandboxEntry(): Plugin {
  return {
    name: 'sandbox-entry',
    resolveId: (specifier) => {
      if (specifier === sandboxModule) return `${browserFolder}/lws/sandbox.ts`;
      return specifier === scopedValuesModule ? { id: `\0${scopedValuesModule}` } : null;
    },
  };
}
