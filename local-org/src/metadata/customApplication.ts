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
  /** The same for phones, where they have pages of their own. */
  readonly smallPages: readonly PageOverride[];
  /** Lightning page that opens as the app's Home. */
  readonly homePage?: string;
}

/** Reads the apps. A phone gets the page for large screens, whose layout follows the width of the window, unless there is one for phones. */
export function readCustomApplications(source: PackageSource): readonly CustomApplication[] {
  return filesOfType(source, 'CustomApplication').map(({ name, root }): CustomApplication => {
    const description = childText(root, 'description');
    const homePage = homePageOf(root);
    return {
      name,
      label: childText(root, 'label') ?? name,
      tabs: children(root, 'tabs').map((tab) => tab.text.trim()),
      pages: overridesOf(root, 'Large'),
      smallPages: overridesOf(root, 'Small'),
      ...(description === undefined ? {} : { description }),
      ...(homePage === undefined ? {} : { homePage }),
    };
  });
}

function overridesOf(app: XmlElement, formFactor: 'Large' | 'Small'): readonly PageOverride[] {
  return children(app, 'actionOverrides')
    .filter(
      (override) =>
        childText(override, 'actionName') === 'View' &&
        childText(override, 'type') === 'Flexipage' &&
        (childText(override, 'formFactor') ?? 'Large') === formFactor,
    )
    .map((override) => ({
      objectName: childText(override, 'pageOrSobjectType') ?? '',
      flexiPage: childText(override, 'content') ?? '',
    }));
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
