import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { pathOfMetadata } from '../files/componentFiles.ts';
import { metadataPath } from '../types/filePlaces.ts';
import { childType, isMetadataType, metadataType, type MetadataType } from '../types/metadataTypes.ts';
import { fileProperties, type FileProperties, ofThePlatform } from './fileProperties.ts';
import { OrgComponents, parentName } from './orgComponents.ts';

export interface ListMetadataQuery {
  readonly type: string;
  /** Needed for reports, dashboards, documents and e-mail templates. */
  readonly folder?: string;
}

/**
 * The components of a type: Metadata API Developer Guide, "listMetadata()".
 * @throws SalesforceError INVALID_TYPE
 */
export function listMetadata(org: Org, { type, folder }: ListMetadataQuery): readonly FileProperties[] {
  if (!isMetadataType(type)) throw new SalesforceError('INVALID_TYPE', `Unknown type name '${type}'`);
  const components = new OrgComponents(org.deployments);
  const inFolder = isInFolder(type);
  return components
    .names(type)
    .filter((fullName) => !inFolder || (folder !== undefined && folder !== '' && fullName.startsWith(`${folder}/`)))
    .map((fullName) => {
      const component = components.find({ type, fullName });
      return fileProperties(org, type, fullName, fileNameOf(components, type, fullName), component ?? ofThePlatform);
    });
}

function isInFolder(type: string): boolean {
  const folder = metadataType(type)?.folderType;
  return folder !== undefined && metadataType(folder)?.contentType !== undefined;
}

function fileNameOf(components: OrgComponents, typeName: string, fullName: string): string {
  const child = childType(typeName);
  if (child !== undefined) return metadataPathOf(child.parent, parentName(child, fullName));
  const component = components.find({ type: typeName, fullName });
  const type = metadataType(typeName);
  if (component === undefined || type === undefined) return metadataPathOf(typeName, fullName);
  return listedPath(type, fullName, component.files[0]?.path ?? pathOfMetadata(type, component));
}

/** A bundle is listed by its folder, other components by their content or their metadata. */
function listedPath(type: MetadataType, fullName: string, path: string): string {
  if (type.shape === 'bundle') return `${type.directory}/${fullName}`;
  return type.contentType === undefined ? path : `${type.directory}/${fullName}`;
}

function metadataPathOf(typeName: string, fullName: string): string {
  const type = metadataType(typeName);
  return type === undefined ? fullName : metadataPath(type, fullName);
}
