import { MetadataError, type MetadataProblem } from '../errors.ts';
import { childText } from './xmlTree.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

/**
 * Fields of each object's compact layout (the highlights of a record page), by
 * object name. An object without an assigned one is absent.
 * @throws MetadataError when an object assigns a layout that is not there
 */
export function readCompactLayouts(source: PackageSource): ReadonlyMap<string, readonly string[]> {
  const problems: MetadataProblem[] = [];
  const layouts = new Map<string, readonly string[]>();
  for (const file of filesOfType(source, 'CompactLayout')) {
    const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }));
    reader.harmless('label', 'fullName');
    layouts.set(
      `${file.object ?? ''}.${file.name}`,
      reader.each('fields', (field) => field.element.text.trim()),
    );
    reader.close();
  }
  const assigned = new Map<string, readonly string[]>();
  for (const file of filesOfType(source, 'CustomObject')) {
    const name = childText(file.root, 'compactLayoutAssignment');
    if (name === undefined || name === 'SYSTEM' || file.object === undefined) continue;
    const fields = layouts.get(`${file.object}.${name}`);
    if (fields === undefined)
      problems.push({ file: file.path, element: 'compactLayoutAssignment', message: `there is no compact layout ${name}` });
    else assigned.set(file.object, fields);
  }
  if (problems.length > 0) throw new MetadataError(problems);
  return assigned;
}
