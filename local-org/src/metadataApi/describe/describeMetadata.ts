import { metadataType, metadataTypes, type MetadataType } from '../types/metadataTypes.ts';

/** Metadata API Developer Guide, "DescribeMetadataObject". */
export interface DescribedType {
  readonly childXmlNames: readonly string[];
  readonly directoryName: string;
  readonly inFolder: boolean;
  readonly metaFile: boolean;
  readonly suffix?: string;
  readonly xmlName: string;
}

/** All types but those of folders, which are members of what they hold. */
export const describedTypes: readonly DescribedType[] = metadataTypes
  .filter(({ contentType }) => contentType === undefined)
  .map(described)
  .sort((one, other) => (one.xmlName < other.xmlName ? -1 : 1));

function described({ name, directory, suffix, shape, folderType, children }: MetadataType): DescribedType {
  return {
    childXmlNames: children.map((child) => child.name),
    directoryName: directory,
    inFolder: metadataType(folderType ?? '')?.contentType !== undefined,
    metaFile: shape === 'content' || shape === 'mixed',
    ...(suffix === undefined || shape === 'bundle' || name === 'Document' ? {} : { suffix }),
    xmlName: name,
  };
}
