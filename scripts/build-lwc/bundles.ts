import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One component or service in `lwc-ts-src`. */
export interface Bundle {
  readonly name: string;
  readonly folder: string;
  /** Its files, relative to the folder; tests are left out. */
  readonly files: readonly string[];
}

const META_SUFFIX = '.js-meta.xml';

/** The bundles of a source folder by name: every folder with a file `<name>.js-meta.xml`. Throws for one without its module. */
export function findBundles(sourceFolder: string): Bundle[] {
  return readdirSync(sourceFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(sourceFolder, entry.name, entry.name + META_SUFFIX)))
    .map((entry) => readBundle(sourceFolder, entry.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** A file of a bundle, as text. */
export function readBundleFile(bundle: Bundle, file: string): string {
  return readFileSync(join(bundle.folder, file), 'utf8');
}

function readBundle(sourceFolder: string, name: string): Bundle {
  const folder = join(sourceFolder, name);
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
  if (!files.includes(`${name}.ts`)) throw new Error(`lwc-ts-src/${name} has no ${name}.ts: a bundle's module is named as its folder.`);
  return { name, folder, files };
}
