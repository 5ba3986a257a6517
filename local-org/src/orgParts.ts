import { AccessDirectory } from './access/accessDirectory.ts';
import { OrgSharing } from './access/sharing/recordSharing.ts';
import { recordAccessSource } from './access/sharing/userRecordAccess.ts';
import type { OrgClock } from './clock.ts';
import type { CheckedMetadata } from './deployment/checkMetadata.ts';
import { createFlowEngine, type FlowEngine } from './flow/engine.ts';
import type { LightningSite } from './lightning/prepareLightning.ts';
import type { OrgParts } from './liveOrg.ts';
import { createReportEngine } from './reports/engine.ts';
import { createRecordSaver } from './save/recordSaver.ts';
import { createQueryService } from './soql/queryService.ts';
import type { OrgDatabase } from './storage/database.ts';
import { RecordStore } from './storage/recordStore.ts';
import { UserDirectory } from './users/userDirectory.ts';

/** What the parts are built on. */
export interface PartsBasis {
  readonly database: OrgDatabase;
  readonly clock: OrgClock;
  readonly organizationId: string;
  /** The org's address, without a trailing slash. */
  readonly instanceUrl?: () => string;
}

/**
 * The parts of an org over a database that fits the metadata.
 * @throws MetadataError when a validation rule or default value does not compile
 */
export function buildParts(basis: PartsBasis, checked: CheckedMetadata, site: LightningSite | undefined): OrgParts {
  const { database, clock, organizationId } = basis;
  const { source, schema } = checked;
  const store = new RecordStore(database, schema);
  const sharing = new OrgSharing(schema, database);
  const access = new AccessDirectory({ schema, database, clock, sharing });
  const users = new UserDirectory(schema, store);
  const address = basis.instanceUrl === undefined ? {} : { instanceUrl: basis.instanceUrl };
  const recordAccess = recordAccessSource(schema, sharing, (id) => access.of(id));
  const queries = createQueryService(schema, database, clock, basis.instanceUrl, recordAccess);
  const reports = createReportEngine({ schema, database, statements: queries, reportTypes: checked.analytics.reportTypes });
  const records = createRecordSaver({ schema, database, store, clock, organizationId, triggers: () => flows.triggers, ...address });
  const flows: FlowEngine = createFlowEngine({
    flows: checked.flows,
    schema,
    database,
    reader: store,
    queries,
    records,
    clock,
    organizationId,
    user: (id) => users.any(id),
    actions: checked.actions,
    ...address,
  });
  return { source, schema, store, queries, reports, records, users, access, flows, site };
}
