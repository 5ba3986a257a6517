import type { GetManualChunk, GetModuleInfo } from 'rollup';
import { join } from 'node:path';
import { browserFolder } from './folders.ts';

/** Below this many bundles that need a module, it stays with them; a label or a field is a line, and not worth a file of its own. */
const manyRoots = { module: 6, line: 2 } as const;

const dataFolder = join(browserFolder, 'lds');

/**
 * Which modules are written into files that many share. Left to itself, the bundler writes a file for each set of bundles that
 * share something: a hundred files of a kilobyte, each with its own request. So what most bundles of the package share is one
 * file, and so is what reads data.
 * @param packageFolder where the package's bundles lie
 */
export function sharedChunks(packageFolder: string): GetManualChunk {
  const rootsOf = new Map<string, ReadonlySet<string>>();
  const ofData = new Map<string, boolean>();
  return (id, { getModuleInfo }) => {
    if (isOfData(id, getModuleInfo, ofData)) return 'data';
    if (!isOfPackage(id, packageFolder, getModuleInfo)) return null;
    return roots(id, getModuleInfo, rootsOf).size < manyRoots[id.startsWith('\0') ? 'line' : 'module'] ? null : 'package';
  };
}

/** What reads data, and what that needs: were it anywhere else, two files would import each other. */
function isOfData(id: string, getModuleInfo: GetModuleInfo, known: Map<string, boolean>): boolean {
  const before = known.get(id);
  if (before !== undefined) return before;
  known.set(id, false);
  const found =
    id.startsWith(dataFolder) ||
    (id.startsWith(browserFolder) && (getModuleInfo(id)?.importers ?? []).some((importer) => isOfData(importer, getModuleInfo, known)));
  known.set(id, found);
  return found;
}

/** Its files, and the labels and fields that only they import, with what these are made from. */
function isOfPackage(id: string, folder: string, getModuleInfo: GetModuleInfo): boolean {
  if (id.startsWith(folder)) return true;
  const importers = id.startsWith('\0') ? (getModuleInfo(id)?.importers ?? []) : [];
  return importers.length > 0 && importers.every((importer) => isOfPackage(importer, folder, getModuleInfo));
}

/** The modules that a page loads by themselves and that need this one at once. */
function roots(id: string, getModuleInfo: GetModuleInfo, known: Map<string, ReadonlySet<string>>): ReadonlySet<string> {
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = new Set<string>();
  // Modules that import one another in a circle end here.
  known.set(id, found);
  const info = getModuleInfo(id);
  if (info === null) return found;
  if (info.isEntry || info.dynamicImporters.length > 0) found.add(id);
  for (const importer of info.importers) for (const root of roots(importer, getModuleInfo, known)) found.add(root);
  return found;
}
