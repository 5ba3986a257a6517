import type { InterviewState } from '../../../local-org/src/flow/screens/screenModel.ts';
import { type Connection } from 'jsforce';
import type { Values } from '../flowCase.ts';
import type { FixtureOrg, Launched, Saved } from './fixtureOrg.ts';

/** Most records of one request. */
const CHUNK = 200;

/** How often and how long (milliseconds) a remote org is asked whether its later work is done. */
export interface Patience {
  readonly settle: (connection: Connection) => Promise<void>;
}

interface RestError {
  readonly statusCode?: string;
  readonly errorCode?: string;
  readonly message: string;
}

interface RestSaved {
  readonly id: string | null;
  readonly success: boolean;
  readonly errors: readonly RestError[];
}

interface RestLaunched {
  readonly isSuccess: boolean;
  readonly errors: readonly RestError[] | null;
  readonly outputValues: Readonly<Record<string, unknown>> | null;
}

/** An org behind Salesforce's REST API: a scratch org, or local-org. Its clock stands as it stands. */
export class RemoteOrg implements FixtureOrg {
  readonly known: ReadonlyMap<string, string>;
  readonly #connection: Connection;
  readonly #patience: Patience;
  /** Ids of the records that this case made, by object, in the order in which they came. */
  readonly #made: { readonly object: string; readonly id: string }[] = [];

  private constructor(connection: Connection, patience: Patience, known: ReadonlyMap<string, string>) {
    this.#connection = connection;
    this.#patience = patience;
    this.known = known;
  }

  /** Looks up who the connection belongs to. */
  static async open(connection: Connection, patience: Patience): Promise<RemoteOrg> {
    const { user_id: me } = await connection.request<{ user_id: string }>(`${connection.instanceUrl}/services/oauth2/userinfo`);
    const { records } = await connection.query<{ Id: string }>("SELECT Id FROM Profile WHERE Name = 'Standard User'");
    return new RemoteOrg(
      connection,
      patience,
      new Map([
        ['me', me],
        ['standardProfile', records[0]?.Id ?? ''],
      ]),
    );
  }

  async insert(object: string, rows: readonly Values[]): Promise<readonly Saved[]> {
    const saved = await this.#save('POST', object, rows);
    this.#made.push(...saved.flatMap(({ id }) => (id === undefined ? [] : [{ object, id }])));
    return saved;
  }

  update(object: string, rows: readonly Values[]): Promise<readonly Saved[]> {
    return this.#save('PATCH', object, rows);
  }

  async delete(_object: string, ids: readonly string[]): Promise<readonly Saved[]> {
    return this.#deleteAll(ids);
  }

  convertLead(): Promise<void> {
    return Promise.reject(new Error('Leads cannot be converted over REST.'));
  }

  startScreens(): InterviewState {
    throw new Error('Nobody but a person goes through screens in an org: Salesforce documents no API for it.');
  }

  navigate(): InterviewState {
    return this.startScreens();
  }

  async launch(flow: string, inputs: readonly Values[]): Promise<readonly Launched[]> {
    const given = inputs.map((input) => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)));
    const results = await this.#request<readonly RestLaunched[]>('POST', `/actions/custom/flow/${flow}`, { inputs: given });
    return results.map(({ isSuccess, errors, outputValues }): Launched => {
      if (!isSuccess) return { error: (errors ?? []).map(({ message }) => message).join('; ') };
      return { outputs: Object.fromEntries(Object.entries(outputValues ?? {}).map(([name, value]) => [name, plainValue(value)])) };
    });
  }

  settle(): Promise<void> {
    return this.#patience.settle(this.#connection);
  }

  advance(): Promise<void> {
    return Promise.reject(new Error('The clock of this org cannot be moved.'));
  }

  async query(soql: string): Promise<readonly Values[]> {
    const { records } = await this.#connection.query<Record<string, unknown>>(soql, { autoFetch: true, maxFetch: 10_000 });
    return records.map((record) =>
      Object.fromEntries(
        Object.entries(record).flatMap(([name, value]): [string, Values[string]][] =>
          value !== null && typeof value === 'object' ? [] : [[name, plainValue(value)]],
        ),
      ),
    );
  }

  tablesWith(): undefined {
    return undefined;
  }

  emails(): undefined {
    return undefined;
  }

  /** Takes away what the case left: its own records, and those that flows made for them. */
  async close(): Promise<void> {
    const { sobjects } = await this.#request<{ sobjects: readonly { name: string; deletable: boolean }[] }>('GET', '/sobjects');
    const ours = sobjects
      .filter(({ name, deletable }) => deletable && /^(?:Account|Contact)?Pulse.*__c$/u.test(name))
      .map(({ name }) => name);
    for (const object of [...ours, 'Task']) {
      const rows = await this.query(`SELECT Id FROM ${object}`);
      await this.#deleteAll(rows.map((row) => String(row['Id'])));
    }
    const rest = this.#made.filter(({ object }) => object !== 'User').toReversed();
    await this.#deleteAll(rest.map(({ id }) => id));
  }

  async #save(method: 'POST' | 'PATCH', object: string, rows: readonly Values[]): Promise<readonly Saved[]> {
    const results: Saved[] = [];
    for (let from = 0; from < rows.length; from += CHUNK) {
      const records = rows.slice(from, from + CHUNK).map((row) => ({ attributes: { type: object }, ...row }));
      const saved = await this.#request<readonly RestSaved[]>(method, '/composite/sobjects', { allOrNone: false, records });
      results.push(...saved.map(savedOf));
    }
    return results;
  }

  async #deleteAll(ids: readonly string[]): Promise<readonly Saved[]> {
    const results: Saved[] = [];
    for (let from = 0; from < ids.length; from += CHUNK) {
      const part = ids.slice(from, from + CHUNK).join(',');
      const deleted = await this.#request<readonly RestSaved[]>('DELETE', `/composite/sobjects?allOrNone=false&ids=${part}`);
      results.push(...deleted.map(savedOf));
    }
    return results;
  }

  #request<Result>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): Promise<Result> {
    return this.#connection.request<Result>({
      method,
      url: `${this.#connection.instanceUrl}/services/data/v${this.#connection.version}${path}`,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}

function savedOf({ id, success, errors }: RestSaved): Saved {
  if (success) return id === null ? { errors: [] } : { id, errors: [] };
  return { errors: errors.map((error) => `${error.statusCode ?? error.errorCode ?? ''}: ${error.message}`) };
}

function plainValue(value: unknown): Values[string] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT[\d:.]+\+0000$/u.test(value) ? isoText(value) : value;
  if (value === null || value === undefined) return null;
  return typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);
}

function isoText(wire: string): string {
  return new Date(wire.replace('+0000', 'Z')).toISOString().replace('.000Z', 'Z');
}
