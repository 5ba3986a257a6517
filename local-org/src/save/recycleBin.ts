import type { SObjectType } from '../schema/types.ts';
import { quoteName } from '../storage/columns.ts';
import type { OrgDatabase } from '../storage/database.ts';

/** A record in the recycle bin. */
export interface Recycled {
  readonly id: string;
  readonly object: string;
  /** The record whose deletion took this one along; itself when it was deleted for itself. */
  readonly root: string;
}

/** A lookup that became blank because the record it pointed at was deleted. */
export interface ClearedLookup {
  readonly object: string;
  readonly id: string;
  readonly field: string;
  readonly value: string;
}

/** What deletions took along, so that an undelete brings back all of it and nothing else. */
export class RecycleBin {
  readonly #database: OrgDatabase;

  constructor(database: OrgDatabase) {
    this.#database = database;
  }

  /** Makes its tables where they are not there yet. */
  prepare(): void {
    const known = this.#database.prepare(`SELECT 1 AS known FROM sqlite_schema WHERE name = 'local_recycled'`).get();
    if (known !== undefined) return;
    this.#database.execute(`
      CREATE TABLE local_recycled (id TEXT PRIMARY KEY, object TEXT NOT NULL, root TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE INDEX local_recycled_root ON local_recycled (root);
      CREATE TABLE local_cleared_lookup (root TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL,
        PRIMARY KEY (root, id, field)) STRICT, WITHOUT ROWID;
    `);
  }

  add({ id, object, root }: Recycled): void {
    this.#database
      .prepare('INSERT INTO local_recycled (id, object, root) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET root = excluded.root')
      .run(id, object, root);
  }

  /** @param lookup its `value` is the deleted record */
  addCleared({ object, id, field, value }: ClearedLookup): void {
    this.#database
      .prepare('INSERT OR IGNORE INTO local_cleared_lookup (root, object, id, field) VALUES (?, ?, ?, ?)')
      .run(value, object, id, field);
  }

  /** What was deleted with this record, itself included. */
  deletedWith(root: string): Recycled[] {
    return this.#database
      .prepare('SELECT id, object FROM local_recycled WHERE root = ? ORDER BY id')
      .all(root)
      .map((row) => ({ id: String(row['id']), object: String(row['object']), root }));
  }

  clearedBy(id: string): ClearedLookup[] {
    return this.#database
      .prepare('SELECT object, id, field FROM local_cleared_lookup WHERE root = ?')
      .all(id)
      .map((row) => ({ object: String(row['object']), id: String(row['id']), field: String(row['field']), value: id }));
  }

  /** Forgets records that are back, or gone for good. */
  forget(ids: readonly string[]): void {
    const list = JSON.stringify(ids);
    this.#database.prepare('DELETE FROM local_recycled WHERE id IN (SELECT value FROM json_each(?))').run(list);
    this.#database.prepare('DELETE FROM local_cleared_lookup WHERE root IN (SELECT value FROM json_each(?))').run(list);
  }

  /** Takes deleted records of an object out of their table for good. */
  purge(object: SObjectType, ids: readonly string[]): void {
    this.#database
      .prepare(`DELETE FROM ${quoteName(object.name)} WHERE "IsDeleted" = 1 AND "Id" IN (SELECT value FROM json_each(?))`)
      .run(JSON.stringify(ids));
  }
}
