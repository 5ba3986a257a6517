import { textOf, type Client, type Row } from './client.ts';

/** Which records somebody reaches, by their ids: sharing, whatever fields are hidden. */
export class Reach {
  readonly #client: Client | undefined;
  readonly #ids = new Map<string, Promise<ReadonlySet<string>>>();

  /** @param client of the person; undefined: somebody who reaches all */
  constructor(client?: Client) {
    this.#client = client;
  }

  /** Those of an object's rows that the person reaches. */
  async of(object: string, rows: readonly Row[]): Promise<readonly Row[]> {
    if (this.#client === undefined) return rows;
    const known = this.#ids.get(object) ?? this.#idsOf(this.#client, object);
    this.#ids.set(object, known);
    const reached = await known;
    return rows.filter((row) => reached.has(textOf(row['Id'])));
  }

  async #idsOf(client: Client, object: string): Promise<ReadonlySet<string>> {
    const { status } = await client.ask('GET', `query?q=${encodeURIComponent(`SELECT Id FROM ${object} LIMIT 1`)}`);
    if (status !== 200) return new Set();
    return new Set((await client.query(`SELECT Id FROM ${object}`)).map((row) => textOf(row['Id'])));
  }
}
