import { checkAnalytics } from './checks/analytics.ts';
import { checkPermissions } from './checks/permissions.ts';
import { checkTranslations } from './checks/translations.ts';
import { MetadataError, type MetadataProblem } from '../errors.ts';
import type { ActionCatalog } from '../flow/actions/catalog.ts';
import type { CompiledFlow } from '../flow/compiledFlow.ts';
import { loadFlows } from '../flow/loadFlows.ts';
import { readSiteMetadata, type SiteMetadata } from '../lightning/pages/siteMetadata.ts';
import { checkSite } from '../lightning/pages/siteProblems.ts';
import type { PackageSource } from '../metadata/packageSource.ts';
import { readAnalyticsMetadata, type AnalyticsMetadata } from '../metadata/reports/analyticsMetadata.ts';
import { readPermissionMetadata, type PermissionMetadata } from '../metadata/permissions/permissionMetadata.ts';
import { buildSchema } from '../schema/buildSchema.ts';
import type { Schema } from '../schema/types.ts';
import { formulaProblems } from '../soql/formulaProblems.ts';

/** An org's whole metadata, read and found right. */
export interface CheckedMetadata {
  readonly source: PackageSource;
  readonly schema: Schema;
  /** Active flows. */
  readonly flows: readonly CompiledFlow[];
  /** What flows and clients can call. */
  readonly actions: ActionCatalog;
  readonly permissions: PermissionMetadata;
  readonly site: SiteMetadata;
  /** Reports, report types, dashboards and their folders. */
  readonly analytics: AnalyticsMetadata;
}

export interface MetadataCheck {
  /** Absent when there are errors. */
  readonly checked?: CheckedMetadata;
  /** Errors and warnings. */
  readonly problems: readonly MetadataProblem[];
}

/**
 * Reads an org's whole metadata. Objects come first: what is wrong with them
 * hides what is wrong with the rest.
 * @param runningBundles LWC bundles that run, when that is known already: none is compiled then
 */
export function checkMetadata(
  source: PackageSource,
  keyPrefixOf: (objectName: string) => string,
  runningBundles?: ReadonlySet<string>,
): MetadataCheck {
  const problems: MetadataProblem[] = [];
  const attempt = <Result>(work: () => Result): Result | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof MetadataError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const tell = (problem: MetadataProblem): void => {
    problems.push(problem);
  };
  const schema = attempt(() => buildSchema(source, { keyPrefixOf, formulaProblems, warn: tell }));
  if (schema === undefined) return { problems };
  const loaded = attempt(() => loadFlows(source, schema, tell));
  const permissions = readPermissionMetadata(source, tell);
  checkPermissions(source, schema, tell);
  checkTranslations(source, schema, tell);
  const site = readSiteMetadata(source, schema, tell, runningBundles);
  checkSite(source, schema, tell);
  const analytics = readAnalyticsMetadata(source, problems);
  checkAnalytics(analytics, schema, tell);
  const failed = problems.some((problem) => problem.warning !== true);
  if (failed || loaded === undefined) return { problems };
  return { checked: { source, schema, flows: loaded.active, actions: loaded.actions, permissions, site, analytics }, problems };
}
