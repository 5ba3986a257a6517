import type { OrgDatabase } from '../../storage/database.ts';
import { idFromSerial, normaliseId, serialOfId } from '../../storage/ids.ts';
import { type DeployRecord, isDone } from './deployRecord.ts';

const day = 24 * 60 * 60 * 1000;
/** How long the platform tells of a deployment, and how long a validation may be deployed. */
const recordLifetime = 30 * day;
const archiveLifetime = 10 * day;

/**
 * Deployments in the org's database, so that one can be asked about after a
 * restart. They age by real time: moving the org's clock must not lose them.
 */
export class DeployStore {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
    database.execute(`
      CREATE TABLE IF NOT EXISTS local_deployment (
        serial INTEGER PRIMARY KEY AUTOINCREMENT, created_at INTEGER NOT NULL, done INTEGER NOT NULL, record TEXT NOT NULL, archive BLOB
      ) STRICT
    `);
  }

  /** Keeps a new deployment under an id of its own. */
  add(record: Omit<DeployRecord, 'id'>): DeployRecord {
    const now = Date.now();
    this.#database.prepare('DELETE FROM local_deployment WHERE done = 1 AND created_at < ?').run(now - recordLifetime);
    this.#database
      .prepare('UPDATE local_deployment SET archive = NULL WHERE archive IS NOT NULL AND created_at < ?')
      .run(now - archiveLifetime);
    return this.#database.transaction(() => {
      const insert = this.#database.prepare('INSERT INTO local_deployment (created_at, done, record) VALUES (?, 0, ?)');
      const serial = Number(insert.run(now, '{}').lastInsertRowid);
      const added: DeployRecord = { ...record, id: idFromSerial('0Af', serial) };
      this.save(added);
      return added;
    });
  }

  save(record: DeployRecord): void {
    this.#database
      .prepare('UPDATE local_deployment SET done = ?, record = ? WHERE serial = ?')
      .run(isDone(record) ? 1 : 0, JSON.stringify(record), serialOfId(record.id));
  }

  /** Keeps the archive of a validation, to be deployed without being sent again. */
  keepArchive(id: string, archive: Uint8Array): void {
    this.#database.prepare('UPDATE local_deployment SET archive = ? WHERE serial = ?').run(archive, serialOfId(id));
  }

  /** The archive of a validation that may still be deployed. */
  archive(id: string): Uint8Array | undefined {
    const row = this.#database
      .prepare('SELECT archive FROM local_deployment WHERE serial = ? AND created_at >= ?')
      .get(serialOf(id), Date.now() - archiveLifetime);
    const archive = row?.['archive'];
    return archive instanceof Uint8Array ? archive : undefined;
  }

  /** A deployment by its id of 15 or 18 characters. */
  get(id: string): DeployRecord | undefined {
    const row = this.#database.prepare('SELECT record FROM local_deployment WHERE serial = ?').get(serialOf(id));
    return row === undefined ? undefined : parseRecord(row['record']);
  }

  /** Deployments that had not ended. */
  unfinished(): readonly DeployRecord[] {
    const rows = this.#database.prepare('SELECT record FROM local_deployment WHERE done = 0 ORDER BY serial').all();
    return rows.map((row) => parseRecord(row['record']));
  }
}

/** 0, which no deployment has, for what is no id of one. */
function serialOf(id: string): number {
  const full = normaliseId(id);
  return full?.startsWith('0Af') === true ? serialOfId(full) : 0;
}

/** Only `save` writes the column. */
function parseRecord(text: unknown): DeployRecord {
  return JSON.parse(String(text)) as DeployRecord;
}
