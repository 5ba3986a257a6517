import { filesOfType, type PackageSource } from './packageSource.ts';
import { children, childText } from './xmlTree.ts';

/** Which Lightning page opens for the records of an object within an app. */
export interface PageOverride {
  readonly objectName: string;
  readonly flexiPage: string;
}

/** A Lightning app. */
export interface CustomApplication {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  /** `standard-home`, `standard-Account`, `PulseResponse__c`, ... in the order of the navigation bar. */
  readonly tabs: readonly string[];
  readonly pages: readonly PageOverride[];
}

/** Reads the apps. The page for phones is the same page here: it follows the width of the window. */
export function readCustomApplications(source: PackageSource): readonly CustomApplication[] {
  return filesOfType(source, 'CustomApplication').map(({ name, root }): CustomApplication => {
    const description = childText(root, 'description');
    const overrides = children(root, 'actionOverrides').filter(
      (override) =>
        childText(override, 'actionName') === 'View' &&
        childText(override, 'type') === 'Flexipage' &&
        (childText(override, 'formFactor') ?? 'Large') === 'Large',
    );
    return {
      name,
      label: childText(root, 'label') ?? name,
      tabs: children(root, 'tabs').map((tab) => tab.text.trim()),
      pages: overrides.map((override) => ({
        objectName: childText(override, 'pageOrSobjectType') ?? '',
        flexiPage: childText(override, 'content') ?? '',
      })),
      ...(description === undefined ? {} : { description }),
    };
  });
}
