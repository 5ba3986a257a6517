import { z } from 'zod';
import type { OrgSettings } from './orgSettings.ts';
import { asError, systemCode } from '../errors.ts';
import { reactionToStatus } from './errorReactions.ts';
import { OrgUnavailable } from './errors.ts';

/** Where to send requests and with which token. */
export interface Session {
  readonly instanceUrl: string;
  readonly accessToken: string;
}

const tokenReply = z.object({ access_token: z.string().min(1), instance_url: z.string().min(1) });
const tokenRefusal = z.object({ error: z.string(), error_description: z.string().optional() });

/** Keeps a session and renews it, however many requests ask at once. */
export class SessionKeeper {
  readonly #settings: OrgSettings;
  readonly #pause: PauseBeforeTry;
  #session: Session | undefined;
  #login: Promise<Session> | undefined;
  /** Calls made to log in. */
  logins = 0;

  /** @param pause waits before the try after the given one; false when it was the last */
  constructor(settings: OrgSettings, pause: PauseBeforeTry = () => Promise.resolve(false)) {
    this.#settings = settings;
    this.#pause = pause;
    if (settings.accessToken !== undefined && settings.instanceUrl !== undefined) {
      this.#session = { accessToken: settings.accessToken, instanceUrl: settings.instanceUrl };
    }
  }

  /** The session in use; logs in when there is none. */
  async current(): Promise<Session> {
    return this.#session ?? this.#renew();
  }

  /**
   * A session other than the one that was refused. One login at a time: a request that was refused with a session that has been
   * replaced meanwhile takes the new one.
   * @throws OrgUnavailable when there is no other way in
   */
  async afterRefusal(refused: Session): Promise<Session> {
    if (this.#session !== undefined && this.#session !== refused) return this.#session;
    return this.#renew();
  }

  #renew(): Promise<Session> {
    this.#login ??= this.#logIn().finally(() => (this.#login = undefined));
    return this.#login;
  }

  async #logIn(): Promise<Session> {
    const { loginUrl, clientId, clientSecret } = this.#settings;
    if (loginUrl === undefined || clientId === undefined || clientSecret === undefined) {
      throw new OrgUnavailable(
        'The org refused the access token (INVALID_SESSION_ID): it is wrong or has expired. Set a fresh SALESFORCE_ACCESS_TOKEN, ' +
          'or SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET, which renew it by themselves.',
      );
    }
    this.logins++;
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
    const { status, body } = await this.#persistently(`${loginUrl}/services/oauth2/token`, form);
    const granted = tokenReply.safeParse(body);
    if (status !== 200 || !granted.success) throw refusedLogin(loginUrl, status, body);
    this.#session = { accessToken: granted.data.access_token, instanceUrl: this.#settings.instanceUrl ?? granted.data.instance_url };
    return this.#session;
  }

  /** Asks again while the org is away or busy. */
  async #persistently(url: string, form: Readonly<Record<string, string>>): Promise<FormReply> {
    for (let attempt = 1; ; attempt++) {
      try {
        const reply = await postForm(url, form);
        if (reactionToStatus(reply.status) !== 'retry' || !(await this.#pause(attempt, reply.retryAfter, false))) return reply;
      } catch (thrown) {
        const isNotThere = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'].includes(systemCode(thrown) ?? '');
        if (!(await this.#pause(attempt, undefined, isNotThere))) throw thrown;
      }
    }
  }
}

/** Waits before a log-in is tried again; false when it is not. */
type PauseBeforeTry = (attempt: number, retryAfter: string | undefined, isNotThere: boolean) => Promise<boolean>;

interface FormReply {
  readonly status: number;
  readonly body: unknown;
  readonly retryAfter: string | undefined;
}

async function postForm(url: string, form: Readonly<Record<string, string>>): Promise<FormReply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text), retryAfter: response.headers.get('retry-after') ?? undefined };
  } catch (thrown) {
    throw new OrgUnavailable(`The org cannot be reached at ${new URL(url).origin} (${systemCode(thrown) ?? asError(thrown).message}).`, {
      cause: thrown,
      trouble: 'not reached',
    });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusedLogin(loginUrl: string, status: number, body: unknown): OrgUnavailable {
  const refusal = tokenRefusal.safeParse(body);
  const why = refusal.success
    ? `${refusal.data.error}${refusal.data.error_description ? `: ${refusal.data.error_description}` : ''}`
    : `HTTP ${status}`;
  return new OrgUnavailable(`${loginUrl} refused the credentials (${why}). Check SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET.`);
}
