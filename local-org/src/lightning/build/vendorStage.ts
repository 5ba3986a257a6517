import { rollup, type Plugin } from 'rollup';
import { appProvided } from './appProvided.ts';
import { buildConstants } from './buildConstants.ts';
import { entryInputs, entryModules } from './entryModules.ts';
import { engineFiles, installedPackages } from './installedPackages.ts';
import { lwcCompiler } from './lwcCompiler.ts';
import { minifiedChunks } from './minifiedChunks.ts';
import { pageSettingsModules } from './pageSettings.ts';
import { pageWords } from './pageWords.ts';
import { spriteIcons } from './spriteIcons.ts';
import { refuseUnresolved } from './unresolvedImports.ts';
import { writtenEntries } from './writtenEntries.ts';

/** What the vendor stage wrote. */
export interface VendorStage {
  /** File name by specifier, for the import map. */
  readonly entries: Readonly<Record<string, string>>;
  /** All files. */
  readonly files: readonly string[];
}

/**
 * Builds the LWC engine and the base components into one file with a small
 * entry for each specifier, so that a page loads one large file and keeps it.
 * @param specifiers what pages import: `lwc`, `lightning/button`, ...
 * @param folder where the files go; must exist
 */
export async function buildVendorStage(
  specifiers: readonly string[],
  folder: string,
  onModule: (count: number) => void,
): Promise<VendorStage> {
  const bundle = await rollup({
    input: entryInputs(specifiers),
    preserveSymlinks: true,
    preserveEntrySignatures: 'strict',
    plugins: [
      progressOf(onModule),
      entryModules(),
      spriteIcons(),
      appProvided(),
      pageSettingsModules(),
      pageWords(),
      buildConstants(),
      installedPackages(),
      lwcCompiler([]),
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
      // Synthetic shadow must run before the engine, so it is a file of its own.
      manualChunks: (id) => (id === engineFiles['@lwc/synthetic-shadow'] ? 'synthetic-shadow' : 'vendor'),
      plugins: [minifiedChunks()],
    });
    return { entries: writtenEntries(output, specifiers), files: output.map((file) => file.fileName) };
  } finally {
    await bundle.close();
  }
}

function progressOf(onModule: (count: number) => void): Plugin {
  let count = 0;
  return {
    name: 'progress',
    moduleParsed: () => {
      count += 1;
      onModule(count);
    },
  };
}
