import { filesOfType, type PackageSource } from './packageSource.ts';
import { children, childText } from './xmlTree.ts';

/** Which Lightning page an object's own file opens for its records, by object name. */
export function readRecordPageOverrides(source: PackageSource): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const file of filesOfType(source, 'CustomObject')) {
    for (const override of children(file.root, 'actionOverrides')) {
      const page = childText(override, 'content');
      const opensPage = childText(override, 'actionName') === 'View' && childText(override, 'type') === 'Flexipage';
      if (opensPage && page !== undefined && childText(override, 'formFactor') !== 'Small') pages.set(file.object ?? file.name, page);
    }
  }
  return pages;
}
