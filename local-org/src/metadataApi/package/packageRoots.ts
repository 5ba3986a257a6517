import type { Archive } from '../archive/readArchive.ts';

/** One package inside an archive. */
export interface PackageRoot {
  /** What its paths begin with: empty, or `unpackaged/`. */
  readonly prefix: string;
  /** Its files by their path below the prefix. */
  readonly files: Archive;
}

/**
 * The packages of an archive: with `singlePackage` the archive itself or its
 * one top folder, without it every top folder.
 */
export function packageRoots(archive: Archive, singlePackage: boolean): readonly PackageRoot[] {
  if (singlePackage && archive.has('package.xml')) return [{ prefix: '', files: archive }];
  const folders = topFolders(archive);
  if (singlePackage && folders.length !== 1) return [{ prefix: '', files: archive }];
  if (folders.length === 0) return [{ prefix: '', files: new Map() }];
  return folders.map((prefix) => ({ prefix, files: below(archive, prefix) }));
}

function topFolders(archive: Archive): readonly string[] {
  const folders = [...archive.keys()].filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/') + 1));
  return [...new Set(folders)];
}

function below(archive: Archive, prefix: string): Archive {
  const inside = [...archive].filter(([path]) => path.startsWith(prefix));
  return new Map(inside.map(([path, content]) => [path.slice(prefix.length), content]));
}
