import { join } from 'node:path';
import { OrgClock } from './clock.ts';
import { MetadataError, type MetadataProblem } from './errors.ts';
import { createFlowEngine, type FlowEngine } from './flow/engine.ts';
import { loadFlows } from './flow/loadFlows.ts';
import { packageProblems } from './metadata/packageProblems.ts';
import { readPackageSource } from './metadata/packageSource.ts';
import { type PermissionSet, readPermissionSets } from './metadata/permissionSet.ts';
import { ConnectedApps } from './oauth/connectedApps.ts';
import { Sessions } from './oauth/sessions.ts';
import type { Org } from './org.ts';
import { ApiUsage } from './rest/apiUsage.ts';
import { recalculateRollups } from './save/recalculateRollups.ts';
import { createRecordSaver } from './save/recordSaver.ts';
import { buildSchema } from './schema/buildSchema.ts';
import type { Schema } from './schema/types.ts';
import { formulaProblems } from './soql/formulaProblems.ts';
import { createQueryService } from './soql/queryService.ts';
import { storedKeyPrefixes } from './storage/bookkeeping.ts';
import { OrgDatabase } from './storage/database.ts';
import { prepareStorage } from './storage/prepareStorage.ts';
import { RecordStore } from './storage/recordStore.ts';
import { permissionSetProblems } from './users/permissionSetProblems.ts';
import { seedOrganization, type SeededOrganization } from './users/seedOrganization.ts';
import { seedPermissionSets } from './users/seedPermissionSets.ts';
import { automatedProcess, UserDirectory } from './users/userDirectory.ts';

/** The parts of an org, put together; nothing listens yet. */
export interface AssembledOrg {
  readonly org: Org;
  readonly database: OrgDatabase;
  readonly flows: FlowEngine;
  readonly apps: ConnectedApps;
  readonly usage: ApiUsage;
  readonly seeded: SeededOrganization;
}

export interface AssembleOptions {
  readonly dataFolder: string;
  readonly packageFolder: string;
  readonly now: number | undefined;
  readonly instanceUrl: () => string;
}

/**
 * Reads the package, makes the database fit it, and builds the org on both.
 * @throws MetadataError with everything in the package that cannot run here
 */
export async function assembleOrg(options: AssembleOptions): Promise<AssembledOrg> {
  const source = await readPackageSource(options.packageFolder);
  refuse(packageProblems(source));
  const database = new OrgDatabase(join(options.dataFolder, 'org.sqlite'));
  try {
    return buildOrg(options, source, database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function buildOrg({ dataFolder, now, instanceUrl }: AssembleOptions, source: Org['source'], database: OrgDatabase): AssembledOrg {
  const clock = new OrgClock(now);
  const schema = buildSchema(source, { keyPrefixOf: storedKeyPrefixes(database), formulaProblems });
  const { active } = loadFlows(source, schema);
  const permissionSets = checkedPermissionSets(source, schema);
  prepareStorage(database, schema);
  const store = new RecordStore(database, schema);
  const seeded = seedOrganization(database, schema, store, clock.now());
  seedPermissionSets({ database, schema, store }, permissionSets, seeded, clock.now());

  const users = new UserDirectory(schema, store);
  const user: Org['user'] = (id) => users.active(id);
  const system = automatedProcess(seeded.adminId);
  recalculateRollups({ database, schema, store, organizationId: seeded.organizationId, now: clock.now(), user: system });
  const queries = createQueryService(schema, database, clock);
  const organizationId = seeded.organizationId;
  const records = createRecordSaver({ schema, database, store, clock, organizationId, triggers: () => flows.triggers });
  const flows = createFlowEngine({
    flows: active,
    schema,
    database,
    reader: store,
    queries,
    records,
    clock,
    organizationId,
    user: (id) => users.any(id),
  });

  const org: Org = {
    id: organizationId,
    instanceUrl,
    source,
    schema,
    database,
    store,
    queries,
    records,
    clock,
    user,
    sessions: new Sessions(database, organizationId),
    asyncWork: { pending: () => flows.pending(), idle: () => flows.idle() },
    dataFolder,
  };
  return { org, database, flows, apps: new ConnectedApps(database), usage: new ApiUsage(database, clock), seeded };
}

function checkedPermissionSets(source: Org['source'], schema: Schema): readonly PermissionSet[] {
  const sets = readPermissionSets(source);
  refuse(permissionSetProblems(sets, source, schema));
  return sets;
}

function refuse(problems: readonly MetadataProblem[]): void {
  if (problems.length > 0) throw new MetadataError(problems);
}
