import { setTimeout as delay } from 'node:timers/promises';
import type { OrgSettings } from './orgSettings.ts';
import { noAnswerInTime, tryDownload, tryJson, tryUpload, type Attempt, type HttpMethod, type Upload } from './attempt.ts';
import { pauseBefore, retryAfter, type BackoffPolicy, type Wait } from './backoff.ts';
import { OrgUnavailable, RequestRefused, withoutAddresses } from './errors.ts';
import { OrgClock } from './orgClock.ts';
import { Pacer, type ApiUsage } from './pacing.ts';
import { silentTelemetry, type Telemetry } from '../telemetry/telemetry.ts';
import { SessionKeeper, type Session } from './session.ts';

export type { Upload } from './attempt.ts';

/** What a test replaces (time and chance), and what the service sets. */
export interface ClientOptions {
  readonly wait?: Wait;
  readonly random?: () => number;
  readonly backoff?: BackoffPolicy;
  /** Milliseconds after which a request counts as lost. */
  readonly timeoutMs?: number;
  /** Share of the org's daily API calls (0 to 1) that is left to others. */
  readonly reserve?: number;
  /** Told of each call that was sent. */
  readonly telemetry?: Telemetry;
}

/** How one request is made. */
export interface RequestOptions {
  /** Raised at a graceful stop: ends waits between attempts; what was sent is still waited for. */
  readonly signal?: AbortSignal;
  /** What the call is for, in figures: `composite`, `bulk`, `query`, `describe`, ... */
  readonly kind?: string;
}

type Failed = Exclude<Attempt<unknown>, { kind: 'answered' }>;

/** Milliseconds that a stream of a bulk job may take. */
const streamTimeoutMs = 1_800_000;

/** What a Retry-After may ask for at most: one of days would keep the service from noticing that the org is back, one of weeks is more than a timer can count. */
const longestAskedMs = 600_000;

/** The attempt from which on an org that cannot be reached is told of: before, it may be a moment's trouble of the network. */
const saidFrom = 4;

/** Requests to one org, with retry, renewal of the session, pacing by the org's limit, and a count of the calls. */
export class SalesforceClient {
  readonly apiVersion: string;
  readonly #sessions: SessionKeeper;
  readonly #pacer: Pacer;
  readonly #wait: Wait | undefined;
  readonly #random: () => number;
  readonly #backoff: BackoffPolicy;
  readonly #timeoutMs: number;
  readonly #telemetry: Telemetry;
  /** First pause before a request is repeated, in milliseconds: what other pauses are derived from. */
  readonly retryBaseMs: number;
  readonly #clock = new OrgClock();
  #calls = 0;
  #everAnswered = false;
  #saidAway = false;

  constructor(settings: OrgSettings, options: ClientOptions = {}) {
    this.apiVersion = settings.apiVersion;
    this.#sessions = new SessionKeeper(settings, (attempt, asked, isNotThere) => this.#pauseBeforeLogin(attempt, asked, isNotThere));
    this.#pacer = new Pacer(options.reserve ?? 0);
    this.#wait = options.wait;
    this.#random = options.random ?? Math.random;
    this.#backoff = options.backoff ?? { baseMs: settings.retryBaseMs, longestMs: 60_000, attempts: 7 };
    this.#timeoutMs = options.timeoutMs ?? 150_000;
    this.#telemetry = options.telemetry ?? silentTelemetry;
    this.retryBaseMs = settings.retryBaseMs;
  }

  /** API requests sent so far, repeated ones included; logins do not count against Salesforce's limit. */
  get calls(): number {
    return this.#calls;
  }

  /** The org's own count of the last 24 hours (Sforce-Limit-Info), once it has answered. */
  get limit(): ApiUsage | undefined {
    return this.#pacer.usage;
  }

  /** The org's time: ours, corrected by what its replies say. */
  orgTime(): Date {
    return this.#clock.now();
  }

  /** How far the org's clock is ahead of this machine's, in milliseconds; 0 where they agree. */
  get clockAheadMs(): number {
    return this.#clock.aheadMs;
  }

  /** Takes up the count of calls as something else has learned it, such as the record of an earlier run. */
  noteUsage(usage: ApiUsage): void {
    this.#pacer.note(usage);
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
  request(method: HttpMethod, path: string, body?: unknown, options: RequestOptions = {}): Promise<unknown> {
    const request = { method, path, ...(body === undefined ? {} : { body }) };
    return this.#send((session) => tryJson(session, request, this.#timeoutMs), options);
  }

  /** Sends a stream to be stored at the path. @throws as `request` does */
  async upload(path: string, upload: Upload, options: RequestOptions = {}): Promise<void> {
    await this.#send((session) => tryUpload(session, path, upload, streamTimeoutMs), options);
  }

  /** Asks for a stream. Once it has begun it is not asked for again: a cut shows as an error of the stream. @throws as `request` does */
  download(path: string, options: RequestOptions = {}): Promise<AsyncIterable<Uint8Array>> {
    return this.#send((session) => tryDownload(session, path, streamTimeoutMs), options);
  }

  async #send<Body>(attempt: (session: Session) => Promise<Attempt<Body>>, options: RequestOptions): Promise<Body> {
    let session = await this.#sessions.current();
    let renewed = false;
    for (let number = 1; ; number++) {
      await this.#pacer.turn(options.signal);
      const result = await this.#counted(() => attempt(session), options.kind ?? 'other');
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
      await this.#pauseOrGiveUp(result, number, options.signal);
    }
  }

  async #counted<Body>(attempt: () => Promise<Attempt<Body>>, kind: string): Promise<Attempt<Body>> {
    this.#calls++;
    const started = performance.now();
    const result = await attempt();
    if (result.kind !== 'lost') {
      this.#everAnswered = true;
      this.#pacer.note(result.usage);
      if (result.kind === 'refused' && usedUp(result)) this.#pacer.noteUsedUp();
      if (result.kind === 'answered') this.#clock.note(result.date);
      if (this.#saidAway) this.#telemetry.condition('org');
      this.#saidAway = false;
    }
    const outcome = result.kind === 'answered' ? 'ok' : result.kind === 'lost' ? 'lost' : result.code;
    this.#tell(kind, outcome, (performance.now() - started) / 1000);
    return result;
  }

  #tell(kind: string, outcome: string, seconds: number): void {
    this.#telemetry.count('customer_pulse_api_calls_total', 1, { kind, outcome });
    this.#telemetry.observe('customer_pulse_api_seconds', seconds, { kind });
    if (outcome !== 'ok') this.#telemetry.count('customer_pulse_api_retries_total', 1, { code: outcome });
  }

  async #pauseOrGiveUp(result: Failed, attempt: number, signal: AbortSignal | undefined): Promise<void> {
    if (result.kind === 'refused' && result.reaction === 'pause') {
      const noCalls = result.code === 'REQUEST_LIMIT_EXCEEDED';
      throw new OrgUnavailable(`The org accepts no more requests for now (${result.code}: ${withoutAddresses(result.message)}).`, {
        ...(noCalls ? { trouble: 'no calls left' } : {}),
      });
    }
    if (result.kind === 'refused' && result.reaction !== 'retry' && result.reaction !== 'retry smaller')
      throw new RequestRefused(result.status, result.code, result.message);
    // An address at which nothing ever answered is more likely wrong than busy: say so soon.
    const attempts = result.kind === 'lost' && result.notThere && !this.#everAnswered ? 3 : this.#backoff.attempts;
    if (attempt >= attempts) {
      const words = await this.#whyGivenUp(result, attempt);
      throw new OrgUnavailable(words, result.kind === 'lost' ? { trouble: 'not reached' } : {});
    }
    if (result.kind === 'lost' && (attempt >= saidFrom || result.reason === noAnswerInTime)) await this.#sayAway(result.reason);
    const asked = result.kind === 'refused' ? Math.min(retryAfter(result.retryAfter, Date.now()), longestAskedMs) : 0;
    const pause = pauseBefore(attempt, this.#backoff, this.#random, asked);
    await (this.#wait?.(pause) ?? delay(pause, undefined, signal === undefined ? {} : { signal }));
  }

  async #pauseBeforeLogin(attempt: number, asked: string | undefined, isNotThere: boolean): Promise<boolean> {
    if (attempt >= (isNotThere && !this.#everAnswered ? 3 : this.#backoff.attempts)) return false;
    const pause = pauseBefore(attempt, this.#backoff, this.#random, Math.min(retryAfter(asked, Date.now()), longestAskedMs));
    await (this.#wait?.(pause) ?? delay(pause));
    return true;
  }

  /** Giving up may take many minutes where an org does not even refuse: whoever looks is told before. */
  async #sayAway(reason: string): Promise<void> {
    this.#saidAway = true;
    const { instanceUrl } = await this.#sessions.current();
    this.#telemetry.condition('org', `The org cannot be reached at ${instanceUrl} (${reason}). It is tried again and again.`);
  }

  async #whyGivenUp(result: Failed, attempts: number): Promise<string> {
    const { instanceUrl } = await this.#sessions.current();
    const reason = result.kind === 'lost' ? result.reason : result.code;
    return result.kind === 'lost'
      ? `The org cannot be reached at ${instanceUrl} (${reason}, ${attempts} attempts).`
      : `The org at ${instanceUrl} keeps answering ${reason} (${attempts} attempts).`;
  }
}

/** All calls of the day are gone. `ConcurrentRequests` under the same code passes within seconds. */
function usedUp({ code, message, usage }: Extract<Failed, { kind: 'refused' }>): boolean {
  return code === 'REQUEST_LIMIT_EXCEEDED' && /TotalRequests/i.test(message) && usage === undefined;
}
