import { createPrivateKey, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalOrg, type LocalOrg, type LocalOrgOptions } from '../../localOrg.ts';
import { readOrgEnv, type OrgEnv } from '../../orgEnv.ts';

/** An empty org that people log in to. */
export interface LoginOrg extends LocalOrg {
  readonly env: OrgEnv;
  /** Posts a form to the token endpoint. */
  token(form: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<TokenReply>;
  /** A JWT of the org's client; `claims` replace its own. */
  jwt(claims?: Readonly<Record<string, unknown>>, header?: Readonly<Record<string, unknown>>, keyFile?: string): string;
  /** HTTP status of a Data API call with this token. */
  statusWith(token: string): Promise<number>;
  /** Id of a new user with this name and password, of the profile Standard User. */
  createUser(username: string, password: string): Promise<string>;
  stop(): Promise<void>;
}

export interface TokenReply {
  readonly status: number;
  readonly body: Readonly<Record<string, string>>;
}

export async function startLoginOrg(options: Partial<LocalOrgOptions> = {}): Promise<LoginOrg> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'local-org-login-'));
  const localOrg = await startLocalOrg({ dataFolder, port: 0, pages: false, ...options });
  const env = completeEnv(dataFolder);
  const { url, org } = localOrg;
  return {
    ...localOrg,
    env,
    token: async (form, headers = {}) => {
      const response = await fetch(`${url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams({ ...form }), headers });
      return { status: response.status, body: (await response.json()) as Record<string, string> };
    },
    jwt: (claims = {}, header = {}, keyFile = env.SALESFORCE_JWT_KEY_FILE) => {
      const exp = Math.floor(Date.now() / 1000) + 180;
      const payload = { iss: env.SALESFORCE_CLIENT_ID, sub: env.SALESFORCE_USERNAME, aud: url, exp, ...claims };
      const signed = [{ alg: 'RS256', ...header }, payload]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), createPrivateKey(readFileSync(keyFile))).toString('base64url')}`;
    },
    statusWith: async (token) =>
      (await fetch(`${url}/services/data/v66.0/limits`, { headers: { authorization: `Bearer ${token}` } })).status,
    createUser: async (username, password) => {
      const profile = org.database.prepare(`SELECT "Id" AS id FROM "Profile" WHERE "Name" = 'Standard User'`).get();
      const created = (await post(localOrg, 'sobjects/User', {
        Username: username,
        LastName: 'Ek',
        Email: username,
        Alias: 'ek',
        ProfileId: profile?.['id'],
        TimeZoneSidKey: 'America/New_York',
        LocaleSidKey: 'de_DE',
        LanguageLocaleKey: 'de',
        EmailEncodingKey: 'UTF-8',
      })) as { id: string };
      await post(localOrg, `sobjects/User/${created.id}/password`, { NewPassword: password });
      return created.id;
    },
    stop: async () => {
      await localOrg.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function post({ url, adminToken }: LocalOrg, path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${url}/services/data/v66.0/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

function completeEnv(dataFolder: string): OrgEnv {
  const env = readOrgEnv(dataFolder);
  if (env.SALESFORCE_JWT_KEY_FILE === undefined) throw new Error('org.env is not complete');
  return env as OrgEnv;
}
