import { type MetadataType, typesInDirectory } from './metadataTypes.ts';

/** What a file of a package is. */
export interface FilePlace {
  readonly type: MetadataType;
  /** `Account`, `MyFolder/MyReport`. */
  readonly fullName: string;
  /** Whether the file holds the component's metadata, or is content beside it. */
  readonly role: 'metadata' | 'content';
}

const metaSuffix = '-meta.xml';

/**
 * What lies at a path below the package's root, by the path alone.
 * @returns undefined when no metadata type has files there
 * @example placeOfFile('classes/A.cls-meta.xml') // ApexClass A, its metadata
 */
export function placeOfFile(path: string): FilePlace | undefined {
  const [directory = '', ...rest] = path.split('/');
  if (rest.length === 0 || rest.includes('')) return undefined;
  if (directory === 'territory2Models') return territoryPlace(rest);
  const types = typesInDirectory(directory);
  const bundle = types.find(({ shape }) => shape === 'bundle');
  if (bundle !== undefined) return bundlePlace(bundle, rest);
  return suffixPlace(types, rest.join('/')) ?? mixedPlace(types, rest) ?? folderPlace(types, rest.join('/'));
}

/** Names of components of bundles made by a content type: `site/MySite`. */
const twoPartBundles = new Set(['digitalExperiences']);

function bundlePlace(type: MetadataType, rest: readonly string[]): FilePlace | undefined {
  const parts = twoPartBundles.has(type.directory) ? 2 : 1;
  if (rest.length <= parts) return undefined;
  const isMetadata = rest.length === parts + 1 && (rest.at(-1)?.endsWith(metaSuffix) ?? false);
  return { type, fullName: rest.slice(0, parts).join('/'), role: isMetadata ? 'metadata' : 'content' };
}

/** Files that end as their type's files do; of several such types the one with the longest suffix. */
function suffixPlace(types: readonly MetadataType[], rest: string): FilePlace | undefined {
  const isMeta = rest.endsWith(metaSuffix);
  const file = isMeta ? rest.slice(0, -metaSuffix.length) : rest;
  const [type] = types
    .filter(({ suffix, name }) => suffix !== undefined && endsWith(file, suffix) && !keepsItsSuffix(name))
    .sort((one, other) => (other.suffix?.length ?? 0) - (one.suffix?.length ?? 0));
  if (type?.suffix === undefined) return undefined;
  const isContent = !isMeta && (type.shape === 'content' || type.shape === 'mixed');
  return { type, fullName: file.slice(0, -type.suffix.length - 1), role: isContent ? 'content' : 'metadata' };
}

/** A document is named with the suffix of its file. */
function keepsItsSuffix(typeName: string): boolean {
  return typeName === 'Document';
}

function endsWith(file: string, suffix: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name.endsWith(`.${suffix}`) && name.length > suffix.length + 1;
}

/** Documents lie in folders; an experience is a folder beside its metadata, `experiences/A.site-meta.xml`. */
function mixedPlace(types: readonly MetadataType[], rest: readonly string[]): FilePlace | undefined {
  const type = types.find(({ shape }) => shape === 'mixed');
  if (type === undefined) return undefined;
  const [first = ''] = rest;
  const file = rest.join('/');
  if (type.folderType !== undefined) {
    if (rest.length === 1) return undefined;
    const isMeta = file.endsWith(metaSuffix);
    return { type, fullName: isMeta ? file.slice(0, -metaSuffix.length) : file, role: isMeta ? 'metadata' : 'content' };
  }
  if (rest.length > 1) return { type, fullName: first, role: 'content' };
  if (!first.endsWith(metaSuffix)) return undefined;
  return { type, fullName: first.slice(0, -metaSuffix.length).replace(/\.[^.]*$/u, ''), role: 'metadata' };
}

/** `reports/MyFolder-meta.xml`, or as in source format `reports/MyFolder.reportFolder-meta.xml`. */
function folderPlace(types: readonly MetadataType[], file: string): FilePlace | undefined {
  const type = types.find(({ contentType }) => contentType !== undefined);
  if (type === undefined || !file.endsWith(metaSuffix)) return undefined;
  return { type, fullName: file.slice(0, -metaSuffix.length), role: 'metadata' };
}

/** A territory model's folder holds the model, its territories and its rules. */
function territoryPlace(rest: readonly string[]): FilePlace | undefined {
  const [model = ''] = rest;
  const directory = rest.length === 2 ? 'territory2Models' : (rest[1] ?? '');
  const found = suffixPlace(typesInDirectory(directory), rest.at(-1) ?? '');
  if (found === undefined) return undefined;
  return { ...found, fullName: rest.length === 2 ? model : `${model}.${found.fullName}` };
}

/** Path of the file that holds the metadata of a component without content files. */
export function metadataPath(type: MetadataType, fullName: string): string {
  const { directory, suffix = 'site' } = type;
  if (type.contentType !== undefined || keepsItsSuffix(type.name)) return `${directory}/${fullName}${metaSuffix}`;
  if (type.name === 'Territory2Model') return `${directory}/${fullName}/${fullName}.${suffix}`;
  if (type.folderType === 'Territory2Model') {
    const [model = '', name = ''] = fullName.split('.', 2);
    return `territory2Models/${model}/${directory}/${name}.${suffix}`;
  }
  return `${directory}/${fullName}.${suffix}${type.shape === 'file' ? '' : metaSuffix}`;
}

/** Path of the `-meta.xml` of a component with a content file. */
export function metaFileOf(contentPath: string): string {
  return `${contentPath}${metaSuffix}`;
}
