import { join } from 'node:path';
import { OrgClock } from './clock.ts';
import { keepAnalyticsRecords } from './deployment/analytics/keepAnalyticsRecords.ts';
import { checkMetadata, type CheckedMetadata } from './deployment/checkMetadata.ts';
import { ComponentStore, type ComponentMap } from './deployment/componentStore.ts';
import { changedPaths, goneWithData } from './deployment/changeSet.ts';
import { OrgDeployments } from './deployment/deployments.ts';
import { sourceOf } from './deployment/storeSource.ts';
import { MetadataError, type MetadataProblem } from './errors.ts';
import { keepSetupRecords } from './flow/actions/keepSetupRecords.ts';
import { prepareLightning, type LightningSite } from './lightning/prepareLightning.ts';
import { LiveOrg, type OrgParts } from './liveOrg.ts';
import { ConnectedApps } from './oauth/connectedApps.ts';
import { Sessions } from './oauth/sessions.ts';
import { buildParts, type PartsBasis } from './orgParts.ts';
import { ApiUsage } from './rest/apiUsage.ts';
import { recalculateRollups } from './save/recalculateRollups.ts';
import { storedKeyPrefixes } from './storage/bookkeeping.ts';
import { OrgDatabase } from './storage/database.ts';
import { migrationProblems } from './storage/fieldMigration.ts';
import { keepMetadataRecords } from './storage/metadataRecords/keepMetadataRecords.ts';
import { prepareStorage } from './storage/prepareStorage.ts';
import { RecordStore } from './storage/recordStore.ts';
import { seedOrganization, type SeededOrganization } from './users/seedOrganization.ts';
import { keepPermissions } from './users/permissions/keepPermissions.ts';
import { automatedProcess } from './users/userDirectory.ts';

/** The parts of an org, put together; nothing listens yet. */
export interface AssembledOrg {
  readonly org: LiveOrg;
  readonly database: OrgDatabase;
  readonly apps: ConnectedApps;
  readonly usage: ApiUsage;
  readonly seeded: SeededOrganization;
}

export interface AssembleOptions {
  readonly dataFolder: string;
  readonly now: number | undefined;
  readonly instanceUrl: () => string;
  /** Idle time after which a session ends; the platform's two hours when undefined. */
  readonly sessionMinutes?: number | undefined;
  /** API calls that are answered in a day; told but not enforced when undefined. */
  readonly dailyApiRequests?: number | undefined;
  /** Whether to build the Lightning pages. */
  readonly pages: boolean;
  /** Told what is going on, in words for a progress line. */
  readonly onProgress?: (step: string) => void;
}

/**
 * Opens the folder's org with what was deployed to it, or makes an empty one.
 * @throws MetadataError when what it holds cannot run here any more
 */
export async function assembleOrg(options: AssembleOptions): Promise<AssembledOrg> {
  const database = new OrgDatabase(join(options.dataFolder, 'org.sqlite'));
  try {
    return await openOrg(options, database);
  } catch (error) {
    database.close();
    throw error;
  }
}

async function openOrg(options: AssembleOptions, database: OrgDatabase): Promise<AssembledOrg> {
  const clock = new OrgClock(options.now);
  clock.keepIn(database);
  const components = new ComponentStore(database);
  const { checked, problems } = checkMetadata(
    sourceOf(components.components.values()),
    storedKeyPrefixes(database),
    components.runningBundles(),
  );
  if (checked === undefined) throw new MetadataError(problems.filter((problem) => problem.warning !== true));
  prepareStorage(database, checked.schema);
  const seeded = seedOrganization(database, checked.schema, new RecordStore(database, checked.schema), clock.now());
  const basis: PartsBasis = { database, clock, organizationId: seeded.organizationId, instanceUrl: options.instanceUrl };
  const sessions = new Sessions(database, seeded.organizationId, options.sessionMinutes);
  const pagesOf = pageBuilder(options);

  const deployments = new OrgDeployments<LightningSite | undefined>(
    {
      database,
      components,
      schema: () => org.schema,
      now: () => clock.now(),
      prepare: pagesOf,
      install: (toInstall, site, candidate) => {
        const gone = goneWithData(candidate.deleted);
        refuse(migrationProblems(database, org.schema, toInstall.schema, gone));
        const parts = install(basis, toInstall, seeded, site, gone);
        const unknown = keepAnalytics(basis, parts, toInstall, candidate.components);
        // Whoever was known when a folder was deployed may be gone by now: that is nobody else's fault.
        const changed = changedPaths(candidate);
        refuse(unknown.filter(({ file }) => changed.has(file)));
        return () => org.exchange(parts);
      },
    },
    problems,
  );
  const { instanceUrl, dataFolder } = options;
  const parts = install(basis, checked, seeded, await pagesOf(checked));
  keepAnalytics(basis, parts, checked, components.components);
  const org: LiveOrg = new LiveOrg({ id: seeded.organizationId, instanceUrl, database, clock, sessions, dataFolder, deployments }, parts);
  return { org, database, apps: new ConnectedApps(database), usage: new ApiUsage(database, clock, options.dailyApiRequests), seeded };
}

/** Makes tables and records fit the metadata, and the parts on them. */
function install(
  basis: PartsBasis,
  checked: CheckedMetadata,
  seeded: SeededOrganization,
  site: LightningSite | undefined,
  gone?: ReadonlySet<string>,
): OrgParts {
  const { database, clock, organizationId } = basis;
  const { schema } = checked;
  prepareStorage(database, schema, gone);
  const parts = buildParts(basis, checked, site);
  keepSetupRecords({ database, schema, store: parts.store }, checked.source, clock.now());
  keepMetadataRecords({ database, schema, store: parts.store }, checked.source, clock.now());
  keepPermissions({ database, schema, store: parts.store }, checked.permissions, clock.now());
  recalculateRollups({ database, schema, store: parts.store, organizationId, now: clock.now(), user: automatedProcess(seeded.adminId) });
  return parts;
}

/** @returns users and groups that reports' folders and dashboards name and the org does not have */
function keepAnalytics(
  basis: PartsBasis,
  { store }: OrgParts,
  checked: CheckedMetadata,
  components: ComponentMap,
): readonly MetadataProblem[] {
  const { database, clock, organizationId } = basis;
  const org = { database, schema: checked.schema, store };
  return keepAnalyticsRecords({ org, analytics: checked.analytics, components, organizationId, now: clock.now() });
}

function pageBuilder({ pages, onProgress }: AssembleOptions): (checked: CheckedMetadata) => Promise<LightningSite | undefined> {
  if (!pages) return () => Promise.resolve(undefined);
  return (checked) => prepareLightning(checked, onProgress === undefined ? {} : { onProgress });
}

function refuse(problems: readonly MetadataProblem[]): void {
  if (problems.length > 0) throw new MetadataError(problems);
}
