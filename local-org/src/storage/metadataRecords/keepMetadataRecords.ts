import { createHash } from 'node:crypto';
import type { PackageSource } from '../../metadata/packageSource.ts';
import { customMetadataRows, keepRelationships } from './customMetadataRows.ts';
import { entityRows, fieldRows } from './definitionRows.ts';
import { keepRows, type OrgStorage, type WantedRows } from './keepRows.ts';
import { keepPeopleLinks } from './peopleLinks.ts';
import { peopleRows } from './peopleRows.ts';
import { platformRows } from './platformRows.ts';
import { setupRows } from './setupRows.ts';
import { statusRows } from './statusRows.ts';

/**
 * Makes the records that follow from metadata those of this metadata: record
 * types, records of custom metadata types, stages and statuses, queues, roles,
 * definitions of objects and fields, ... Call it in the transaction that
 * installs the metadata, once the tables fit the schema.
 * @param now epoch milliseconds
 */
export function keepMetadataRecords(org: OrgStorage, source: PackageSource, now: number): void {
  const moment = Math.floor(now / 1000) * 1000;
  org.database.transaction(() => {
    for (const wanted of [...platformRows(), ...setupRows(org.schema, source), ...statusRows(org.schema), ...peopleRows(source)]) {
      keepRows(org, wanted, moment);
    }
    keepPeopleLinks(org, source, moment);
    for (const wanted of customMetadataRows(org.schema, source)) keepRows(org, wanted, moment);
    keepRelationships(org);
    keepUnlessSame(org, [entityRows(org.schema), fieldRows(org.schema)], moment);
  });
}

/** Definitions are many and seldom change, so what they were made of is remembered. */
function keepUnlessSame(org: OrgStorage, wanted: readonly WantedRows[], moment: number): void {
  const { database } = org;
  database.execute('CREATE TABLE IF NOT EXISTS local_kept_rows (object TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT');
  for (const rows of wanted) {
    const digest = createHash('sha256').update(JSON.stringify(rows.rows)).digest('hex');
    const known = database.prepare('SELECT digest FROM local_kept_rows WHERE object = ?').get(rows.object)?.['digest'];
    if (known === digest) continue;
    keepRows(org, rows, moment);
    database
      .prepare('INSERT INTO local_kept_rows (object, digest) VALUES (?, ?) ON CONFLICT (object) DO UPDATE SET digest = excluded.digest')
      .run(rows.object, digest);
  }
}
