import { MetadataError, type MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

/**
 * Text of every custom label by name (`CustomLabels` files; several may share them out).
 * @throws MetadataError when a label is defined twice or lacks its text
 */
export function readCustomLabels(source: PackageSource): ReadonlyMap<string, string> {
  const problems: MetadataProblem[] = [];
  const labels = new Map<string, string>();
  for (const file of filesOfType(source, 'CustomLabels')) {
    const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }));
    reader.each('labels', (label) => {
      const name = label.requiredText('fullName');
      label.describeAs(`labels ${name}`);
      label.harmless('categories', 'language', 'protected', 'shortDescription');
      if (labels.has(name)) label.problem(`label ${name} is defined twice`);
      labels.set(name, label.requiredText('value'));
    });
    reader.close();
  }
  if (problems.length > 0) throw new MetadataError(problems);
  return labels;
}
