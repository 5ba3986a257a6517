import { createRequire } from 'node:module';
import { z } from 'zod';

/**
 * Which metadata types there are, and where their files lie in a package. The
 * facts are those of Salesforce's own registry, which its command line works by.
 */

/** How the files of a type's components lie in a package. */
export type FileShape =
  /** One XML file: `flows/A.flow`. */
  | 'file'
  /** A content file and its `-meta.xml`: `classes/A.cls`. */
  | 'content'
  /** A content file or folder of any suffix and its `-meta.xml`: `documents/F/a.png`, `experiences/A`. */
  | 'mixed'
  /** A folder of files: `lwc/a/a.js`. */
  | 'bundle';

export interface MetadataType {
  /** `CustomObject` */
  readonly name: string;
  /** `objects` */
  readonly directory: string;
  /** `object`; absent for bundles. */
  readonly suffix?: string;
  readonly shape: FileShape;
  /** Type of the folders that hold its components: `ReportFolder` for `Report`. */
  readonly folderType?: string;
  /** For a type of folders, the type of what they hold: `Report` for `ReportFolder`. */
  readonly contentType?: string;
  /** What its files hold that is a component of its own. */
  readonly children: readonly ChildType[];
}

/** A type whose components are elements of another type's file. */
export interface ChildType {
  /** `CustomField` */
  readonly name: string;
  /** Name of its element in the parent's file: `fields`. */
  readonly element: string;
  /** `CustomObject` */
  readonly parent: string;
  /** Whether full names start with the parent's: `Account.Site`; a label's does not. */
  readonly namedByParent: boolean;
}

const childEntry = z.object({
  name: z.string(),
  directoryName: z.string(),
  xmlElementName: z.string().optional(),
  ignoreParentName: z.boolean().optional(),
});

const typeEntry = z.object({
  id: z.string(),
  name: z.string(),
  directoryName: z.string(),
  suffix: z.string().optional(),
  folderType: z.string().optional(),
  folderContentType: z.string().optional(),
  children: z.object({ types: z.record(z.string(), childEntry) }).optional(),
  strategies: z.object({ adapter: z.string() }).optional(),
});

type TypeEntry = z.infer<typeof typeEntry>;

const registry = z
  .object({ types: z.record(z.string(), typeEntry) })
  .parse(createRequire(import.meta.url)('@salesforce/source-deploy-retrieve/lib/src/registry/metadataRegistry.json'));

/**
 * Types whose inner elements are components: package.xml may name them, and a
 * deployment may bring one without the others. The registry knows more children,
 * which the platform takes only together with their file.
 */
const parents = new Set([
  'AssignmentRules',
  'AutoResponseRules',
  'Bot',
  'CustomLabels',
  'CustomObject',
  'EscalationRules',
  'MatchingRules',
  'SharingRules',
  'Workflow',
]);

const shapes: Readonly<Record<string, FileShape>> = {
  matchingContentFile: 'content',
  mixedContent: 'mixed',
  bundle: 'bundle',
  uiBundles: 'bundle',
  digitalExperience: 'bundle',
};

/** Every metadata type that has files of its own, in the registry's order. */
export const metadataTypes: readonly MetadataType[] = Object.values(registry.types).map(typeOf);

const typesByName = new Map(metadataTypes.map((type) => [type.name, type]));
const childTypesByName = new Map(metadataTypes.flatMap(({ children }) => children).map((type) => [type.name, type]));
const undividedTypes = new Map(
  Object.values(registry.types)
    .filter(({ name }) => !parents.has(name))
    .flatMap(({ name, children }) => Object.values(children?.types ?? {}).map((child) => [child.name, name] as const)),
);
const typesByDirectory = Map.groupBy(metadataTypes, ({ directory }) => directory);

export function metadataType(name: string): MetadataType | undefined {
  return typesByName.get(name);
}

export function childType(name: string): ChildType | undefined {
  return childTypesByName.get(name);
}

/**
 * The type whose files hold components of a type that are not taken apart, such
 * as the views of a DigitalExperienceBundle: a package may name these, and its file comes as a whole.
 */
export function wholeFileType(name: string): MetadataType | undefined {
  return metadataType(undividedTypes.get(name) ?? '');
}

/** Whether the platform has such a type, be it of files or of elements in them. */
export function isMetadataType(name: string): boolean {
  return typesByName.has(name) || childTypesByName.has(name) || undividedTypes.has(name);
}

/** Types whose components lie in a directory: `reports` has reports and their folders. */
export function typesInDirectory(directory: string): readonly MetadataType[] {
  return typesByDirectory.get(directory) ?? [];
}

function typeOf(entry: TypeEntry): MetadataType {
  const { name, directoryName: directory, suffix, folderType, folderContentType } = entry;
  return {
    name,
    directory,
    shape: shapes[entry.strategies?.adapter ?? ''] ?? 'file',
    children: parents.has(name) ? Object.values(entry.children?.types ?? {}).map((child) => childOf(name, child)) : [],
    ...(suffix === undefined ? {} : { suffix }),
    ...(folderType === undefined || folderContentType !== undefined ? {} : { folderType: nameOf(folderType) }),
    ...(folderContentType === undefined ? {} : { contentType: nameOf(folderContentType) }),
  };
}

function childOf(parent: string, entry: z.infer<typeof childEntry>): ChildType {
  return {
    name: entry.name,
    element: entry.xmlElementName ?? entry.directoryName,
    parent,
    namedByParent: entry.ignoreParentName !== true,
  };
}

/** The registry refers to types by id, which is the name in small letters. */
function nameOf(id: string): string {
  const entry = registry.types[id];
  if (entry === undefined) throw new Error(`the registry of metadata types has no ${id}`);
  return entry.name;
}
