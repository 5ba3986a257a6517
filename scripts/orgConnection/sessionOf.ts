import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { needed } from './index';

/** Seconds for which the proof is valid. */
const VALID_FOR = 180;

/**
 * An access token of a user, by the JWT bearer flow of the org's own client.
 * @param env the variables of `org.env`
 * @throws Error with the org's words when it refuses
 */
export async function sessionOf(env: Readonly<Record<string, string | undefined>>, username: string): Promise<string> {
  const claims = {
    iss: needed(env, 'SALESFORCE_CLIENT_ID'),
    sub: username,
    aud: needed(env, 'SALESFORCE_LOGIN_URL'),
    exp: Math.floor(Date.now() / 1000 + VALID_FOR),
  };
  const unsigned = [{ alg: 'RS256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const key = readFileSync(needed(env, 'SALESFORCE_JWT_KEY_FILE'), 'utf8');
  const assertion = `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  const response = await fetch(`${needed(env, 'SALESFORCE_LOGIN_URL')}/services/oauth2/token`, { method: 'POST', body });
  const answer = (await response.json()) as { readonly access_token?: string; readonly error_description?: string };
  if (answer.access_token === undefined)
    throw new Error(`No session for ${username}: ${answer.error_description ?? String(response.status)}`);
  return answer.access_token;
}
