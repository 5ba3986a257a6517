import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { needed } from '../../../scripts/orgConnection';
import type { RunningOrg } from '../../support/runningOrg';

/** Milliseconds for which the proof is valid. */
const VALID_FOR = 180_000;

/**
 * A session of a user, by the JWT bearer flow of the org's own client.
 * @throws Error with the org's words when it refuses
 */
export async function tokenOf(org: RunningOrg, username: string): Promise<string> {
  const audience = needed(org.env, 'SALESFORCE_LOGIN_URL');
  const claims = {
    iss: needed(org.env, 'SALESFORCE_CLIENT_ID'),
    sub: username,
    aud: audience,
    exp: Math.floor(Date.now() / 1000 + VALID_FOR / 1000),
  };
  const unsigned = [{ alg: 'RS256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  const key = readFileSync(needed(org.env, 'SALESFORCE_JWT_KEY_FILE'), 'utf8');
  const assertion = `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
  const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
  const response = await fetch(`${org.url}/services/oauth2/token`, { method: 'POST', body });
  const answer = (await response.json()) as { readonly access_token?: string; readonly error_description?: string };
  if (answer.access_token === undefined)
    throw new Error(`No session for ${username}: ${answer.error_description ?? String(response.status)}`);
  return answer.access_token;
}
