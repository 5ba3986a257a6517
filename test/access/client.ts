/** What the REST API answered: a status, and the code of the first error when there is one. */
export interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly body: unknown;
}

/** What a describe says about a field. */
export interface DescribedField {
  readonly name: string;
  readonly type: string;
  readonly calculated: boolean;
  readonly autoNumber: boolean;
  readonly nillable: boolean;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly relationshipOrder: number | null;
}

/** What a describe says about an object. */
export interface Described {
  readonly name: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly fields: readonly DescribedField[];
}

/** One user's door: Salesforce's REST API with that user's session. */
export class Client {
  readonly #base: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#base = `${url}/services/data/v66.0`;
    this.#token = token;
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(this.#base + path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, code: codeOf(parsed), body: parsed };
  }

  /** The object as this user sees it; undefined when it is not there for this user. */
  async describe(object: string): Promise<Described | undefined> {
    const answer = await this.ask('GET', `/sobjects/${object}/describe`);
    // The body of a describe, as Salesforce documents it.
    return answer.status === 200 ? (answer.body as Described) : undefined;
  }

  query(soql: string): Promise<Answer> {
    return this.ask('GET', `/query?q=${encodeURIComponent(soql)}`);
  }

  /** @throws Error when the record is refused */
  async create(object: string, values: Readonly<Record<string, unknown>>): Promise<string> {
    const answer = await this.ask('POST', `/sobjects/${object}`, values);
    if (answer.status !== 201) throw new Error(`${object}: ${JSON.stringify(answer.body)}`);
    return (answer.body as { id: string }).id;
  }

  /** Id of the first record that the query finds. @throws Error when it finds none */
  async find(soql: string): Promise<string> {
    const answer = await this.query(soql);
    const id = (answer.body as { records?: readonly { Id: string }[] }).records?.[0]?.Id;
    if (id === undefined) throw new Error(`${soql}: ${JSON.stringify(answer.body)}`);
    return id;
  }
}

function codeOf(body: unknown): string | undefined {
  const first: unknown = Array.isArray(body) ? body[0] : body;
  if (typeof first !== 'object' || first === null) return undefined;
  if ('errorCode' in first && typeof first.errorCode === 'string') return first.errorCode;
  return undefined;
}
