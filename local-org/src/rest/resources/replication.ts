import { SalesforceError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { RequestUser } from '../../requestUser.ts';
import type { SObjectType } from '../../schema/types.ts';
import { quoteName } from '../../storage/columns.ts';
import { ok, type ApiRequest } from '../apiMessages.ts';
import type { Route } from '../route.ts';
import { datetimeFromWire, datetimeToWire } from '../wire/moments.ts';
import { reachedBy } from './reached.ts';
import { objectNamed } from './shared.ts';

const longestSpan = 30 * 86_400_000;
const mostDeleted = 600_000;

/** `/sobjects/{Object}/deleted` and `/updated`: what changed between two moments, for copies kept elsewhere. */
export const replicationRoutes: readonly Route[] = [
  {
    pattern: 'sobjects/:object/deleted',
    methods: {
      GET: ({ org }, request, { object: name = '' }) => {
        const object = objectNamed(org, name);
        const { start, end } = spanOf(org, request);
        const rows = changesIn(org, object, { start, end, deleted: 1, user: request.user });
        const earliest = rows[0]?.changedAt ?? start;
        return ok({
          deletedRecords: rows.map(({ id, changedAt }) => ({ deletedDate: datetimeToWire(changedAt), id })),
          earliestDateAvailable: datetimeToWire(earliest),
          latestDateCovered: datetimeToWire(end),
        });
      },
    },
  },
  {
    pattern: 'sobjects/:object/updated',
    methods: {
      GET: ({ org }, request, { object: name = '' }) => {
        const object = objectNamed(org, name);
        const { start, end } = spanOf(org, request);
        return ok({
          ids: changesIn(org, object, { start, end, deleted: 0, user: request.user }).map(({ id }) => id),
          latestDateCovered: datetimeToWire(end),
        });
      },
    },
  },
];

/** @throws SalesforceError INVALID_REPLICATION_DATE and the like (REST API Developer Guide, "sObject Get Updated") */
function spanOf(org: Org, request: ApiRequest): { start: number; end: number } {
  const [start, end] = ['start', 'end'].map((name) => {
    // In an address a plus sign stands for a blank, also the one of a time zone.
    const text = request.query.get(name)?.replace(/ (?=\d\d:?\d\d$)/u, '+');
    const moment = text === undefined ? undefined : datetimeFromWire(text);
    if (moment === undefined) throw new SalesforceError('INVALID_FIELD', `${name} must be a date and time, such as 2026-01-31T12:00:00Z`);
    return Math.floor(moment / 60_000) * 60_000;
  });
  if (start === undefined || end === undefined || end <= start) {
    throw new SalesforceError('INVALID_REPLICATION_DATE', 'start date must precede end date by at least one minute');
  }
  if (start < org.clock.now() - longestSpan) {
    throw new SalesforceError('INVALID_REPLICATION_DATE', 'start date before org replication enabled date: at most 30 days back');
  }
  return { start, end: Math.min(end, Math.floor(org.clock.now() / 60_000) * 60_000 + 60_000) };
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly deleted: 0 | 1;
  /** Who asks: records that sharing hides are left out. */
  readonly user: RequestUser;
}

function changesIn(org: Org, object: SObjectType, { start, end, deleted, user }: Span): { id: string; changedAt: number }[] {
  if (!object.fields.has('systemmodstamp')) {
    throw new SalesforceError('INVALID_TYPE', `sObject type '${object.name}' is not replicateable`);
  }
  const rows = org.database
    .prepare(
      `SELECT "Id" AS id, "SystemModstamp" AS changed FROM ${quoteName(object.name)} ` +
        'WHERE "IsDeleted" = ? AND "SystemModstamp" >= ? AND "SystemModstamp" < ? ORDER BY "SystemModstamp", "Id" LIMIT ?',
    )
    .all(deleted, start, end, mostDeleted + 1);
  if (rows.length > mostDeleted)
    throw new SalesforceError('EXCEEDED_ID_LIMIT', 'The span holds more than 600,000 records: ask for a shorter one');
  const changes = rows.map((row) => ({ id: String(row['id']), changedAt: Number(row['changed']) }));
  const reached = reachedBy(
    user,
    object,
    changes.map(({ id }) => id),
  );
  return changes.filter(({ id }) => reached.has(id));
}
