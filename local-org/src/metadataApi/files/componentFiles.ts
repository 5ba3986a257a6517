import type { Component, ComponentFile } from '../../deployment/types.ts';
import { metadataPath, metaFileOf } from '../types/filePlaces.ts';
import type { MetadataType } from '../types/metadataTypes.ts';
import { writeMetadataFile } from './writeMetadataFile.ts';

/** The files of a component that has files of its own, by their path below the package's root; its content as it was deployed. */
export function componentFiles(type: MetadataType, component: Component): readonly ComponentFile[] {
  const { root, files } = component;
  if (root === undefined) return files;
  return [...files, { path: pathOfMetadata(type, component), content: writeMetadataFile(root) }];
}

/** Path of the XML file of a component. */
export function pathOfMetadata(type: MetadataType, { fullName, files }: Component): string {
  const [content] = files;
  if (type.shape === 'bundle') return metaFileOf(`${type.directory}/${fullName}/${definitionOf(type, fullName, files)}`);
  if (content !== undefined && (type.shape === 'content' || isSingleFile(type))) return metaFileOf(content.path);
  return metadataPath(type, fullName);
}

function isSingleFile(type: MetadataType): boolean {
  return type.shape === 'mixed' && type.name !== 'ExperienceBundle';
}

/** The kinds of Aura bundle; each is described by the file that defines it. */
const auraDefinitions = ['app', 'cmp', 'evt', 'intf', 'tokens'];

/** The file of a bundle that its `-meta.xml` is named after. */
function definitionOf(type: MetadataType, fullName: string, files: readonly ComponentFile[]): string {
  const name = fullName.slice(fullName.lastIndexOf('/') + 1);
  if (type.name !== 'AuraDefinitionBundle') return `${name}.js`;
  const paths = new Set(files.map(({ path }) => path));
  const kind = auraDefinitions.find((suffix) => paths.has(`${type.directory}/${fullName}/${name}.${suffix}`)) ?? 'cmp';
  return `${name}.${kind}`;
}
