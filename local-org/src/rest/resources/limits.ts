import { quoteName } from '../../storage/columns.ts';
import type { Org } from '../../org.ts';
import type { SObjectType } from '../../schema/types.ts';
import { ok } from '../apiMessages.ts';
import type { Route } from '../route.ts';
import { documentedLimits } from './documentedLimits.ts';

/** What a record takes of the data storage, whatever its size (Help, "Data and File Storage Allocations"). */
const kilobytesARecord = 2;

/** `/limits`: what a client may look at to pace itself; and how many records there are. */
export const limitsRoutes: readonly Route[] = [
  {
    pattern: 'limits',
    methods: {
      GET: ({ org, usage }) => {
        const { used, max } = usage.today();
        const storage = documentedLimits['DataStorageMB'] ?? 0;
        const stored = storageOf(org).megabytes;
        return ok({
          ...Object.fromEntries(Object.entries(documentedLimits).map(([name, most]) => [name, limit(most, 0)])),
          DailyApiRequests: limit(max, used),
          DataStorageMB: limit(storage, stored),
          PermissionSets: { ...limit(1500, permissionSets(org)), CreateCustom: limit(1000, permissionSets(org)) },
        });
      },
    },
  },
  {
    pattern: 'limits/recordCount',
    methods: {
      GET: ({ org }, { query }) => {
        const asked = query.get('sObjects');
        const objects = asked === null ? [...org.schema.objects.values()] : asked.split(',').map((name) => org.schema.object(name.trim()));
        // Objects that are not there are left out.
        const found = [...new Set(objects.filter((object) => object !== undefined))].filter(isStored);
        return ok({ sObjects: found.map((object) => ({ count: countOf(org, object), name: object.name })) });
      },
    },
  },
];

function limit(max: number, used: number): { readonly Max: number; readonly Remaining: number } {
  return { Max: max, Remaining: Math.max(0, max - used) };
}

function isStored(object: SObjectType): boolean {
  return (
    object.queryable && ['standard', 'custom', 'customSetting', 'customMetadata', 'history', 'feed', 'share', 'setup'].includes(object.kind)
  );
}

function countOf({ database }: Org, { name }: SObjectType): number {
  return Number(database.prepare(`SELECT count(*) AS count FROM ${quoteName(name)} WHERE "IsDeleted" = 0`).get()?.['count'] ?? 0);
}

/** How many records there are of each object, and what they take together. Setup takes no data storage. */
export function storageOf(org: Org): {
  readonly megabytes: number;
  readonly counts: readonly { readonly object: SObjectType; readonly records: number }[];
} {
  const objects = [...org.schema.objects.values()].filter((object) => object.kind === 'standard' || object.kind === 'custom');
  const counts = objects.filter(isStored).map((object) => ({ object, records: countOf(org, object) }));
  const records = counts.reduce((sum, one) => sum + one.records, 0);
  return { megabytes: Math.ceil((records * kilobytesARecord) / 1024), counts };
}

function permissionSets({ database }: Org): number {
  return Number(
    database.prepare('SELECT count(*) AS count FROM "PermissionSet" WHERE "IsCustom" = 1 AND "IsDeleted" = 0').get()?.['count'] ?? 0,
  );
}
