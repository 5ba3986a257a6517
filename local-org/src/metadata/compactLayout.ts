import { filesOfType, type PackageSource } from './packageSource.ts';
import { notFound, tellerOf, type Tell } from './tell.ts';
import { child, children } from './xmlTree.ts';

/**
 * Fields of each object's compact layout (the highlights of a record page), by
 * object name. An object without an assigned one is absent.
 */
export function readCompactLayouts(source: PackageSource, tell: Tell): ReadonlyMap<string, readonly string[]> {
  const layouts = new Map(
    filesOfType(source, 'CompactLayout').map(({ object = '', name, root }) => [
      `${object}.${name}`.toLowerCase(),
      children(root, 'fields').map((field) => field.text.trim()),
    ]),
  );
  const assigned = new Map<string, readonly string[]>();
  for (const file of filesOfType(source, 'CustomObject')) {
    const assignment = child(file.root, 'compactLayoutAssignment');
    const name = assignment?.text.trim() ?? 'SYSTEM';
    if (name === 'SYSTEM' || name === '' || file.object === undefined) continue;
    const fields = layouts.get(`${file.object}.${name}`.toLowerCase());
    if (fields !== undefined) assigned.set(file.object, fields);
    else tellerOf(file.path, tell).error(notFound('compactLayoutAssignment', 'CompactLayout', `${file.object}.${name}`), assignment);
  }
  return assigned;
}
