import { text } from 'node:stream/consumers';
import { asError, systemCode } from '../../errors.ts';
import { pauseBefore, retryAfter, waitFor, type BackoffPolicy, type Wait } from '../../salesforce/backoff.ts';
import { PlatformUnavailable, type PlatformHttp, type PlatformReply, type PlatformRequest, type PlatformStream } from '../platformHttp.ts';
import { RateLimit } from './rateLimit.ts';

export interface PlatformClientOptions {
  /** As a person calls the platform; for messages. */
  readonly platform: string;
  readonly callsPerSecond: number;
  /** For the whole of a reply, or for the head of a streamed one. */
  readonly timeoutMs?: number;
  readonly backoff?: BackoffPolicy;
  /** A longer wait than this is not sat out: the caller is told when to come back. */
  readonly longestWaitMs?: number;
  /** Told of every call: status (0: none came) and milliseconds. */
  readonly onCall?: (status: number, milliseconds: number) => void;
  readonly wait?: Wait;
  readonly random?: () => number;
  readonly clock?: () => number;
}

const defaultBackoff: BackoffPolicy = { baseMs: 500, longestMs: 8_000, attempts: 4 };

/** Largest reply that is taken whole into memory. */
const largestReply = 32 * 1024 * 1024;

/** What one attempt came to. */
type Attempt = { readonly reply: Response } | { readonly failure: PlatformUnavailable; readonly wasDone: boolean };

/** Calls one platform over fetch. */
export class PlatformClient implements PlatformHttp {
  readonly #options: PlatformClientOptions;
  readonly #limit: RateLimit;
  readonly #wait: Wait;
  readonly #clock: () => number;

  constructor(options: PlatformClientOptions) {
    this.#options = options;
    this.#wait = options.wait ?? waitFor;
    this.#clock = options.clock ?? Date.now;
    this.#limit = new RateLimit(options.callsPerSecond, this.#clock, this.#wait);
  }

  async send(request: PlatformRequest): Promise<PlatformReply> {
    const reply = await this.#repeatedly(request, false);
    try {
      return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await this.#wholeBody(reply) };
    } catch (thrown) {
      throw this.#unreachable(thrown);
    }
  }

  async stream(request: PlatformRequest): Promise<PlatformStream> {
    const reply = await this.#repeatedly(request, true);
    return { status: reply.status, headers: Object.fromEntries(reply.headers), body: this.#chunks(reply) };
  }

  async #repeatedly(request: PlatformRequest, streamed: boolean): Promise<Response> {
    const policy = this.#options.backoff ?? defaultBackoff;
    const longest = this.#options.longestWaitMs ?? 30_000;
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#once(request, streamed);
      if ('reply' in outcome) return outcome.reply;
      const { failure, wasDone } = outcome;
      const asked = failure.retryAfterMs ?? 0;
      if (asked > 0) this.#limit.pause(asked);
      if ((wasDone && !isRepeatable(request)) || attempt >= policy.attempts || asked > longest) throw failure;
      await this.#wait(pauseBefore(attempt, policy, this.#options.random ?? Math.random, asked));
    }
  }

  async #once(request: PlatformRequest, streamed: boolean): Promise<Attempt> {
    await this.#limit.turn(this.#options.longestWaitMs ?? 30_000, () => this.#pausedMessage());
    const started = this.#clock();
    const told = (status: number): void => this.#options.onCall?.(status, this.#clock() - started);
    try {
      const reply = await this.#fetch(request, streamed);
      told(reply.status);
      if (reply.status < 300 || (reply.status >= 400 && reply.status < 500 && ![408, 425, 429].includes(reply.status))) return { reply };
      await reply.body?.cancel();
      return { failure: this.#refused(reply), wasDone: reply.status !== 429 };
    } catch (thrown) {
      told(0);
      return {
        failure: this.#unreachable(thrown),
        wasDone: !['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(systemCode(thrown) ?? ''),
      };
    }
  }

  async #fetch({ method = 'GET', url, headers, body }: PlatformRequest, streamed: boolean): Promise<Response> {
    const timeoutMs = this.#options.timeoutMs ?? 30_000;
    const headTimer = new AbortController();
    const timer = setTimeout(() => headTimer.abort(new DOMException('no answer in time', 'TimeoutError')), timeoutMs);
    try {
      // A redirect would carry the key to whatever address the reply names.
      return await fetch(url, {
        method,
        redirect: 'manual',
        signal: streamed ? headTimer.signal : AbortSignal.timeout(timeoutMs),
        ...(headers === undefined ? {} : { headers }),
        ...(body === undefined ? {} : { body }),
      });
    } finally {
      clearTimeout(timer);
    }
  }

  async #wholeBody(reply: Response): Promise<string> {
    return text(bounded(this.#chunks(reply), `${this.#options.platform} answered with more than ${largestReply / 1024 / 1024} MB`));
  }

  async *#chunks(reply: Response): AsyncGenerator<Uint8Array> {
    if (reply.body === null) return;
    try {
      for await (const chunk of reply.body) yield chunk;
    } catch (thrown) {
      throw this.#unreachable(thrown);
    }
  }

  #refused(reply: Response): PlatformUnavailable {
    const { platform } = this.#options;
    const asked = retryAfter(reply.headers.get('retry-after') ?? undefined, this.#clock());
    const later = asked === 0 ? {} : { retryAfterMs: asked };
    if (reply.status === 429) return new PlatformUnavailable(`${platform} takes no more calls for now (status 429).`, later);
    if (reply.status < 400)
      return new PlatformUnavailable(
        `${platform} redirects to another address (status ${reply.status}): correct url in the source's settings.`,
      );
    return new PlatformUnavailable(`${platform} cannot answer now (status ${reply.status}).`, later);
  }

  #unreachable(thrown: unknown): PlatformUnavailable {
    if (thrown instanceof PlatformUnavailable) return thrown;
    const error = asError(thrown);
    const why = error.name === 'TimeoutError' || error.name === 'AbortError' ? 'no answer in time' : (systemCode(thrown) ?? error.message);
    return new PlatformUnavailable(`${this.#options.platform} cannot be reached: ${why}.`, { cause: thrown });
  }

  #pausedMessage(): string {
    return `${this.#options.platform} takes no more calls for now.`;
  }
}

function isRepeatable({ method = 'GET', repeatable }: PlatformRequest): boolean {
  return repeatable ?? (method === 'GET' || method === 'PUT');
}

async function* bounded(chunks: AsyncIterable<Uint8Array>, problem: string): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > largestReply) throw new PlatformUnavailable(`${problem}.`);
    yield chunk;
  }
}
