import { z } from 'zod';
import type { StoredDelivery } from '../../store/ports/deliveries.ts';
import { isGone } from '../fetched.ts';
import { contentOf, jsonIn } from '../http/replies.ts';
import { PlatformUnavailable, type PlatformReply, type PlatformRequest } from '../platformHttp.ts';
import { newestOf, type UnorderedPage } from '../pulling/timelines.ts';
import type { SourceTools } from '../source.ts';
import { batchesOfLines } from './lines.ts';
import { single } from './payloads.ts';
import type { QualtricsSettings } from './settings.ts';

const started = z.looseObject({ result: z.looseObject({ progressId: z.string() }) });

const progress = z.looseObject({ result: z.looseObject({ status: z.string(), fileId: z.string().nullish() }) });

const recordedAt = z.looseObject({ values: z.looseObject({ recordedDate: z.string() }) });

/** An export that is not ready by then is given up; the next pull asks for a new one. */
const longestExportMs = 30 * 60_000;

/** Responses that are stored in one transaction. */
const batchSize = 200;

/** The calls of Qualtrics' API v3 that a source needs. */
export class QualtricsApi {
  readonly #settings: QualtricsSettings;
  readonly #tools: SourceTools;

  constructor(settings: QualtricsSettings, tools: SourceTools) {
    this.#settings = settings;
    this.#tools = tools;
  }

  /** @returns undefined when it is gone */
  async response(survey: string, id: string, delivery: StoredDelivery): Promise<unknown> {
    const reply = await this.#send({ url: this.#surveyUrl(survey, `responses/${encodeURIComponent(id)}`) });
    return isGone(reply, delivery, 'Qualtrics') ? undefined : this.#content(reply, single).result;
  }

  /** Responses recorded or changed since a moment, by an export that Qualtrics prepares meanwhile. */
  async *exported(survey: string, from: Date | undefined, signal: AbortSignal): AsyncGenerator<UnorderedPage> {
    const file = await this.#prepare(survey, from, signal);
    if (file === undefined) return;
    const { status, headers, body } = await this.#tools.http.stream(
      this.#request({ url: this.#surveyUrl(survey, `export-responses/${encodeURIComponent(file)}/file`) }),
    );
    if (status >= 300) this.#content({ status, headers, body: '' }, z.unknown());
    for await (const lines of batchesOfLines(body, batchSize)) {
      if (signal.aborted) return;
      yield pageOf(survey, lines);
    }
  }

  async check(surveyIds: readonly string[]): Promise<string> {
    this.#content(await this.#send({ url: `${this.#settings.url}/API/v3/whoami` }), z.looseObject({}));
    for (const survey of surveyIds) this.#content(await this.#send({ url: this.#surveyUrl(survey) }), z.looseObject({}));
    return surveyIds.length === 0 ? 'Qualtrics answers.' : 'Qualtrics answers, and its token may read the surveys.';
  }

  /** @returns id of the file, or undefined when the service stops meanwhile */
  async #prepare(survey: string, from: Date | undefined, signal: AbortSignal): Promise<string | undefined> {
    const wanted = {
      format: 'ndjson',
      compress: false,
      sortByLastModifiedDate: true,
      ...(from === undefined ? {} : { startDate: isoSeconds(from) }),
    };
    const url = this.#surveyUrl(survey, 'export-responses');
    const headers = { 'content-type': 'application/json' };
    const begun = await this.#send({ method: 'POST', url, headers, body: JSON.stringify(wanted), repeatable: true });
    const { progressId } = this.#content(begun, started).result;
    for (let waited = 0, pause = 1_000; waited < longestExportMs; waited += pause, pause = Math.min(pause * 2, 30_000)) {
      if (signal.aborted) return undefined;
      await this.#tools.wait(pause);
      const { status, fileId } = this.#content(await this.#send({ url: `${url}/${encodeURIComponent(progressId)}` }), progress).result;
      if (status === 'failed') throw new PlatformUnavailable('Qualtrics could not prepare an export of the responses.');
      if (status === 'complete' && typeof fileId === 'string') return fileId;
    }
    throw new PlatformUnavailable('Qualtrics did not finish an export of the responses in half an hour.');
  }

  #surveyUrl(survey: string, rest?: string): string {
    return `${this.#settings.url}/API/v3/surveys/${encodeURIComponent(survey)}${rest === undefined ? '' : `/${rest}`}`;
  }

  #request(request: PlatformRequest): PlatformRequest {
    return { ...request, headers: { ...request.headers, 'x-api-token': this.#settings.apiToken.reveal() } };
  }

  #send(request: PlatformRequest): Promise<PlatformReply> {
    return this.#tools.http.send(this.#request(request));
  }

  #content<T>(reply: PlatformReply, shape: z.ZodType<T>): T {
    return contentOf(reply, shape, 'Qualtrics', this.#settings.apiToken.origin);
  }
}

function pageOf(survey: string, lines: readonly string[]): UnorderedPage {
  const items = lines.map((line) => jsonIn(line) ?? line);
  const recorded = items.map((item) => recordedAt.safeParse(item).data?.values.recordedDate);
  return { items: items.map((item) => Buffer.from(JSON.stringify({ survey_id: survey, item }))), newest: newestOf(recorded) };
}

function isoSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
