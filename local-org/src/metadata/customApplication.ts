import { MetadataError, type MetadataProblem } from '../errors.ts';
import { filesOfType, type PackageSource } from './packageSource.ts';
import { ShapeReader } from './shapeReader.ts';

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

/** Reads the apps. @throws MetadataError for settings that the shell does not know */
export function readCustomApplications(source: PackageSource): readonly CustomApplication[] {
  const problems: MetadataProblem[] = [];
  const apps = filesOfType(source, 'CustomApplication').map((file): CustomApplication => {
    const reader = new ShapeReader(file.root, (element, line, message) => problems.push({ file: file.path, element, line, message }));
    const app = readApp(file.name, reader);
    reader.close();
    return app;
  });
  if (problems.length > 0) throw new MetadataError(problems);
  return apps;
}

function readApp(name: string, reader: ShapeReader): CustomApplication {
  reader.harmless('brand', 'formFactors', 'isNavAutoTempTabsDisabled', 'isNavPersonalizationDisabled', 'isNavTabPersistenceDisabled');
  reader.harmless('isOmniPinnedViewEnabled', 'setupExperience', 'logo', 'defaultLandingTab', 'isServiceCloudConsole');
  reader.inert('navType', 'Standard');
  reader.inert('uiType', 'Lightning');
  reader.refuse('utilityBar', 'workspaceConfig', 'consoleConfig', 'profileActionOverrides', 'subscriberTabs');
  const description = reader.text('description');
  const pages = reader.each('actionOverrides', readOverride).flat();
  return {
    name,
    label: reader.requiredText('label'),
    tabs: reader.each('tabs', (tab) => tab.element.text.trim()),
    pages,
    ...(description === undefined ? {} : { description }),
  };
}

function readOverride(override: ShapeReader): readonly PageOverride[] {
  override.harmless('comment', 'skipRecordTypeSelect');
  override.inert('actionName', 'View');
  override.inert('type', 'Flexipage');
  // The page for phones is the same page here; it follows the width of the window.
  const formFactor = override.oneOf('formFactor', ['Large', 'Small'] as const) ?? 'Large';
  const page = { objectName: override.requiredText('pageOrSobjectType'), flexiPage: override.requiredText('content') };
  return formFactor === 'Large' ? [page] : [];
}
