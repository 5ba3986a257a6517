import { filesOfType, type PackageSource } from './packageSource.ts';
import { children, childText, type XmlElement } from './xmlTree.ts';

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
  /** Lightning page that opens as the app's Home. */
  readonly homePage?: string;
}

/** Reads the apps. The page for phones is the same page here: it follows the width of the window. */
export function readCustomApplications(source: PackageSource): readonly CustomApplication[] {
  return filesOfType(source, 'CustomApplication').map(({ name, root }): CustomApplication => {
    const description = childText(root, 'description');
    const homePage = homePageOf(root);
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
      ...(homePage === undefined ? {} : { homePage }),
    };
  });
}

/** Home is assigned to an app by an override of the tab `standard-home`. */
function homePageOf(app: XmlElement): string | undefined {
  const override = children(app, 'actionOverrides').find(
    (candidate) =>
      childText(candidate, 'actionName') === 'Tab' &&
      childText(candidate, 'pageOrSobjectType') === 'standard-home' &&
      (childText(candidate, 'formFactor') ?? 'Large') === 'Large',
  );
  return override === undefined ? undefined : childText(override, 'content');
}
