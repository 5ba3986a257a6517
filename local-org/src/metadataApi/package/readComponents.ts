import type { Component } from '../../deployment/types.ts';
import type { XmlElement } from '../../metadata/xmlTree.ts';
import { decompose, type DecomposedChild } from '../files/decompose.ts';
import { type MetadataType, typesInDirectory } from '../types/metadataTypes.ts';
import type { FileGroup } from './groupFiles.ts';
import type { MemberFilter } from './memberFilter.ts';
import type { PackageProblem } from './packageContents.ts';
import { FileSyntaxError, parseFile } from './parseFile.ts';

/** What became of the files of one component. */
export interface ReadComponents {
  readonly components: readonly Component[];
  readonly problems: readonly PackageProblem[];
}

const nothing: ReadComponents = { components: [], problems: [] };

/**
 * The components in a group of files that package.xml names; what it does not name is a warning.
 * @param filter undefined when everything in the archive is wanted
 */
export function readComponents(group: FileGroup, filter: MemberFilter | undefined): ReadComponents {
  const { type, fullName, metadata, contents } = group;
  const wanted = filter?.namesFile(type, fullName) ?? true;
  if (!wanted && type.children.length === 0) return { components: [], problems: [notNamed(group)] };
  // Without its content a component is not in the archive, which package.xml's check tells.
  if ((type.shape === 'content' || type.shape === 'mixed') && contents.length === 0) return nothing;
  if (metadata === undefined) return withoutMetadata(group);
  try {
    return readRoot(group, metadata.path, parseFile(metadata.content), filter);
  } catch (error) {
    if (!(error instanceof FileSyntaxError)) throw error;
    const problem = {
      kind: 'Error',
      type: type.name,
      fullName,
      fileName: metadata.path,
      message: error.message,
      line: error.line,
    } as const;
    return { components: [], problems: [problem] };
  }
}

/** Path that results name a component by: of a bundle its folder, else its content, else its metadata. */
function fileNameOf({ type, fullName, metadata, contents }: FileGroup): string {
  if (type.shape === 'bundle') return `${type.directory}/${fullName}`;
  return contents[0]?.path ?? metadata?.path ?? '';
}

function withoutMetadata(group: FileGroup): ReadComponents {
  const { type, fullName, contents } = group;
  const fileName = fileNameOf(group);
  if (type.shape === 'bundle' && type.name !== 'LightningComponentBundle') {
    return { components: [{ type: type.name, fullName, fileName, files: contents }], problems: [] };
  }
  const file = type.shape === 'bundle' ? `${fileName}/${fullName}.js-meta.xml` : `${fileName}-meta.xml`;
  return { components: [], problems: [{ kind: 'Error', type: type.name, fullName, fileName, message: `Missing metadata file: ${file}` }] };
}

function readRoot(group: FileGroup, path: string, root: XmlElement, filter: MemberFilter | undefined): ReadComponents {
  const { type, fullName, contents } = group;
  const typeName = typeOfRoot(type, root);
  if (typeName === undefined) {
    const message = `Error parsing file: Element ${root.name} invalid at this location, expected ${type.name}`;
    return { components: [], problems: [{ kind: 'Error', type: type.name, fullName, fileName: path, message, line: root.line }] };
  }
  if (type.children.length > 0) return readParts(group, path, root, filter);
  const named = type.name === 'Settings' ? root : { ...root, name: typeName };
  return { components: [{ type: typeName, fullName, fileName: fileNameOf(group), root: named, files: contents }], problems: [] };
}

/** The type that a root element says; undefined when it does not belong into the file. */
function typeOfRoot(type: MetadataType, root: XmlElement): string | undefined {
  // `settings/Account.settings` has <AccountSettings>.
  if (type.name === 'Settings') return root.name.endsWith('Settings') ? type.name : undefined;
  if (root.name === type.name) return type.name;
  // Folders of classic and of Lightning templates lie in one directory.
  if (type.name === 'EmailFolder' && root.name === 'EmailTemplateFolder') return root.name;
  // Of types that share a directory the suffix decides, whatever the root says: real packages have the wrong one.
  return typesInDirectory(type.directory).some(({ name }) => name === root.name) ? type.name : undefined;
}

function readParts(group: FileGroup, fileName: string, root: XmlElement, filter: MemberFilter | undefined): ReadComponents {
  const { type, fullName } = group;
  const { parent, children } = decompose(type, fullName, root);
  const components: Component[] = [];
  const problems: PackageProblem[] = [];
  if (isWanted(group, parent, filter)) components.push({ type: type.name, fullName, fileName, root: parent, files: [] });
  else if (filter?.namesFile(type, fullName) !== true && (parent.children.length > 0 || children.length === 0))
    problems.push(notNamed(group));
  for (const child of children) {
    const read = readPart(child, fullName, fileName, filter);
    if ('message' in read) problems.push(read);
    else components.push(read);
  }
  return { components, problems };
}

/** A file that brings nothing but parts, such as fields of a standard object, is no component unless it is named by name. */
function isWanted({ type, fullName }: FileGroup, parent: XmlElement, filter: MemberFilter | undefined): boolean {
  if (filter === undefined) return parent.children.length > 0;
  return filter.namesFile(type, fullName) && (parent.children.length > 0 || filter.namesByName(type, fullName));
}

function readPart(
  { type, fullName, root }: DecomposedChild,
  parentName: string,
  fileName: string,
  filter: MemberFilter | undefined,
): Component | PackageProblem {
  const place = { type: type.name, fullName: fullName ?? parentName, fileName, line: root.line };
  if (fullName === undefined) return { ...place, kind: 'Error', message: 'Required field is missing: fullName' };
  if (filter !== undefined && !filter.namesChild(type, parentName, fullName)) return { ...place, kind: 'Warning', message: notInPackage };
  return { type: type.name, fullName, fileName, root, files: [] };
}

/** The platform's words for a file or an element that package.xml does not name. */
export const notInPackage = 'Not in package.xml';

function notNamed(group: FileGroup): PackageProblem {
  return { kind: 'Warning', type: group.type.name, fullName: group.fullName, fileName: fileNameOf(group), message: notInPackage };
}
