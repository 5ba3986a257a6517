import type { MetadataProblem } from '../../errors.ts';
import type { MetadataFile } from '../packageSource.ts';
import type { ShapeReader } from '../shapeReader.ts';
import {
  folderAccessTypes,
  folderSharedToTypes,
  folderShareAccessLevels,
  publicFolderAccesses,
  type AnalyticsFolder,
  type FolderShare,
  type FolderType,
} from './folderTypes.ts';
import { present, readerOf, requiredWord } from './readParts.ts';
import { fullNameOf } from './readReport.ts';

/** Reads a folder of reports or dashboards. */
export function readFolder(file: MetadataFile, type: FolderType, problems: MetadataProblem[]): AnalyticsFolder {
  const reader = readerOf(file, problems);
  // Shares of orgs without enhanced folder sharing, which Salesforce has had no more since 2013.
  reader.refuse('sharedTo');
  const folder: AnalyticsFolder = {
    type,
    fullName: fullNameOf(file),
    file: file.path,
    line: reader.line,
    name: reader.requiredText('name'),
    folderShares: reader.each('folderShares', readShare),
    ...present({
      accessType: reader.oneOf('accessType', folderAccessTypes),
      publicFolderAccess: reader.oneOf('publicFolderAccess', publicFolderAccesses),
    }),
  };
  reader.close();
  return folder;
}

function readShare(reader: ShapeReader): FolderShare {
  return {
    line: reader.line,
    accessLevel: requiredWord(reader, 'accessLevel', folderShareAccessLevels, 'View'),
    sharedTo: reader.requiredText('sharedTo'),
    sharedToType: requiredWord(reader, 'sharedToType', folderSharedToTypes, 'Group'),
  };
}
