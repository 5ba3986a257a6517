import type { Clock } from '../../clock.ts';
import type { Schema } from '../../schema/types.ts';
import type { QueryService } from '../../soql/types.ts';
import type { OrgDatabase } from '../../storage/database.ts';
import type { RecordReader } from '../parents.ts';
import { EmailTemplates } from './emailTemplates.ts';
import { Outbox } from './outbox.ts';
import type { ActionServices } from './types.ts';

/** What the org's actions work with; the outbox's tables are created when they are not there. */
export function createActionServices(org: {
  readonly database: OrgDatabase;
  readonly schema: Schema;
  readonly queries: QueryService;
  readonly reader: RecordReader;
  readonly clock: Clock;
  readonly organizationId: string;
  readonly instanceUrl?: () => string;
}): ActionServices {
  const { database, schema, queries, reader, clock, organizationId, instanceUrl = () => '' } = org;
  return {
    outbox: new Outbox(database),
    templates: new EmailTemplates({ schema, queries, reader, instanceUrl }),
    clock,
    organizationId,
    instanceUrl,
  };
}
