import type { Component, Deletion } from '../../deployment/types.ts';
import { childText } from '../../metadata/xmlTree.ts';
import type { Archive } from '../archive/readArchive.ts';
import { metadataType, wholeFileType } from '../types/metadataTypes.ts';
import { destructiveFiles, type FileGroup, groupFiles } from './groupFiles.ts';
import { fileNameOfPart, MemberFilter, plainName } from './memberFilter.ts';
import { componentKey, type PackageContents, type PackageProblem } from './packageContents.ts';
import { type PackageXml, readPackageXml } from './packageXml.ts';
import { FileSyntaxError, parseFile } from './parseFile.ts';
import { notInPackage, readComponents } from './readComponents.ts';

export interface ReadPackageOptions {
  /** Whether what package.xml names may be missing in the archive. */
  readonly allowMissingFiles: boolean;
  /** Whether what package.xml does not name is deployed all the same. */
  readonly autoUpdatePackage: boolean;
}

/** Reads one package of an archive: what package.xml and the destructive changes name, with all problems found. */
export function readPackage(files: Archive, options: ReadPackageOptions): PackageContents {
  const problems: PackageProblem[] = [];
  const manifests: string[] = [];
  const read = (file: string): PackageXml | undefined => readManifest(files, file, manifests, problems);
  if (!files.has('package.xml')) return { ...empty, problems: [manifestProblem('package.xml', 'No package.xml found')] };
  const packageXml = read('package.xml');
  if (packageXml === undefined) return { ...empty, problems };
  const { groups, strays } = groupFiles(files);
  const filter = options.autoUpdatePackage ? undefined : new MemberFilter(packageXml);
  const components = distinct(
    groups.flatMap((group) => collect(readComponents(group, filter), problems)),
    problems,
  );
  problems.push(...strays.map(stray));
  if (!options.allowMissingFiles) problems.push(...missing(packageXml, groups, components, problems));
  const deletions = (names: readonly string[]): readonly Deletion[] => names.flatMap((file) => deletionsOf(file, read(file), problems));
  return { components, deleteFirst: deletions(destructiveFiles.first), deleteLast: deletions(destructiveFiles.last), problems, manifests };
}

const empty: PackageContents = { components: [], deleteFirst: [], deleteLast: [], problems: [], manifests: [] };

function manifestProblem(fileName: string, message: string, line?: number): PackageProblem {
  const problem = { kind: 'Error', type: '', fullName: fileName, fileName, message } as const;
  return line === undefined ? problem : { ...problem, line };
}

function readManifest(files: Archive, file: string, manifests: string[], problems: PackageProblem[]): PackageXml | undefined {
  const content = files.get(file);
  if (content === undefined) return undefined;
  try {
    const packageXml = readPackageXml(parseFile(content), ({ message, line }) => problems.push(manifestProblem(file, message, line)));
    manifests.push(file);
    return packageXml;
  } catch (error) {
    if (!(error instanceof FileSyntaxError)) throw error;
    problems.push(manifestProblem(file, error.message, error.line));
    return undefined;
  }
}

function collect(read: ReturnType<typeof readComponents>, problems: PackageProblem[]): readonly Component[] {
  problems.push(...read.problems);
  return read.components;
}

/** A name that stands twice in one file would leave open which of the two counts. */
function distinct(components: readonly Component[], problems: PackageProblem[]): readonly Component[] {
  const seen = new Map<string, Component>();
  for (const component of components) {
    const { type, fullName, fileName, root } = component;
    const key = componentKey(component);
    if (seen.has(key)) {
      const name = (root === undefined ? undefined : childText(root, 'fullName')) ?? fullName;
      problems.push({ kind: 'Error', type, fullName, fileName, message: `Duplicate name '${name}' specified`, ...lineOf(component) });
    } else seen.set(key, component);
  }
  return [...seen.values()];
}

function lineOf({ root }: Component): { line?: number } {
  return root === undefined ? {} : { line: root.line };
}

function stray(path: string): PackageProblem {
  return { kind: 'Warning', type: '', fullName: path.slice(path.lastIndexOf('/') + 1), fileName: path, message: notInPackage };
}

/** What package.xml names by name and the archive does not hold. */
function missing(
  { members }: PackageXml,
  groups: readonly FileGroup[],
  components: readonly Component[],
  problems: readonly PackageProblem[],
): readonly PackageProblem[] {
  // A file that could not be read is there: its own problem says what is wrong.
  const present = new Set([...components, ...problems].flatMap(({ type, fullName }) => memberKeys(type, fullName)));
  const files = groups.filter(({ type, contents }) => type.shape === 'file' || type.shape === 'bundle' || contents.length > 0);
  for (const { type, fullName } of files) for (const key of memberKeys(type.name, fullName)) present.add(key);
  return [...members].flatMap(([type, names]) =>
    names
      .filter((name) => name !== '*' && !present.has(keyOfMember(type, name)))
      .map((name) => ({
        kind: 'Error' as const,
        type: '',
        fullName: name,
        fileName: 'package.xml',
        message: `An object '${name}' of type ${type} was named in package.xml, but was not found in zipped directory`,
      })),
  );
}

function keyOfMember(type: string, name: string): string {
  const file = wholeFileType(type);
  return file === undefined ? `${type}#${plainName(name)}` : `${file.name}#${plainName(fileNameOfPart(name))}`;
}

/** Under which members of package.xml a component goes. */
function memberKeys(typeName: string, fullName: string): readonly string[] {
  const plain = plainName(fullName);
  const content = metadataType(typeName)?.contentType;
  const keys = [`${typeName}#${plain}`];
  if (content !== undefined) keys.push(`${content}#${plain}`);
  if (typeName === 'Document') keys.push(`${typeName}#${plain.replace(/\.[^./]*$/u, '')}`);
  return keys;
}

function deletionsOf(fileName: string, packageXml: PackageXml | undefined, problems: PackageProblem[]): readonly Deletion[] {
  const deletions: Deletion[] = [];
  for (const [type, names] of packageXml?.members ?? []) {
    for (const fullName of names) {
      if (fullName === '*') problems.push(manifestProblem(fileName, `The wildcard * is not supported in ${fileName} (${type})`));
      // The command line ends the names of folders with a slash.
      else deletions.push({ type, fullName: fullName.replace(/\/$/u, ''), fileName });
    }
  }
  return deletions;
}
