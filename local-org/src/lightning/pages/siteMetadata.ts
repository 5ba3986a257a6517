import { MetadataError, type MetadataProblem } from '../../errors.ts';
import { readCompactLayouts } from '../../metadata/compactLayout.ts';
import { type CustomApplication, readCustomApplications } from '../../metadata/customApplication.ts';
import { readCustomLabels } from '../../metadata/customLabels.ts';
import { type CustomTab, readCustomTabs } from '../../metadata/customTab.ts';
import { type FlexiPage, readFlexiPages } from '../../metadata/flexiPage.ts';
import { type Layout, readLayouts } from '../../metadata/layout.ts';
import { type ComponentBundle, pageComponentRules, readComponentBundles } from '../../metadata/lightningComponentBundle.ts';
import { type ListView, readListViews } from '../../metadata/listView.ts';
import type { PackageSource } from '../../metadata/packageSource.ts';
import { readRecordPageOverrides } from '../../metadata/recordPageOverrides.ts';

/** All that the package says about pages. */
export interface SiteMetadata {
  readonly bundles: readonly ComponentBundle[];
  readonly flexiPages: readonly FlexiPage[];
  /** Lightning page of an object's records where its own file names one, by object name. */
  readonly pageOfObject: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string>;
  readonly tabs: readonly CustomTab[];
  readonly applications: readonly CustomApplication[];
  /** Fields of the compact layout by object name. */
  readonly compactLayouts: ReadonlyMap<string, readonly string[]>;
  readonly layouts: readonly Layout[];
  readonly listViews: readonly ListView[];
}

/**
 * Reads it.
 * @throws MetadataError with the problems of all files together
 */
export function readSiteMetadata(source: PackageSource): SiteMetadata {
  const problems: MetadataProblem[] = [];
  const read = <T>(reader: () => T, otherwise: T): T => {
    try {
      return reader();
    } catch (error) {
      if (!(error instanceof MetadataError)) throw error;
      problems.push(...error.problems);
      return otherwise;
    }
  };
  const bundles = read(() => readComponentBundles(source), []);
  const site: SiteMetadata = {
    bundles,
    flexiPages: read(() => readFlexiPages(source, pageComponentRules(bundles)), []),
    pageOfObject: readRecordPageOverrides(source),
    labels: read(() => readCustomLabels(source), new Map<string, string>()),
    tabs: read(() => readCustomTabs(source), []),
    applications: read(() => readCustomApplications(source), []),
    compactLayouts: read(() => readCompactLayouts(source), new Map<string, readonly string[]>()),
    layouts: read(() => readLayouts(source), []),
    listViews: read(() => readListViews(source), []),
  };
  if (problems.length > 0) throw new MetadataError(problems);
  return site;
}
