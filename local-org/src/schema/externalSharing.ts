import type { MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from '../metadata/packageSource.ts';
import { child } from '../metadata/xmlTree.ts';
import type { Schema } from './types.ts';

/** How open each default is. */
const openness: Readonly<Record<string, number>> = {
  Private: 0,
  Read: 1,
  ReadSelect: 1,
  ReadWrite: 2,
  ReadWriteTransfer: 3,
  FullAccess: 4,
};

/**
 * External users never reach more than internal ones by default (Help,
 * "External Organization-Wide Defaults Overview"), and a detail follows its master for both.
 */
export function externalSharingProblems(source: PackageSource, schema: Schema): readonly MetadataProblem[] {
  return filesOfType(source, 'CustomObject').flatMap(({ path, root, object: folder, name }): MetadataProblem[] => {
    const element = child(root, 'externalSharingModel');
    const internal = schema.object(folder ?? name)?.sharingModel;
    const external = element?.text.trim() ?? '';
    if (element === undefined || internal === undefined) return [];
    const [inside, outside] = [openness[internal], openness[external]];
    const isWrong =
      inside === undefined || outside === undefined ? external !== internal && !internal.startsWith('ControlledBy') : outside > inside;
    const message = `The external organization-wide default ${external} is more permissive than the internal one, ${internal}`;
    return isWrong ? [{ file: path, line: element.line, element: 'externalSharingModel', message }] : [];
  });
}
