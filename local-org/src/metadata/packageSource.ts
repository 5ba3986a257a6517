import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { MetadataProblem } from '../errors.ts';
import { MetadataError } from '../errors.ts';
import { parseXml, XmlSyntaxError, type XmlElement } from './xmlTree.ts';

/** One metadata file in source format, parsed. */
export interface MetadataFile {
  /** Path below the package folder with forward slashes, e.g. `flows/RequestSurvey.flow-meta.xml`. */
  readonly path: string;
  /** The root element's name, which is the metadata type: `CustomField`, `Flow`, ... */
  readonly type: string;
  /** Name without folder and suffix: `Rating__c`, `RequestSurvey`. */
  readonly name: string;
  /** Folder of the object for files under `objects/<Object>/`; undefined elsewhere. */
  readonly object?: string;
  readonly root: XmlElement;
}

/** The metadata of an org, or of a package as it lies on disk. */
export interface PackageSource {
  /** Where it comes from, for messages: an absolute folder, or empty for an org's own store. */
  readonly folder: string;
  readonly files: readonly MetadataFile[];
  /** The files beside the metadata, such as those of LWC bundles, by path: `lwc/customerPulse/customerPulse.js`. */
  readonly contents?: ReadonlyMap<string, Uint8Array>;
}

/** Files of one metadata type. */
export function filesOfType(source: PackageSource, type: string): readonly MetadataFile[] {
  return source.files.filter((file) => file.type === type);
}

/**
 * Reads and parses every `*-meta.xml` file of a package folder, sorted by path.
 * @throws MetadataError naming each file that is not well-formed XML, or the folder when there is none
 */
export async function readPackageSource(folder: string): Promise<PackageSource> {
  const paths = await metadataPaths(folder);
  const problems: MetadataProblem[] = [];
  const files: MetadataFile[] = [];
  for (const path of paths) {
    try {
      files.push(metadataFile(path, parseXml(await readFile(join(folder, path), 'utf8'))));
    } catch (error) {
      if (!(error instanceof XmlSyntaxError)) throw error;
      problems.push({ file: path, line: error.line, message: error.message });
    }
  }
  if (problems.length > 0) throw new MetadataError(problems);
  return { folder, files, contents: await bundleContents(folder) };
}

/** Files of LWC bundles but their meta files; tests are no part of a bundle. */
async function bundleContents(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await readdir(join(folder, 'lwc'), { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('-meta.xml') && !entry.parentPath.includes('__tests__'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path))] as const)));
}

async function metadataPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) throw new MetadataError([{ file: folder, message: 'there is no package folder here' }]);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('-meta.xml'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function metadataFile(path: string, root: XmlElement): MetadataFile {
  const segments = path.split('/');
  const fileName = segments.at(-1) ?? path;
  // `Rating__c.field-meta.xml` -> `Rating__c`; layout names keep their inner dots and dashes.
  const name = decodeURIComponent(fileName.replace(/\.[A-Za-z]+-meta\.xml$/u, ''));
  const object = segments[0] === 'objects' ? segments[1] : undefined;
  return object === undefined ? { path, type: root.name, name, root } : { path, type: root.name, name, object, root };
}
