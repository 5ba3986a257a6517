import { z } from 'zod';
import { SetupError } from '../errors.ts';

const url = z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.my.salesforce.com' });
const text = z.string().min(1, 'must not be empty');

const orgSchema = z.object({
  SALESFORCE_LOGIN_URL: url.optional(),
  SALESFORCE_INSTANCE_URL: url.optional(),
  SALESFORCE_ACCESS_TOKEN: text.optional(),
  SALESFORCE_CLIENT_ID: text.optional(),
  SALESFORCE_CLIENT_SECRET: text.optional(),
  SALESFORCE_API_VERSION: z
    .string()
    .regex(/^\d{2,3}\.0$/, 'must look like 66.0')
    .default('66.0'),
  CUSTOMER_PULSE_RETRY_BASE_MS: z.coerce.number('must be a number of milliseconds').int().min(1).max(60_000).default(500),
});

/** Where the org is and how to log in to it. */
export interface OrgSettings {
  readonly loginUrl?: string;
  readonly instanceUrl?: string;
  readonly accessToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Such as `66.0`; sent with every request, never left to a library's default. */
  readonly apiVersion: string;
  /** First pause before a retry, in milliseconds; doubles with each further one. */
  readonly retryBaseMs: number;
}

/** Environment variables, blank ones counted as absent: an empty line in an env file sets nothing. */
function present(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/**
 * Reads the org's address and credentials from the environment (the names of local-org's `org.env`).
 * @throws SetupError naming each variable that is missing or wrong; values are never shown
 */
export function readOrgSettings(environment: NodeJS.ProcessEnv): OrgSettings {
  const parsed = orgSchema.safeParse(present(environment));
  if (!parsed.success) {
    throw new SetupError(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '));
  }
  const env = parsed.data;
  const hasToken = env.SALESFORCE_ACCESS_TOKEN !== undefined && env.SALESFORCE_INSTANCE_URL !== undefined;
  const address = env.SALESFORCE_LOGIN_URL ?? env.SALESFORCE_INSTANCE_URL;
  const hasClient = env.SALESFORCE_CLIENT_ID !== undefined && env.SALESFORCE_CLIENT_SECRET !== undefined && address !== undefined;
  if (!hasToken && !hasClient) {
    throw new SetupError(
      'No Salesforce org is configured. Set SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN, or SALESFORCE_LOGIN_URL, ' +
        'SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET (local-org writes them to org.env in its data folder).',
    );
  }
  for (const [name, value] of [
    ['SALESFORCE_LOGIN_URL', env.SALESFORCE_LOGIN_URL],
    ['SALESFORCE_INSTANCE_URL', env.SALESFORCE_INSTANCE_URL],
  ] as const) {
    if (value !== undefined) refuseOpenHttp(name, value);
  }
  return {
    ...(address === undefined ? {} : { loginUrl: withoutTrailingSlash(address) }),
    ...(env.SALESFORCE_INSTANCE_URL === undefined ? {} : { instanceUrl: withoutTrailingSlash(env.SALESFORCE_INSTANCE_URL) }),
    ...(env.SALESFORCE_ACCESS_TOKEN === undefined ? {} : { accessToken: env.SALESFORCE_ACCESS_TOKEN }),
    ...(env.SALESFORCE_CLIENT_ID === undefined ? {} : { clientId: env.SALESFORCE_CLIENT_ID }),
    ...(env.SALESFORCE_CLIENT_SECRET === undefined ? {} : { clientSecret: env.SALESFORCE_CLIENT_SECRET }),
    apiVersion: env.SALESFORCE_API_VERSION,
    retryBaseMs: env.CUSTOMER_PULSE_RETRY_BASE_MS,
  };
}

/** Credentials travel in clear over http, so only this machine may be addressed that way. */
function refuseOpenHttp(name: string, address: string): void {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'http:' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    throw new SetupError(`${name} must start with https: credentials are not sent over http to ${hostname}.`);
  }
}

function withoutTrailingSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
