import { z } from 'zod';
import type { OrgSettings } from './orgSettings.ts';
import { asError, systemCode } from '../errors.ts';
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
  #session: Session | undefined;
  #login: Promise<Session> | undefined;
  /** Calls made to log in. */
  logins = 0;

  constructor(settings: OrgSettings) {
    this.#settings = settings;
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
    const { status, body } = await postForm(`${loginUrl}/services/oauth2/token`, {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const granted = tokenReply.safeParse(body);
    if (status !== 200 || !granted.success) throw refusedLogin(loginUrl, status, body);
    this.#session = { accessToken: granted.data.access_token, instanceUrl: this.#settings.instanceUrl ?? granted.data.instance_url };
    return this.#session;
  }
}

async function postForm(url: string, form: Readonly<Record<string, string>>): Promise<{ status: number; body: unknown }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  } catch (thrown) {
    throw new OrgUnavailable(`The org cannot be reached at ${new URL(url).origin} (${systemCode(thrown) ?? asError(thrown).message}).`, {
      cause: thrown,
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
