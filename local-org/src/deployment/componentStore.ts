import { parseXml } from '../metadata/xmlTree.ts';
import { writeXml } from '../metadata/writeXml.ts';
import { prepareBookkeeping } from '../storage/bookkeeping.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { idFromSerial } from '../storage/ids.ts';
import { idPrefixOf, plainName } from './componentTypes.ts';
import type { Component, ComponentFile, ComponentName } from './types.ts';

/** A component as it lies in the store. */
export interface KeptComponent extends Component {
  readonly id: string;
  readonly createdById: string;
  readonly lastModifiedById: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly lastModifiedAt: number;
}

/** Components by `componentKey`. */
export type ComponentMap = ReadonlyMap<string, KeptComponent>;

const FOLDER_PREFIX = '00l';

/** One key for a component, in whatever case and however percent-encoded its name is written: the platform sees no difference. */
export function componentKey({ type, fullName }: ComponentName): string {
  return `${type} ${plainName(fullName)}`.toLowerCase();
}

/**
 * The org's metadata in its database. All of it is in memory as well: an org's
 * metadata is small, and every deployment looks at the whole.
 */
export class ComponentStore {
  readonly #database: OrgDatabase;
  /** Serial of the next id by prefix; written with the components. */
  readonly #serials = new Map<string, number>();
  #components: ComponentMap;

  constructor(database: OrgDatabase) {
    this.#database = database;
    prepareBookkeeping(database);
    database.execute(`
      CREATE TABLE IF NOT EXISTS local_component (
        key TEXT PRIMARY KEY, type TEXT NOT NULL, full_name TEXT NOT NULL, id TEXT NOT NULL UNIQUE, file_name TEXT NOT NULL, xml TEXT,
        created_by TEXT NOT NULL, created_at INTEGER NOT NULL, modified_by TEXT NOT NULL, modified_at INTEGER NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS local_component_file (
        component TEXT NOT NULL, position INTEGER NOT NULL, path TEXT NOT NULL, content BLOB NOT NULL,
        PRIMARY KEY (component, position)) STRICT;
      CREATE TABLE IF NOT EXISTS local_running_bundle (name TEXT PRIMARY KEY) STRICT;
    `);
    this.#components = this.#read();
  }

  /** What the org has, as of the last deployment. */
  get components(): ComponentMap {
    return this.#components;
  }

  /** A new id, 18 characters. */
  newId(type: string): string {
    const prefix = idPrefixOf(type);
    const row = this.#database.prepare('SELECT next FROM local_sequence WHERE name = ?').get(sequenceName(prefix));
    let serial = this.#serials.get(prefix) ?? (row === undefined ? 1 : Number(row['next']));
    while (this.#isTaken(prefix, serial)) serial += 1;
    this.#serials.set(prefix, serial + 1);
    return idFromSerial(prefix, serial);
  }

  /** Folders are records too, and people may make some: a folder of the metadata bears the id of its record. */
  #isTaken(prefix: string, serial: number): boolean {
    if (prefix !== FOLDER_PREFIX) return false;
    const table = this.#database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'Folder'`).get();
    if (table === undefined) return false;
    return this.#database.prepare('SELECT 1 FROM "Folder" WHERE "Id" = ?').get(idFromSerial(prefix, serial)) !== undefined;
  }

  /** Writes what differs from before; `adopt` makes it what the org has, once the transaction is through. */
  write(after: ComponentMap): void {
    for (const key of this.#components.keys()) if (!after.has(key)) this.#remove(key);
    for (const [key, component] of after) if (this.#components.get(key) !== component) this.#put(key, component);
    for (const [prefix, next] of this.#serials) {
      this.#database
        .prepare('INSERT INTO local_sequence (name, next) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET next = excluded.next')
        .run(sequenceName(prefix), next);
    }
  }

  /** The LWC bundles that run, as the last deployment found out by compiling them; undefined before the first. */
  runningBundles(): ReadonlySet<string> | undefined {
    const names = this.#database.prepare('SELECT name FROM local_running_bundle').all();
    return names.length === 0 ? undefined : new Set(names.map((row) => String(row['name'])));
  }

  /** Keeps what `runningBundles` tells at the next start. */
  keepRunningBundles(names: Iterable<string>): void {
    this.#database.execute('DELETE FROM local_running_bundle');
    // The empty name says that there was a deployment, also when no bundle runs.
    for (const name of ['', ...names]) this.#database.prepare('INSERT INTO local_running_bundle VALUES (?)').run(name);
  }

  adopt(after: ComponentMap): void {
    this.#components = after;
  }

  #put(key: string, component: KeptComponent): void {
    this.#remove(key);
    const { type, fullName, id, fileName, root, createdById, createdAt, lastModifiedById, lastModifiedAt } = component;
    this.#database
      .prepare('INSERT INTO local_component VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(
        key,
        type,
        fullName,
        id,
        fileName,
        root === undefined ? null : writeXml(root),
        createdById,
        createdAt,
        lastModifiedById,
        lastModifiedAt,
      );
    const insert = this.#database.prepare('INSERT INTO local_component_file VALUES (?, ?, ?, ?)');
    for (const [position, { path, content }] of component.files.entries()) insert.run(key, position, path, content);
  }

  #remove(key: string): void {
    this.#database.prepare('DELETE FROM local_component WHERE key = ?').run(key);
    this.#database.prepare('DELETE FROM local_component_file WHERE component = ?').run(key);
  }

  #read(): ComponentMap {
    const files = new Map<string, ComponentFile[]>();
    for (const row of this.#database.prepare('SELECT * FROM local_component_file ORDER BY component, position').iterate()) {
      const key = String(row['component']);
      const content = row['content'];
      if (!(content instanceof Uint8Array)) throw new Error(`the content of ${String(row['path'])} is damaged`);
      const list = files.get(key) ?? [];
      list.push({ path: String(row['path']), content });
      files.set(key, list);
    }
    const components = new Map<string, KeptComponent>();
    for (const row of this.#database.prepare('SELECT * FROM local_component ORDER BY rowid').iterate()) {
      const key = String(row['key']);
      const xml = row['xml'];
      components.set(key, {
        type: String(row['type']),
        fullName: String(row['full_name']),
        fileName: String(row['file_name']),
        ...(typeof xml === 'string' ? { root: parseXml(xml) } : {}),
        files: files.get(key) ?? [],
        id: String(row['id']),
        createdById: String(row['created_by']),
        createdAt: Number(row['created_at']),
        lastModifiedById: String(row['modified_by']),
        lastModifiedAt: Number(row['modified_at']),
      });
    }
    return components;
  }
}

function sequenceName(prefix: string): string {
  return `component ${prefix}`;
}

/** Whether two components say the same: their metadata and the bytes of their files. */
export function isSameContent(one: Component, other: Component): boolean {
  const xml = ({ root }: Component): string => (root === undefined ? '' : writeXml(root));
  if (xml(one) !== xml(other) || one.files.length !== other.files.length) return false;
  const theirs = new Map(other.files.map(({ path, content }) => [path, content]));
  return one.files.every(({ path, content }) => {
    const their = theirs.get(path);
    return their !== undefined && Buffer.compare(content, their) === 0;
  });
}
