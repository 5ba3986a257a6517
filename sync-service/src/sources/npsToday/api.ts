import { type z } from 'zod';
import { withQuery } from '../http/platformUrl.ts';
import { contentOf } from '../http/replies.ts';
import type { SourceTools } from '../source.ts';
import { fieldsOf, idIn, listed } from './payloads.ts';
import type { NpsTodaySettings } from './settings.ts';

const pageSize = 200;

/** The calls of nps.today's API that a source needs. */
export class NpsTodayApi {
  readonly #settings: NpsTodaySettings;
  readonly #tools: SourceTools;

  constructor(settings: NpsTodaySettings, tools: SourceTools) {
    this.#settings = settings;
    this.#tools = tools;
  }

  /** Responses of all campaigns since a moment, page by page. */
  async *responses(from: Date | undefined, signal: AbortSignal): AsyncGenerator<readonly unknown[]> {
    let before = '';
    for (let page = 1; !signal.aborted; page++) {
      const items = await this.#page(from, page);
      const ids = items.map((item) => idIn(fieldsOf(item) ?? new Map()) ?? '').join(' ');
      // A list that knows no pages gives the same one for ever.
      if (items.length === 0 || ids === before) return;
      yield items;
      if (items.length < pageSize) return;
      before = ids;
    }
  }

  /** The response with this id among those since a moment. */
  async find(id: string, from: Date): Promise<unknown> {
    for await (const items of this.responses(from, new AbortController().signal)) {
      const found = items.find((item) => idIn(fieldsOf(item) ?? new Map()) === id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async check(): Promise<string> {
    await this.#page(this.#tools.now(), 1);
    return 'nps.today answers, and its key may read responses.';
  }

  async #page(from: Date | undefined, page: number): Promise<readonly unknown[]> {
    const { url, apiKey } = this.#settings;
    const query = { from: from?.toISOString(), page, pageSize };
    const reply = await this.#tools.http.send({
      url: withQuery(`${url}/campaigns/responses`, query),
      headers: { authorization: apiKey.reveal() },
    });
    return contentOf<z.infer<typeof listed>>(reply, listed, 'nps.today', apiKey.origin);
  }
}
