import { readCompactLayouts } from '../../metadata/compactLayout.ts';
import { type CustomApplication, readCustomApplications } from '../../metadata/customApplication.ts';
import { readCustomLabels } from '../../metadata/customLabels.ts';
import { type CustomTab, readCustomTabs } from '../../metadata/customTab.ts';
import { type FlexiPage, readFlexiPages } from '../../metadata/flexiPage.ts';
import type { ComponentRules } from '../../metadata/flexiPageComponents.ts';
import { type Layout, readLayouts } from '../../metadata/layout.ts';
import { type ComponentBundle, pageComponentRules, readComponentBundles } from '../../metadata/lightningComponentBundle.ts';
import { type ListView, readListViews } from '../../metadata/listView.ts';
import { type OrgNames, orgNames } from '../../metadata/orgNames.ts';
import { filesOfType, type PackageSource } from '../../metadata/packageSource.ts';
import { type QuickAction, readQuickActions } from '../../metadata/quickAction.ts';
import { readRecordPageOverrides } from '../../metadata/recordPageOverrides.ts';
import { tellerOf, type Tell } from '../../metadata/tell.ts';
import type { Schema } from '../../schema/types.ts';
import { checkBundles } from '../bundles/checkBundles.ts';

/** All that the org's metadata says about pages and that can be shown here. */
export interface SiteMetadata {
  /** LWC bundles that run. */
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
  readonly quickActions: readonly QuickAction[];
}

/**
 * Reads it, and tells what is wrong with it and what of it is not shown here.
 * @param runningBundles LWC bundles that run, when that is known already: none is compiled then
 */
export function readSiteMetadata(source: PackageSource, schema: Schema, tell: Tell, runningBundles?: ReadonlySet<string>): SiteMetadata {
  const names = orgNames(source);
  const labels = readCustomLabels(source, tell);
  const world = { schema, labels, has: names.has, apexSource: (name: string) => names.textOf(`${name}.cls`) };
  const running = runningBundles === undefined ? checkBundles(source, world, tell) : knownBundles(source, runningBundles, tell);
  const bundles = readComponentBundles(source);
  return {
    bundles: bundles.filter(({ name }) => running.has(name)),
    flexiPages: readFlexiPages(source, componentsOf(bundles, running, names), tell),
    pageOfObject: readRecordPageOverrides(source),
    labels,
    tabs: readCustomTabs(source),
    applications: readCustomApplications(source),
    compactLayouts: readCompactLayouts(source, tell),
    layouts: readLayouts(source),
    listViews: readListViews(source),
    quickActions: readQuickActions(source, tell),
  };
}

function knownBundles(source: PackageSource, running: ReadonlySet<string>, tell: Tell): ReadonlySet<string> {
  for (const { path, name } of filesOfType(source, 'LightningComponentBundle')) {
    if (!running.has(name)) tellerOf(path, tell).notRun(`the component c/${name} uses what local-org does not run`);
  }
  return running;
}

function componentsOf(
  bundles: readonly ComponentBundle[],
  running: ReadonlySet<string>,
  names: OrgNames,
): (name: string) => ComponentRules | 'not run' | undefined {
  const rules = pageComponentRules(bundles);
  return (name) => {
    const bundle = name.replace(/^c:/u, '');
    const found = rules.get(name);
    // An exposed bundle for another place, such as the utility bar, stands there rightly; the shell has no such place.
    const isElsewhere = bundles.some((candidate) => candidate.name === bundle && candidate.exposed && candidate.targets.length > 0);
    if (found === undefined) return isElsewhere || names.has('AuraDefinitionBundle', bundle) ? 'not run' : undefined;
    return running.has(bundle) ? found : 'not run';
  };
}
