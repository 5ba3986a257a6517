import { type z } from 'zod';
import { withQuery } from '../http/platformUrl.ts';
import { contentOf } from '../http/replies.ts';
import type { SourceTools } from '../source.ts';
import { TimedOnce } from '../timedOnce.ts';
import { fieldsOf, idIn, listed, textIn } from './payloads.ts';
import type { NpsTodaySettings } from './settings.ts';

const pageSize = 200;

const dayMs = 86_400_000;

/** The calls of nps.today's API that a source needs. */
export class NpsTodayApi {
  readonly #settings: NpsTodaySettings;
  readonly #tools: SourceTools;
  readonly #members: TimedOnce<ReadonlyMap<string, unknown>>;

  constructor(settings: NpsTodaySettings, tools: SourceTools) {
    this.#settings = settings;
    this.#tools = tools;
    this.#members = new TimedOnce(300_000, tools.now);
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

  /** Custom fields of campaign members by member id; they change when the member answers. */
  members(since: Date): Promise<ReadonlyMap<string, unknown>> {
    const day = new Date(Math.floor(since.getTime() / dayMs) * dayMs).toISOString();
    return this.#members.get(day, async () => {
      const items = await this.#list('v2/bi/campaignmembers', { modifiedAfter: day });
      const fields = items.flatMap((item) => fieldsOf(item) ?? []);
      return new Map(fields.map((member) => [textIn(member, 'Id', 'CampaignMemberId') ?? '', member.get('custom')]));
    });
  }

  #page(from: Date | undefined, page: number): Promise<readonly unknown[]> {
    return this.#list('campaigns/responses', { modifiedAfter: from?.toISOString(), page, pageSize });
  }

  async #list(path: string, query: Readonly<Record<string, string | number | undefined>>): Promise<readonly unknown[]> {
    const { url, apiKey } = this.#settings;
    const reply = await this.#tools.http.send({ url: withQuery(`${url}/${path}`, query), headers: { authorization: apiKey.reveal() } });
    return contentOf<z.infer<typeof listed>>(reply, listed, 'nps.today', apiKey.origin);
  }
}
