import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { Component, ComponentFile } from '../deployment/types.ts';
import { MetadataError } from '../errors.ts';
import { children, childText, parseXml, XmlSyntaxError, type XmlElement } from '../metadata/xmlTree.ts';

/** Folders whose components are folders themselves. */
const bundleFolders = new Set(['lwc', 'aura']);

/** Files that the CLI leaves out of a deployment. */
const ignored = /(?:^|\/)(?:__tests__|__mocks__|node_modules)\/|(?:^|\/)\.|\.eslintrc\.json$|jsconfig\.json$|tsconfig\.json$/u;

/**
 * The components of a folder in source format, as the Salesforce CLI would send them.
 * @throws MetadataError for files that are not well-formed XML
 */
export async function componentsOfFolder(folder: string): Promise<readonly Component[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !ignored.test(path))
    .sort();
  const components: Component[] = [];
  const beside = Map.groupBy(paths, (path) => dirname(path));
  for (const path of paths.filter((candidate) => candidate.endsWith('-meta.xml'))) {
    const root = parsed(path, await readFile(join(folder, path), 'utf8'));
    const files = await filesOf(folder, path, filesNear(path, paths, beside));
    components.push(...decomposed(path, root, files));
  }
  return components;
}

function parsed(path: string, text: string): XmlElement {
  try {
    return parseXml(text);
  } catch (error) {
    if (error instanceof XmlSyntaxError) throw new MetadataError([{ file: path, line: error.line, message: error.message }]);
    throw error;
  }
}

/** Where the files of a meta file can lie: beside it, or below for a bundle and a resource in a folder. */
function filesNear(path: string, paths: readonly string[], beside: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const hasFolder = bundleFolders.has(basename(dirname(dirname(path)))) || path.endsWith('.resource-meta.xml');
  return hasFolder ? paths : (beside.get(dirname(path)) ?? []);
}

/** Files beside a meta file: of the same bundle, or of the same name. */
async function filesOf(folder: string, metaPath: string, paths: readonly string[]): Promise<ComponentFile[]> {
  const parent = dirname(metaPath);
  const isBundle = bundleFolders.has(basename(dirname(parent)));
  const stem = metaPath.replace(/-meta\.xml$/u, '');
  const resource = stem.replace(/\.resource$/u, '');
  const belongs = (path: string): boolean => {
    if (path.endsWith('-meta.xml')) return false;
    if (isBundle) return path.startsWith(`${parent}/`);
    return path === stem || (resource !== stem && (path.startsWith(`${resource}.`) || path.startsWith(`${resource}/`)));
  };
  const chosen = paths.filter(belongs);
  return Promise.all(chosen.map(async (path) => ({ path: insidePackage(path), content: await readFile(join(folder, path)) })));
}

function decomposed(path: string, root: XmlElement, files: readonly ComponentFile[]): readonly Component[] {
  const fileName = insidePackage(path);
  if (root.name === 'CustomLabels') {
    return children(root, 'labels').map((label) => ({
      type: 'CustomLabel',
      fullName: childText(label, 'fullName') ?? '',
      fileName,
      root: { ...label, name: 'CustomLabel' },
      files: [],
    }));
  }
  return [{ type: root.name, fullName: fullNameOf(path, root), fileName, root, files }];
}

function fullNameOf(path: string, root: XmlElement): string {
  const segments = path.split('/');
  const name = decodeURIComponent((segments.at(-1) ?? '').replace(/\.[A-Za-z]+-meta\.xml$/u, ''));
  if (segments.at(-4) === 'objects') return `${segments.at(-3) ?? ''}.${name}`;
  if (root.name === 'CustomFieldTranslation') return `${segments.at(-2) ?? ''}.${name}`;
  if (bundleFolders.has(segments.at(-3) ?? '')) return segments.at(-2) ?? name;
  const folders = segments.findLastIndex((segment) => ['reports', 'dashboards', 'email', 'documents'].includes(segment));
  return folders >= 0 && segments.length > folders + 2 ? [...segments.slice(folders + 1, -1), name].join('/') : name;
}

/** A path from the folder of its type on: `main/default/lwc/a/a.js` -> `lwc/a/a.js`. */
function insidePackage(path: string): string {
  const segments = path.split('/');
  const bundles = segments.findIndex((segment) => bundleFolders.has(segment));
  const objects = segments.lastIndexOf('objects');
  return segments.slice(objects >= 0 ? objects : bundles >= 0 ? bundles : -2).join('/');
}
