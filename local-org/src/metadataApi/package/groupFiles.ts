import type { ComponentFile } from '../../deployment/types.ts';
import type { Archive } from '../archive/readArchive.ts';
import { placeOfFile } from '../types/filePlaces.ts';
import type { MetadataType } from '../types/metadataTypes.ts';

/** The files of one component with files of its own. */
export interface FileGroup {
  readonly type: MetadataType;
  readonly fullName: string;
  /** The XML file that is, or describes, the component. */
  readonly metadata?: ComponentFile;
  readonly contents: readonly ComponentFile[];
}

export interface GroupedFiles {
  readonly groups: readonly FileGroup[];
  /** Files where no metadata type has files. */
  readonly strays: readonly string[];
}

/** Puts the files of a package together by component, in the order of the archive. */
export function groupFiles(files: Archive): GroupedFiles {
  const groups = new Map<string, { type: MetadataType; fullName: string; metadata?: ComponentFile; contents: ComponentFile[] }>();
  const strays: string[] = [];
  for (const [path, content] of files) {
    if (isManifest(path)) continue;
    const place = placeOfFile(path);
    if (place === undefined) {
      strays.push(path);
      continue;
    }
    const { type, fullName, role } = place;
    const key = `${type.name}#${fullName}`;
    const group = groups.get(key) ?? { type, fullName, contents: [] };
    groups.set(key, group);
    if (role === 'metadata' && (type.shape !== 'bundle' || describedByRoot(type))) group.metadata = { path, content };
    else group.contents.push({ path, content });
  }
  return { groups: [...groups.values()], strays };
}

/** Bundles whose `-meta.xml` is metadata that is read; the other bundles are kept as files alone. */
export function describedByRoot({ name }: MetadataType): boolean {
  return name === 'LightningComponentBundle' || name === 'AuraDefinitionBundle';
}

/** Which deletions come before and after the rest: Metadata API Developer Guide, "Deleting Components from an Organization". */
export const destructiveFiles = {
  first: ['destructiveChangesPre.xml'],
  last: ['destructiveChanges.xml', 'destructiveChangesPost.xml'],
} as const;

const manifests = new Set(['package.xml', ...destructiveFiles.first, ...destructiveFiles.last]);

function isManifest(path: string): boolean {
  return manifests.has(path);
}
