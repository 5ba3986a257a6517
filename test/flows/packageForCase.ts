import type { MetadataFile, PackageSource } from '../../local-org/src/metadata/packageSource.ts';
import type { XmlElement } from '../../local-org/src/metadata/xmlTree.ts';
import type { FlowCase } from './flowCase.ts';

/** Packages without files of their own, by what is switched on and off: the same for many cases, and read once. */
const switched = new WeakMap<PackageSource, Map<string, PackageSource>>();

/**
 * The package as a case needs it: its own files added (one of the same path
 * takes the place of the package's), templates switched on, flows switched off.
 * @throws Error for a flow that the package has not
 */
export function packageForCase(source: PackageSource, flowCase: FlowCase): PackageSource {
  const { given, extra } = flowCase;
  if (extra.length > 0) return adapted(source, flowCase);
  const known = switched.get(source) ?? new Map<string, PackageSource>();
  switched.set(source, known);
  const key = JSON.stringify([given.activate, given.deactivate]);
  const result = known.get(key) ?? adapted(source, flowCase);
  known.set(key, result);
  return result;
}

function adapted(source: PackageSource, { given, extra }: FlowCase): PackageSource {
  const own = new Set(extra.map((file) => file.path));
  const files = [...source.files.filter((file) => !own.has(file.path)), ...extra];
  const statuses = new Map([
    ...given.activate.map((name) => [name, 'Active'] as const),
    ...given.deactivate.map((name) => [name, 'Draft'] as const),
  ]);
  const missing = [...statuses.keys()].find((name) => !files.some((file) => file.type === 'Flow' && file.name === name));
  if (missing !== undefined) throw new Error(`The package has no flow ${missing}.`);
  return { ...source, files: files.map((file) => withStatus(file, file.type === 'Flow' ? statuses.get(file.name) : undefined)) };
}

/** Every flow of the package switched on: what there is to visit. */
export function allActive(source: PackageSource): PackageSource {
  return { ...source, files: source.files.map((file) => (file.type === 'Flow' ? withStatus(file, 'Active') : file)) };
}

function withStatus(file: MetadataFile, status: string | undefined): MetadataFile {
  if (status === undefined) return file;
  const children = file.root.children.map((child): XmlElement => (child.name === 'status' ? { ...child, text: status } : child));
  return { ...file, root: { ...file.root, children } };
}
