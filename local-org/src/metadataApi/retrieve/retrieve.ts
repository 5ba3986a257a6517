import type { ComponentFile, StoredComponent } from '../../deployment/types.ts';
import type { Org } from '../../org.ts';
import { ArchiveError } from '../archive/archiveError.ts';
import { platformLimits } from '../archive/readArchive.ts';
import { writeArchive } from '../archive/writeArchive.ts';
import { fileProperties, type FileProperties, ofThePlatform, type Provenance } from '../describe/fileProperties.ts';
import { OrgComponents } from '../describe/orgComponents.ts';
import { componentFiles } from '../files/componentFiles.ts';
import { compose } from '../files/compose.ts';
import { writeMetadataFile } from '../files/writeMetadataFile.ts';
import { packageXmlElement } from '../package/packageXml.ts';
import { metadataPath } from '../types/filePlaces.ts';
import type { MetadataType } from '../types/metadataTypes.ts';
import type { RetrieveRequest } from './retrieveRequest.ts';
import { selectMembers } from './selectMembers.ts';

export interface RetrieveMessage {
  readonly fileName: string;
  readonly problem: string;
}

/** What a retrieve brings. */
export interface Retrieved {
  readonly zip: Uint8Array;
  readonly fileProperties: readonly FileProperties[];
  readonly messages: readonly RetrieveMessage[];
}

/** One retrieved file and whose it is. */
interface RetrievedFile extends ComponentFile {
  readonly properties: FileProperties;
}

/**
 * Brings the org's metadata in the form of files.
 * @throws ArchiveError LIMIT_EXCEEDED when there are more files than the platform gives at once
 */
export function retrieve(org: Org, request: RetrieveRequest, newestVersion: string): Retrieved {
  const components = new OrgComponents(org.deployments);
  const { whole, parts, problems } = selectMembers(components, request.members);
  const files = new Map<string, RetrievedFile>();
  const add = (file: RetrievedFile): void => void files.set(file.path, file);
  for (const [type, names] of whole) for (const name of names) wholeFiles(org, components, type, name).forEach(add);
  for (const [type, named] of parts) {
    for (const [name, children] of named) {
      if (whole.get(type)?.has(name) !== true) add(composedFile(org, type, name, undefined, children.map(withName)));
    }
  }
  const wanted = [...files.values()].filter(({ path }) => request.specificFiles.length === 0 || request.specificFiles.includes(path));
  if (wanted.length > platformLimits.files) {
    throw new ArchiveError('LIMIT_EXCEEDED', `Too many files in retrieve call, limit is: ${platformLimits.files}`);
  }
  return packed(org, request, wanted, problems, newestVersion);
}

function packed(
  org: Org,
  request: RetrieveRequest,
  files: readonly RetrievedFile[],
  problems: readonly string[],
  newestVersion: string,
): Retrieved {
  const prefix = request.singlePackage ? '' : 'unpackaged/';
  const manifest = `${prefix}package.xml`;
  const packageXml = writeMetadataFile(packageXmlElement(request.members, request.version === '' ? newestVersion : request.version));
  const zip = writeArchive(new Map([...files.map(({ path, content }) => [prefix + path, content] as const), [manifest, packageXml]]));
  const now = org.clock.now();
  const ofManifest = fileProperties(org, 'Package', manifest, manifest, { ...ofThePlatform, createdAt: now, lastModifiedAt: now });
  const unknownPackages = request.packageNames.map((name) => `Package '${name}' is not installed: local-org has no packages`);
  return {
    zip,
    fileProperties: [...files.map(({ properties }) => ({ ...properties, fileName: prefix + properties.fileName })), ofManifest],
    messages: [...problems, ...unknownPackages].map((problem) => ({ fileName: manifest, problem })),
  };
}

function wholeFiles(org: Org, components: OrgComponents, type: MetadataType, fullName: string): readonly RetrievedFile[] {
  const component = components.find({ type: type.name, fullName });
  if (type.children.length > 0) return [composedFile(org, type, fullName, component, components.children(type, fullName))];
  if (component === undefined) return [];
  return componentFiles(type, component).map((file) => ({
    ...file,
    properties: fileProperties(org, type.name, fullName, file.path, component),
  }));
}

function composedFile(
  org: Org,
  type: MetadataType,
  fullName: string,
  component: StoredComponent | undefined,
  children: readonly StoredComponent[],
): RetrievedFile {
  const path = metadataPath(type, fullName);
  const content = writeMetadataFile(compose(type, component?.root, children));
  return { path, content, properties: fileProperties(org, type.name, fullName, path, component ?? latest(children)) };
}

/** A standard field has no metadata of its own but its name. */
function withName(component: StoredComponent): StoredComponent {
  if (component.root !== undefined) return component;
  const name = component.fullName.slice(component.fullName.indexOf('.') + 1);
  const fullName = { name: 'fullName', line: 0, attributes: {}, children: [], text: name };
  return { ...component, root: { name: component.type, line: 0, attributes: {}, children: [fullName], text: '' } };
}

/** A file of components that is none itself was changed when its last component was. */
function latest(children: readonly StoredComponent[]): Provenance {
  const last = children.reduce<Provenance>((found, child) => (child.lastModifiedAt > found.lastModifiedAt ? child : found), ofThePlatform);
  return { ...last, id: '' };
}
