import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const BATCH = 200;

/**
 * Inserts the rows of one table of an org into an empty database with the same columns and indexes, in
 * transactions of 200 and with the same pragmas: what SQLite alone would take.
 * @returns seconds, without those that reading the org's rows takes
 */
export function copyBare(orgFile: string, table: string): number {
  const org = new DatabaseSync(orgFile, { readOnly: true });
  const bareFile = `${orgFile}.bare`;
  const bare = new DatabaseSync(bareFile);
  try {
    for (const database of [org, bare]) registerFold(database);
    bare.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 32768; PRAGMA cache_size = -65536');
    const statements = org.prepare('SELECT sql FROM sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC').all(table);
    for (const statement of statements) bare.exec(String(statement['sql']));
    const columns = org
      .prepare('SELECT name FROM pragma_table_info(?)')
      .all(table)
      .map((column) => String(column['name']));
    const insert = bare.prepare(
      `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    let milliseconds = 0;
    for (const rows of batchesOf(org.prepare(`SELECT * FROM "${table}"`).iterate())) {
      const startedAt = performance.now();
      bare.exec('BEGIN IMMEDIATE');
      for (const row of rows) insert.run(...columns.map((name) => row[name] ?? null));
      bare.exec('COMMIT');
      milliseconds += performance.now() - startedAt;
    }
    return milliseconds / 1000;
  } finally {
    org.close();
    bare.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${bareFile}${suffix}`, { force: true });
  }
}

/** A million rows at once would not fit in memory. */
function* batchesOf<Row>(rows: Iterable<Row>): Generator<readonly Row[]> {
  let batch: Row[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Indexes on folded text call this, as in the org. */
function registerFold(database: DatabaseSync): void {
  database.function('folded', { deterministic: true }, (text) => (typeof text === 'string' ? text.normalize('NFC').toUpperCase() : text));
}
