import { z } from 'zod';
import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { isGone } from '../fetched.ts';
import { withQuery } from '../http/platformUrl.ts';
import { contentOf } from '../http/replies.ts';
import type { PlatformReply } from '../platformHttp.ts';
import type { Timeline } from '../pulling/timeline.ts';
import type { SourceTools } from '../source.ts';
import { TimedOnce } from '../timedOnce.ts';
import { surveyDetails, type SurveyDetails } from './payloads.ts';
import type { SurveyMonkeySettings } from './settings.ts';

const listed = z.looseObject({ data: z.array(z.looseObject({ date_modified: z.string() })) });

type Listed = z.infer<typeof listed>['data'][number];

/** The calls of SurveyMonkey's API v3 that a source needs. */
export class SurveyMonkeyApi {
  readonly #settings: SurveyMonkeySettings;
  readonly #tools: SourceTools;
  /** What a survey's choices mean seldom changes, and calls are few. */
  readonly #surveys: TimedOnce<SurveyDetails>;

  constructor(settings: SurveyMonkeySettings, tools: SourceTools) {
    this.#settings = settings;
    this.#tools = tools;
    this.#surveys = new TimedOnce(3_600_000, tools.now);
  }

  survey(id: string): Promise<SurveyDetails> {
    return this.#surveys.get(id, async () =>
      this.#content(await this.#get(`/v3/surveys/${encodeURIComponent(id)}/details`), surveyDetails),
    );
  }

  /** @returns undefined when it is gone */
  async response(survey: string, id: string, delivery: StoredDelivery): Promise<unknown> {
    const reply = await this.#get(`/v3/surveys/${encodeURIComponent(survey)}/responses/${encodeURIComponent(id)}/details`);
    return isGone(reply, delivery, 'SurveyMonkey') ? undefined : this.#content(reply, z.looseObject({}));
  }

  timeline(survey: string): Timeline<Listed> {
    const pageSize = 100;
    return {
      pageSize,
      page: async (from, page) => {
        const reply = await this.#get(`/v3/surveys/${encodeURIComponent(survey)}/responses/bulk`, {
          per_page: pageSize,
          page,
          sort_by: 'date_modified',
          sort_order: 'ASC',
          start_modified_at: from?.toISOString().slice(0, 19),
        });
        return this.#content(reply, listed).data;
      },
      at: ({ date_modified: modified }) => Date.parse(modified),
      body: (item) => Buffer.from(JSON.stringify(item)),
    };
  }

  async check(surveyIds: readonly string[]): Promise<string> {
    this.#content(await this.#get('/v3/users/me'), z.looseObject({}));
    for (const id of surveyIds) await this.survey(id);
    return surveyIds.length === 0
      ? 'SurveyMonkey answers.'
      : `SurveyMonkey answers, and its token may read ${surveyIds.length} of ${surveyIds.length} surveys.`;
  }

  #get(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): Promise<PlatformReply> {
    const { url, accessToken } = this.#settings;
    return this.#tools.http.send({ url: withQuery(`${url}${path}`, query), headers: { authorization: `Bearer ${accessToken.reveal()}` } });
  }

  #content<T>(reply: PlatformReply, shape: z.ZodType<T>): T {
    return contentOf(reply, shape, 'SurveyMonkey', this.#settings.accessToken.origin);
  }
}
