import type { RunningOrg } from './runningOrg';

/** What flows sent, as `/local-org/outbox` tells it. */
export interface Outbox {
  readonly emails: readonly { readonly at: string; readonly to: readonly string[]; readonly subject: string }[];
  readonly notifications: readonly { readonly at: string; readonly recipients: readonly string[]; readonly title: string }[];
}

/** The steps of a story that is played against an org by its clock. */
export class Story {
  readonly #org: RunningOrg;
  readonly #tell: (line: string) => void;

  /** @param tell told of each step, so that a run can be read */
  constructor(org: RunningOrg, tell: (line: string) => void) {
    this.#org = org;
    this.#tell = tell;
  }

  say(line: string): void {
    this.#tell(line);
  }

  /** Id of a new record. @throws Error with the org's words when it is refused */
  async create(object: string, fields: Readonly<Record<string, unknown>>): Promise<string> {
    const result = await this.#org.connection.sobject(object).create(fields);
    if (!result.success) throw new Error(result.errors.map((error) => error.message).join('; '));
    await this.#org.settled();
    return result.id;
  }

  /** @throws Error with the org's words when it is refused */
  async update(object: string, fields: Readonly<Record<string, unknown>> & { readonly Id: string }): Promise<void> {
    // As a list: a single record's several errors would be told as "Multiple errors" only.
    const [result] = await this.#org.connection.sobject(object).update([fields]);
    if (result?.success === false) throw new Error(result.errors.map((error) => error.message).join('; '));
    await this.#org.settled();
  }

  /** The only row of a query. @throws Error when there is none, or more than one */
  async only<Row extends object>(soql: string): Promise<Row> {
    const { records } = await this.#org.connection.query<Row>(soql);
    const [row] = records;
    if (row === undefined || records.length > 1) throw new Error(`${String(records.length)} rows: ${soql}`);
    return row;
  }

  async count(soql: string): Promise<number> {
    return (await this.#org.connection.query(soql)).totalSize;
  }

  /** The outputs of an autolaunched flow, called over REST. @throws Error with the flow's fault */
  async launch(flow: string, inputs: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
    const { connection } = this.#org;
    const [result] = await connection.request<
      readonly { isSuccess: boolean; errors: readonly { message: string }[] | null; outputValues: Record<string, unknown> | null }[]
    >({
      method: 'POST',
      url: `${connection.instanceUrl}/services/data/v${connection.version}/actions/custom/flow/${flow}`,
      body: JSON.stringify({ inputs: [inputs] }),
      headers: { 'content-type': 'application/json' },
    });
    if (result?.isSuccess !== true) throw new Error((result?.errors ?? []).map(({ message }) => message).join('; '));
    await this.#org.settled();
    return result.outputValues ?? {};
  }

  /** Moves the org's clock to a moment, ISO 8601; all that becomes due on the way runs at its own time. */
  async until(now: string): Promise<void> {
    const { connection } = this.#org;
    await connection.request({
      method: 'POST',
      url: `${connection.instanceUrl}/local-org/clock`,
      body: JSON.stringify({ now }),
      headers: { 'content-type': 'application/json' },
    });
    await this.#org.settled();
    this.#tell(`--- ${now}`);
  }

  async outbox(): Promise<Outbox> {
    const { connection } = this.#org;
    return connection.request<Outbox>(`${connection.instanceUrl}/local-org/outbox`);
  }
}
