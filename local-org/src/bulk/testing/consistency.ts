import assert from 'node:assert/strict';
import { join } from 'node:path';
import { OrgDatabase } from '../../storage/database.ts';
import { registerFold } from '../../storage/fold.ts';

/** What the file of an org that was killed says of one job. */
export interface JobOnDisk {
  readonly state: string;
  readonly processed: number;
  /** Rows of the job that are in the table. */
  readonly saved: number;
}

type Row = Record<string, unknown>;

/**
 * Looks into the database of an org that does not run, with plain SQL: every
 * batch is there wholly or not at all, and is written down as done with it; no
 * answer is there twice; the roll-ups are what their details add up to.
 * @param prefix what the external ids of the job's answers begin with
 */
export function checkConsistency(dataFolder: string, jobId: string, prefix: string, batchSize: number, rows: number): JobOnDisk {
  const database = new OrgDatabase(join(dataFolder, 'org.sqlite'));
  registerFold(database);
  try {
    assert.deepEqual(
      database
        .prepare('PRAGMA integrity_check')
        .all()
        .map((row) => Object.values(row)),
      [['ok']],
    );
    checkRollups(database);
    return checkJob(database, jobId, prefix, batchSize, rows);
  } finally {
    database.close();
  }
}

function checkJob(database: OrgDatabase, jobId: string, prefix: string, batchSize: number, rows: number): JobOnDisk {
  const job = database.prepare('SELECT serial, state, processed, failed FROM local_bulk_job WHERE id = ?').get(jobId);
  assert.ok(job, jobId);
  const batches = database.prepare('SELECT batch, results FROM local_bulk_batch WHERE job = ? ORDER BY batch').all(job['serial'] ?? null);
  const ids = batches.flatMap((row) =>
    (JSON.parse(String(row['results'])) as { id: string; error?: string }[]).map(({ id, error }) => error ?? id),
  );
  const stored = database
    .prepare('SELECT "Id" AS id FROM "PulseResponse__c" WHERE "IsDeleted" = 0 AND "ExternalId__c" GLOB ? ORDER BY "Id"')
    .all(`${prefix}*`)
    .map((row) => String(row['id']));
  assert.deepEqual(stored, ids.toSorted(), 'what is saved is what the batches say they saved');
  assert.deepEqual([job['processed'], job['failed']], [ids.length, 0]);
  assert.equal(ids.length % batchSize === 0 || ids.length === rows, true, `${ids.length} rows are no whole batches`);
  assert.deepEqual(
    batches.map((row) => row['batch']),
    batches.map((_row, place) => place),
  );
  return { state: String(job['state']), processed: Number(job['processed']), saved: stored.length };
}

/** Roll-ups of contact and account pulses against sums over their details. */
function checkRollups(database: OrgDatabase): void {
  const contact = difference(
    database,
    'ContactPulse__c',
    `SELECT "ContactPulse__c" AS parent, coalesce(sum(CASE WHEN "InWindow__c" = 1 THEN "Rating__c" END), 0) AS RatingSum__c,
       coalesce(sum(CASE WHEN "InWindow__c" = 1 THEN "Rated__c" END), 0) AS RatingCount__c, count(*) AS ResponseCount__c,
       coalesce(sum(CASE WHEN "InWindow__c" = 1 THEN "Promoter__c" END), 0) AS PromoterCount__c, max("RespondedAt__c") AS LastResponseAt__c
     FROM "PulseResponse__c" WHERE "IsDeleted" = 0 AND "Status__c" = 'Accepted' GROUP BY "ContactPulse__c"`,
  );
  const account = difference(
    database,
    'AccountPulse__c',
    `SELECT "AccountPulse__c" AS parent, sum("RatingSum__c") AS RatingSum__c, sum("RatingCount__c") AS RatingCount__c,
       sum("ResponseCount__c") AS ResponseCount__c, sum("PromoterCount__c") AS PromoterCount__c, max("LastResponseAt__c") AS LastResponseAt__c
     FROM "ContactPulse__c" WHERE "IsDeleted" = 0 GROUP BY "AccountPulse__c"`,
  );
  assert.deepEqual([...contact, ...account], [], 'roll-ups that are not what their details add up to');
}

const figures = ['RatingSum__c', 'RatingCount__c', 'ResponseCount__c', 'PromoterCount__c', 'LastResponseAt__c'];

function difference(database: OrgDatabase, parent: string, details: string): Row[] {
  const compared = figures.map((name) =>
    name.startsWith('Last') ? `p."${name}" IS NOT d."${name}"` : `p."${name}" <> coalesce(d."${name}", 0)`,
  );
  return database
    .prepare(
      `SELECT p."Id" FROM "${parent}" p LEFT JOIN (${details}) d ON d.parent = p."Id" WHERE p."IsDeleted" = 0 AND (${compared.join(' OR ')})`,
    )
    .all();
}
