/** A record as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type Row = Readonly<Record<string, Json>>;

/** A value as text; nothing for null and for what is no single value. */
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** What the REST API answered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One user's door: Salesforce's REST API with that user's session. */
export class Client {
  readonly url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.#token = token;
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const address = path.startsWith('/') ? path : `/services/data/v66.0/${path}`;
    const response = await fetch(this.url + address, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, body: text === '' ? undefined : isJson ? JSON.parse(text) : text };
  }

  /** The body of an answer below 300. @throws Error with what else was answered */
  async get(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.ask(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** All rows of a query, page after page. */
  async query(soql: string): Promise<readonly Row[]> {
    const rows: Row[] = [];
    let path: string | undefined = `query?q=${encodeURIComponent(soql)}`;
    while (path !== undefined) {
      const page = (await this.get('GET', path)) as { records: readonly Row[]; nextRecordsUrl?: string };
      rows.push(...page.records);
      path = page.nextRecordsUrl;
    }
    return rows;
  }

  /** Ids of new records, 200 a call. @throws Error with the first refusal */
  async create(type: string, values: readonly Row[]): Promise<readonly string[]> {
    return this.#save('POST', type, values);
  }

  async update(type: string, values: readonly Row[]): Promise<void> {
    await this.#save('PATCH', type, values);
  }

  async createOne(type: string, values: Row): Promise<string> {
    const [id] = await this.create(type, [values]);
    if (id === undefined) throw new Error(`${type}: nothing was created`);
    return id;
  }

  async #save(method: string, type: string, values: readonly Row[]): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let start = 0; start < values.length; start += 200) {
      const records = values.slice(start, start + 200).map((row) => ({ attributes: { type }, ...row }));
      const results = (await this.get(method, 'composite/sobjects', { allOrNone: false, records })) as readonly Saved[];
      for (const result of results) {
        if (!result.success) throw new Error(`${type}: ${JSON.stringify(result.errors)}`);
        ids.push(result.id);
      }
    }
    return ids;
  }
}

interface Saved {
  readonly success: boolean;
  readonly id: string;
  readonly errors: unknown;
}
