import type { OutputAsset, OutputChunk } from 'rollup';
import { entryName } from './entryModules.ts';

/** Which file each specifier was written to. */
export function writtenEntries(output: readonly (OutputChunk | OutputAsset)[], specifiers: readonly string[]): Record<string, string> {
  const entries: Record<string, string> = {};
  for (const specifier of specifiers) {
    const chunk = output.find((file) => file.type === 'chunk' && file.isEntry && file.name === entryName(specifier));
    if (chunk === undefined) throw new Error(`The build of the pages wrote no file for "${specifier}".`);
    entries[specifier] = chunk.fileName;
  }
  return entries;
}

/**
 * The files that each specifier's entry imports, directly or not, so that a page can ask for all of them at once.
 * @param early ids of modules that are imported by `import()` as soon as others run
 */
export function filesLoadedWith(
  output: readonly (OutputChunk | OutputAsset)[],
  specifiers: readonly string[],
  early: ReadonlySet<string> = new Set(),
): Record<string, string[]> {
  const chunks = new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])));
  return Object.fromEntries(
    Object.entries(writtenEntries(output, specifiers)).map(([specifier, file]) => {
      const loaded = new Set<string>();
      const waiting = [file];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { imports = [], dynamicImports = [] } = chunks.get(next) ?? {};
        const atOnce = dynamicImports.filter((name) => early.has(chunks.get(name)?.facadeModuleId ?? ''));
        for (const name of [...imports, ...atOnce]) {
          if (!chunks.has(name) || loaded.has(name)) continue;
          loaded.add(name);
          waiting.push(name);
        }
      }
      return [specifier, [...loaded].sort()];
    }),
  );
}
