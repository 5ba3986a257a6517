import type { StoredComponent } from '../../deployment/types.ts';
import type { OrgComponents } from '../describe/orgComponents.ts';
import { parentName } from '../describe/orgComponents.ts';
import { fileNameOfPart } from '../package/memberFilter.ts';
import { childType, isMetadataType, metadataType, type MetadataType, wholeFileType } from '../types/metadataTypes.ts';

/** What a retrieve brings: files of one component, or of components in them. */
export interface Selection {
  /** Components with files of their own. */
  readonly whole: ReadonlyMap<MetadataType, ReadonlySet<string>>;
  /** Components inside files that are not wanted as a whole: by the file's type and name. */
  readonly parts: ReadonlyMap<MetadataType, ReadonlyMap<string, readonly StoredComponent[]>>;
  /** What was asked for and is not there, in the platform's words. */
  readonly problems: readonly string[];
}

/** Finds what the members of a package.xml name in the org. */
export function selectMembers(components: OrgComponents, members: ReadonlyMap<string, readonly string[]>): Selection {
  const whole = new Map<MetadataType, Set<string>>();
  const parts = new Map<MetadataType, Map<string, StoredComponent[]>>();
  const problems: string[] = [];
  for (const [typeName, names] of members) {
    for (const name of names) {
      if (!select(components, typeName, name, whole, parts)) problems.push(problemOf(typeName, name));
    }
  }
  return { whole, parts, problems };
}

function problemOf(typeName: string, name: string): string {
  return isMetadataType(typeName)
    ? `Entity of type '${typeName}' named '${name}' cannot be found`
    : `Entity type: '${typeName}' is unknown`;
}

/** @returns whether there is what the name says; `*` may stand for nothing */
function select(
  components: OrgComponents,
  typeName: string,
  name: string,
  whole: Map<MetadataType, Set<string>>,
  parts: Map<MetadataType, Map<string, StoredComponent[]>>,
): boolean {
  const child = childType(typeName);
  const file = wholeFileType(typeName);
  if (file !== undefined) return name === '*' || select(components, file.name, fileNameOfPart(name), whole, parts);
  const type = metadataType(typeName) ?? metadataType(child?.parent ?? '');
  if (type === undefined) return false;
  if (child !== undefined) {
    const found =
      name === '*' ? components.list(typeName).filter(({ id }) => id !== '') : one(components.find({ type: typeName, fullName: name }));
    for (const component of found) addTo(parts, type, parentName(child, component.fullName), component);
    return found.length > 0 || name === '*';
  }
  const names = name === '*' ? everyName(components, type) : namesOf(components, type, name);
  for (const found of names) {
    const set = whole.get(found.type) ?? new Set();
    whole.set(found.type, set.add(found.fullName));
  }
  return names.length > 0 || name === '*';
}

interface Found {
  readonly type: MetadataType;
  readonly fullName: string;
}

/** `*` names no standard objects and nothing in folders: Metadata API Developer Guide, "Sample package.xml Manifest Files". */
function everyName(components: OrgComponents, type: MetadataType): readonly Found[] {
  if (metadataType(type.folderType ?? '')?.contentType !== undefined) return [];
  const names = components.names(type.name);
  const wanted = type.name === 'CustomObject' ? names.filter((name) => /__\w+$/u.test(name)) : names;
  return wanted.map((fullName) => ({ type, fullName }));
}

function namesOf(components: OrgComponents, type: MetadataType, name: string): readonly Found[] {
  const component = components.find({ type: type.name, fullName: name });
  if (component !== undefined) return [{ type, fullName: component.fullName }];
  if (type.children.length > 0) {
    const known = components.names(type.name).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    return known === undefined ? [] : [{ type, fullName: known }];
  }
  return folderNames(components, type, name) ?? documentNames(components, type, name);
}

/** `MyFolder` as a member of Report is the folder. */
function folderNames(components: OrgComponents, type: MetadataType, name: string): readonly Found[] | undefined {
  const folders = [type.folderType, type.name === 'EmailTemplate' ? 'EmailTemplateFolder' : undefined];
  for (const folder of folders) {
    const found = metadataType(folder ?? '');
    if (found?.contentType === undefined) continue;
    const component = components.find({ type: found.name, fullName: name });
    if (component !== undefined) return [{ type: found, fullName: component.fullName }];
  }
  return undefined;
}

/** A document may be named without its suffix. */
function documentNames(components: OrgComponents, type: MetadataType, name: string): readonly Found[] {
  if (type.name !== 'Document') return [];
  const found = components.list(type.name).find(({ fullName }) => fullName.replace(/\.[^./]*$/u, '') === name);
  return found === undefined ? [] : [{ type, fullName: found.fullName }];
}

function one(component: StoredComponent | undefined): readonly StoredComponent[] {
  return component === undefined ? [] : [component];
}

function addTo(
  parts: Map<MetadataType, Map<string, StoredComponent[]>>,
  type: MetadataType,
  parent: string,
  component: StoredComponent,
): void {
  const files = parts.get(type) ?? new Map<string, StoredComponent[]>();
  parts.set(type, files);
  files.set(parent, [...(files.get(parent) ?? []), component]);
}
