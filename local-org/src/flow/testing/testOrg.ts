import { AccessDirectory } from '../../access/accessDirectory.ts';
import { OrgSharing } from '../../access/sharing/recordSharing.ts';
import { OrgClock } from '../../clock.ts';
import { parseXml } from '../../metadata/xmlTree.ts';
import type { MetadataFile, PackageSource } from '../../metadata/packageSource.ts';
import { createRecordSaver } from '../../save/recordSaver.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { RecordSaver, SaveResult } from '../../save/types.ts';
import { buildSchema } from '../../schema/buildSchema.ts';
import type { FieldValues, Schema } from '../../schema/types.ts';
import { createQueryService } from '../../soql/queryService.ts';
import type { QueryService } from '../../soql/types.ts';
import { OrgDatabase } from '../../storage/database.ts';
import { customMetadataRows } from '../../storage/metadataRecords/customMetadataRows.ts';
import { keepRows } from '../../storage/metadataRecords/keepRows.ts';
import { prepareStorage } from '../../storage/prepareStorage.ts';
import { RecordStore } from '../../storage/recordStore.ts';
import { readPermissionMetadata } from '../../metadata/permissions/permissionMetadata.ts';
import { keepPermissions } from '../../users/permissions/keepPermissions.ts';
import { seedOrganization } from '../../users/seedOrganization.ts';
import { UserDirectory } from '../../users/userDirectory.ts';
import { keepSetupRecords } from '../actions/keepSetupRecords.ts';
import { createFlowEngine, type FlowEngine } from '../engine.ts';
import type { FlowServices } from '../flowRun.ts';
import { loadFlows, type LoadedFlows } from '../loadFlows.ts';

/** An org in memory without doors, for tests of flows. */
export interface TestOrg {
  readonly schema: Schema;
  readonly database: OrgDatabase;
  readonly queries: CountingQueries;
  readonly records: RecordSaver;
  readonly engine: FlowEngine;
  readonly clock: OrgClock;
  readonly user: RequestUser;
  /** An active user, in user mode. */
  userOf(id: string): RequestUser | undefined;
  /** Creates records as the admin; each is saved or not on its own. */
  insert(object: string, ...records: readonly FieldValues[]): readonly SaveResult[];
  update(object: string, ...records: readonly FieldValues[]): readonly SaveResult[];
  /** The rows of a query, each as field name -> value. */
  rows(soql: string): FieldValues[];
  close(): void;
}

/** Counts the queries that flows make. */
export interface CountingQueries extends QueryService {
  count: number;
}

/** What a package makes, the same for every org of it. */
const readPackages = new WeakMap<PackageSource, { readonly schema: Schema; readonly loaded: LoadedFlows }>();

function readOnce(source: PackageSource): { readonly schema: Schema; readonly loaded: LoadedFlows } {
  const known = readPackages.get(source);
  if (known !== undefined) return known;
  const schema = buildSchema(source);
  const read = { schema, loaded: loadFlows(source, schema) };
  readPackages.set(source, read);
  return read;
}

/**
 * @param options.now the moment at which the org's clock starts
 * @param options.failing elements that are made to fail
 * @param options.permissions whether permission sets are kept as records, and users come in user mode
 */
export function openTestOrg(
  source: PackageSource,
  options: { file?: string; now?: number; failing?: FlowServices['failing']; permissions?: boolean } = {},
): TestOrg {
  const clock = new OrgClock(options.now);
  const { schema, loaded } = readOnce(source);
  const database = new OrgDatabase(options.file ?? ':memory:');
  prepareStorage(database, schema);
  const store = new RecordStore(database, schema);
  const { organizationId, adminId } = seedOrganization(database, schema, store, clock.now());
  const users = new UserDirectory(schema, store);
  const user = users.any(adminId);
  if (user === undefined) throw new Error('The admin was not made');
  const queries = counting(createQueryService(schema, database, clock));
  const records = createRecordSaver({ schema, database, store, clock, organizationId, triggers: () => engine.triggers });
  const { active: flows, actions } = loaded;
  keepSetupRecords({ database, schema, store }, source, clock.now());
  for (const rows of customMetadataRows(schema, source)) keepRows({ database, schema, store }, rows, clock.now());
  const access =
    options.permissions === true ? new AccessDirectory({ schema, database, clock, sharing: new OrgSharing(schema, database) }) : undefined;
  if (access !== undefined) {
    const metadata = readPermissionMetadata(source, () => undefined);
    keepPermissions({ database, schema, store }, metadata, clock.now());
  }
  const engine: FlowEngine = createFlowEngine({
    flows,
    schema,
    database,
    reader: store,
    queries,
    records,
    clock,
    organizationId,
    user: (id) => users.any(id),
    actions,
    instanceUrl: () => 'http://127.0.0.1',
    ...(options.failing === undefined ? {} : { failing: options.failing }),
  });
  const saveOptions = { user, allOrNone: false };
  return {
    schema,
    database,
    queries,
    records,
    engine,
    clock,
    user,
    userOf: (id) => {
      const found = users.active(id);
      return found === undefined || access === undefined ? found : { ...found, access: access.of(id) };
    },
    insert: (object, ...rows) => records.insert(object, rows, saveOptions),
    update: (object, ...rows) => records.update(object, rows, saveOptions),
    rows: (soql) => queries.run(soql, user).records.map((record) => plain(record)),
    close: () => {
      engine.stop();
      database.close();
    },
  };
}

/** A package of files written in a test: path below the package folder -> XML. */
export function packageOf(files: Readonly<Record<string, string>>): PackageSource {
  return { folder: '/test', files: Object.entries(files).map(([path, xml]) => fileOf(path, xml)) };
}

function fileOf(path: string, xml: string): MetadataFile {
  const root = parseXml(xml);
  const name = (path.split('/').at(-1) ?? path).replace(/\.[A-Za-z]+-meta\.xml$/u, '');
  const [folder, object] = path.split('/');
  return folder === 'objects' && object !== undefined
    ? { path, type: root.name, name, object, root }
    : { path, type: root.name, name, root };
}

function counting(queries: QueryService): CountingQueries {
  return {
    count: 0,
    run(query, user) {
      if (typeof query !== 'string') this.count += 1;
      return queries.run(query, user);
    },
    open: (query, user, options) => queries.open(query, user, options),
    iterate: (query, user, options) => queries.iterate(query, user, options),
    columns: (query, user, options) => queries.columns(query, user, options),
  };
}

function plain(record: ReturnType<QueryService['run']>['records'][number]): FieldValues {
  const values: FieldValues = {};
  for (const [name, field] of record.fields) {
    if (field.kind === 'value') values[name] = field.value;
    else if (field.kind === 'parent' && field.record !== null) {
      for (const [inner, value] of Object.entries(plain(field.record))) values[`${name}.${inner}`] = value;
    }
  }
  return values;
}
