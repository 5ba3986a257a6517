import { createHash } from 'node:crypto';
import type { FlowDefinition } from '../metadata/flowTypes.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { CompiledFlow } from './compiledFlow.ts';

const table = 'local_org_flow_version';

/** The active version of a flow. */
export interface ActiveVersion {
  /** 1 for the first that was active here; each change that is deployed makes the next. */
  readonly number: number;
  /** When it became active, epoch milliseconds: flows without a trigger order run in this order. */
  readonly activatedAt: number;
}

interface KnownFlow extends ActiveVersion {
  readonly content: string;
  readonly active: boolean;
}

/** Which version of each flow is active, kept in the org's database. */
export class FlowVersions {
  readonly #database: OrgDatabase;
  readonly #flows: readonly { readonly name: string; readonly content: string }[];
  readonly #active: ReadonlyMap<string, ActiveVersion>;

  /** Reads what is known; nothing is written before `keep`. @param now epoch milliseconds */
  constructor(database: OrgDatabase, flows: readonly CompiledFlow[], now: number) {
    this.#database = database;
    database.execute(`CREATE TABLE IF NOT EXISTS ${table} (
      flow TEXT PRIMARY KEY, number INTEGER NOT NULL, content TEXT NOT NULL, activatedAt INTEGER NOT NULL, active INTEGER NOT NULL)`);
    const known = this.#known();
    this.#flows = flows.map((flow) => ({ name: flow.name, content: contentHash(flow.definition) }));
    this.#active = new Map(this.#flows.map(({ name, content }) => [name, versionNow(known.get(name), content, now)]));
  }

  of(flow: string): ActiveVersion {
    return this.#active.get(flow) ?? { number: 1, activatedAt: 0 };
  }

  /** Writes down what is active from now on. */
  keep(): void {
    this.#database.transaction(() => {
      this.#database.prepare(`UPDATE ${table} SET active = 0`).run();
      const write = this.#database.prepare(`INSERT INTO ${table} (flow, number, content, activatedAt, active) VALUES (?, ?, ?, ?, 1)
        ON CONFLICT (flow) DO UPDATE SET number = excluded.number, content = excluded.content, activatedAt = excluded.activatedAt, active = 1`);
      for (const { name, content } of this.#flows) {
        const { number, activatedAt } = this.of(name);
        write.run(name, number, content, activatedAt);
      }
    });
  }

  #known(): ReadonlyMap<string, KnownFlow> {
    const rows = this.#database.prepare(`SELECT * FROM ${table}`).all();
    return new Map(
      rows.map((row) => [
        String(row['flow']),
        {
          number: Number(row['number']),
          content: String(row['content']),
          activatedAt: Number(row['activatedAt']),
          active: row['active'] === 1,
        },
      ]),
    );
  }
}

function versionNow(known: KnownFlow | undefined, content: string, now: number): ActiveVersion {
  if (known === undefined) return { number: 1, activatedAt: now };
  if (known.content !== content) return { number: known.number + 1, activatedAt: now };
  return { number: known.number, activatedAt: known.active ? known.activatedAt : now };
}

/** What a flow says, wherever its lines stand in the file. */
function contentHash(definition: FlowDefinition): string {
  const text = JSON.stringify(definition, (key, value: unknown) => {
    if (key === 'line' || key === 'file') return undefined;
    return value instanceof Map || value instanceof Set ? Array.from<unknown>(value.values()) : value;
  });
  return createHash('sha256').update(text).digest('hex');
}
