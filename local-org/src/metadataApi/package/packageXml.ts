import { child, children, childText, type XmlElement } from '../../metadata/xmlTree.ts';
import { isMetadataType } from '../types/metadataTypes.ts';

/** What a package.xml or a file of destructive changes names. */
export interface PackageXml {
  /** Members by metadata type, in the order of the file; `*` is a member. */
  readonly members: ReadonlyMap<string, readonly string[]>;
  /** `66.0` */
  readonly version?: string;
}

/** Something wrong in such a file. */
export interface PackageXmlProblem {
  readonly message: string;
  readonly line: number;
}

const namespace = 'http://soap.sforce.com/2006/04/metadata';

/** Elements of the Package type: Metadata API Developer Guide, "package.xml". */
const elements = new Set([
  'apiAccessLevel',
  'description',
  'fullName',
  'namespacePrefix',
  'objectPermissions',
  'packageType',
  'postInstallClass',
  'setupWeblink',
  'types',
  'uninstallClass',
  'version',
]);

/**
 * Reads a package.xml. Whatever is right in it is given back although something else is wrong.
 * @param report told of each problem
 */
export function readPackageXml(root: XmlElement, report: (problem: PackageXmlProblem) => void): PackageXml {
  if (root.name !== 'Package') {
    report({ line: root.line, message: `Invalid element name: ${root.name}; expected {${namespace}}Package` });
    return { members: new Map() };
  }
  for (const { name, line } of root.children) {
    if (!elements.has(name)) report({ line, message: `Element {${namespace}}${name} invalid at this location in type Package` });
  }
  const members = new Map<string, readonly string[]>();
  for (const types of children(root, 'types')) readTypes(types, members, report);
  const version = readVersion(root, report);
  return version === undefined ? { members } : { members, version };
}

function readTypes(types: XmlElement, members: Map<string, readonly string[]>, report: (problem: PackageXmlProblem) => void): void {
  const name = childText(types, 'name') ?? '';
  if (name === '') {
    report({ line: types.line, message: 'Missing type name in package.xml' });
    return;
  }
  if (!isMetadataType(name)) {
    report({ line: child(types, 'name')?.line ?? types.line, message: `Unknown type name '${name}' specified in package.xml` });
    return;
  }
  const named = children(types, 'members')
    .map(({ text }) => text.trim())
    .filter((member) => member !== '');
  members.set(name, [...new Set([...(members.get(name) ?? []), ...named])]);
}

function readVersion(root: XmlElement, report: (problem: PackageXmlProblem) => void): string | undefined {
  const element = child(root, 'version');
  const version = element?.text.trim();
  if (element === undefined || version === undefined || version === '') return undefined;
  if (isUsableVersion(version)) return version;
  report({ line: element.line, message: `Invalid version specified: ${version}` });
  return undefined;
}

/** Newest version that packages are made for: Winter '27. They are read alike, whatever their version. */
const newestPackage = 68;

function isUsableVersion(version: string): boolean {
  return /^\d{1,3}\.0$/u.test(version) && Number(version) >= 8 && Number(version) <= newestPackage;
}

/** A package.xml that names these members. */
export function packageXmlElement(members: ReadonlyMap<string, readonly string[]>, version: string): XmlElement {
  const types = [...members].map(([name, named]) =>
    element('types', [...named.map((member) => element('members', member)), element('name', name)]),
  );
  return element('Package', [...types, element('version', version)]);
}

function element(name: string, content: string | readonly XmlElement[]): XmlElement {
  const text = typeof content === 'string' ? content : '';
  return { name, line: 0, attributes: {}, children: typeof content === 'string' ? [] : content, text };
}
