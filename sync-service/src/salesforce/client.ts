import { Connection } from 'jsforce/lib/connection.js';
import type { OrgSettings } from './orgSettings.ts';
import { asError, systemCode } from '../errors.ts';
import { pauseBefore, retryAfter, waitFor, type BackoffPolicy, type Wait } from './backoff.ts';
import { reactionTo, reactionToStatus, type Reaction } from './errorReactions.ts';
import { OrgUnavailable, RequestRefused, withoutAddresses } from './errors.ts';
import { HttpTransport, type HttpResponse } from './httpTransport.ts';
import { SessionKeeper, type Session } from './session.ts';

/** What a test replaces: time and chance. */
export interface ClientOptions {
  readonly wait?: Wait;
  readonly random?: () => number;
  readonly backoff?: BackoffPolicy;
  /** Milliseconds after which a request counts as lost. */
  readonly timeoutMs?: number;
}

type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'DELETE';

type Attempt =
  | { readonly kind: 'answered'; readonly body: unknown }
  | {
      readonly kind: 'refused';
      readonly response: HttpResponse;
      readonly code: string;
      readonly message: string;
      readonly reaction: Reaction;
    }
  | { readonly kind: 'lost'; readonly reason: string; readonly notThere: boolean };

/** Requests to one org through jsforce's `request`, with retry, renewal of the session and a count of the calls. */
export class SalesforceClient {
  readonly apiVersion: string;
  readonly #sessions: SessionKeeper;
  readonly #wait: Wait;
  readonly #random: () => number;
  readonly #backoff: BackoffPolicy;
  readonly #timeoutMs: number;
  #calls = 0;
  #everAnswered = false;
  #limit: { used: number; limit: number } | undefined;

  constructor(settings: OrgSettings, options: ClientOptions = {}) {
    this.apiVersion = settings.apiVersion;
    this.#sessions = new SessionKeeper(settings);
    this.#wait = options.wait ?? waitFor;
    this.#random = options.random ?? Math.random;
    this.#backoff = options.backoff ?? { baseMs: settings.retryBaseMs, longestMs: 60_000, attempts: 7 };
    this.#timeoutMs = options.timeoutMs ?? 150_000;
  }

  /** API requests sent so far, repeated ones included; logins do not count against Salesforce's limit. */
  get calls(): number {
    return this.#calls;
  }

  /** The org's own count of the last 24 hours (Sforce-Limit-Info), once it has answered. */
  get limit(): { readonly used: number; readonly limit: number } | undefined {
    return this.#limit;
  }

  /** The org's id as its access token names it, where it does; costs no call unless a login is needed. */
  async orgId(): Promise<string | undefined> {
    return /^(00D[A-Za-z0-9]{12,15})!/.exec((await this.#sessions.current()).accessToken)?.[1];
  }

  /** `/services/data/vNN.0` followed by the path. */
  path(resource: string): string {
    return `/services/data/v${this.apiVersion}${resource}`;
  }

  /**
   * Sends one request. Every request of this service can be repeated without harm, so a lost reply is simply asked for again.
   * @throws RequestRefused when the org refuses it for a reason that waiting does not change
   * @throws OrgUnavailable when the org is away, refuses the credentials, or has no calls left
   */
  async request(method: HttpMethod, path: string, body?: unknown): Promise<unknown> {
    let session = await this.#sessions.current();
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const result = await this.#attempt(session, method, path, body);
      if (result.kind === 'answered') return result.body;
      if (result.kind === 'refused' && result.reaction === 'log in') {
        if (renewed)
          throw new OrgUnavailable(
            `The org refuses a session it has just granted (${result.code}). Check the user's permissions and IP ranges.`,
          );
        renewed = true;
        session = await this.#sessions.afterRefusal(session);
        continue;
      }
      await this.#pauseOrGiveUp(result, attempt);
    }
  }

  async #pauseOrGiveUp(result: Exclude<Attempt, { kind: 'answered' }>, attempt: number): Promise<void> {
    if (result.kind === 'refused' && result.reaction === 'pause') {
      throw new OrgUnavailable(`The org accepts no more requests for now (${result.code}: ${withoutAddresses(result.message)}).`);
    }
    if (result.kind === 'refused' && result.reaction !== 'retry')
      throw new RequestRefused(result.response.statusCode, result.code, result.message);
    // An address at which nothing ever answered is more likely wrong than busy: say so soon.
    const attempts = result.kind === 'lost' && result.notThere && !this.#everAnswered ? 3 : this.#backoff.attempts;
    if (attempt >= attempts) throw new OrgUnavailable(await this.#whyGivenUp(result, attempt));
    const asked = result.kind === 'refused' ? retryAfter(result.response.headers['retry-after'], Date.now()) : 0;
    await this.#wait(pauseBefore(attempt, this.#backoff, this.#random, asked));
  }

  async #whyGivenUp(result: Exclude<Attempt, { kind: 'answered' }>, attempts: number): Promise<string> {
    const { instanceUrl } = await this.#sessions.current();
    const reason = result.kind === 'lost' ? result.reason : result.code;
    return result.kind === 'lost'
      ? `The org cannot be reached at ${instanceUrl} (${reason}, ${attempts} attempts).`
      : `The org at ${instanceUrl} keeps answering ${reason} (${attempts} attempts).`;
  }

  async #attempt(session: Session, method: HttpMethod, path: string, body: unknown): Promise<Attempt> {
    const connection = new Connection({ instanceUrl: session.instanceUrl, accessToken: session.accessToken, version: this.apiVersion });
    let answered: HttpResponse | undefined;
    const transport = new HttpTransport(this.#timeoutMs, (response) => (answered = response));
    const options = { transport };
    this.#calls++;
    try {
      const reply: unknown = await connection.request(
        {
          method,
          url: `${session.instanceUrl}${path}`,
          ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        },
        options,
      );
      this.#everAnswered = true;
      this.#limit = connection.limitInfo.apiUsage ?? this.#limit;
      return { kind: 'answered', body: reply };
    } catch (thrown) {
      return this.#failed(thrown, answered);
    }
  }

  #failed(thrown: unknown, response: HttpResponse | undefined): Attempt {
    const error = asError(thrown);
    if (response === undefined) {
      const code = systemCode(error) ?? (error.name === 'TimeoutError' ? 'no answer in time' : asError(error.cause ?? error).message);
      return { kind: 'lost', reason: code, notThere: ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code) };
    }
    this.#everAnswered = true;
    const code = 'errorCode' in error && typeof error.errorCode === 'string' ? error.errorCode : `ERROR_HTTP_${response.statusCode}`;
    const byStatus = reactionToStatus(response.statusCode);
    const byCode = reactionTo(code, error.message);
    // A 401 is about the session whatever its code; otherwise Salesforce's own code says more than the status.
    const reaction = byStatus === 'log in' || byCode === 'unknown' ? byStatus : byCode;
    return { kind: 'refused', response, code, message: error.message, reaction };
  }
}
