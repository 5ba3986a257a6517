import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Connection } from 'jsforce';

/** The variables that local-org writes into `org.env`. */
export function readOrgEnv(folder: string): Readonly<Record<string, string>> {
  return parseEnv(readFileSync(join(folder, 'org.env'), 'utf8')) as Record<string, string>;
}

/** A jsforce connection with the access token of `org.env`. */
export function connect(env: Readonly<Record<string, string | undefined>>): Connection {
  return new Connection({
    instanceUrl: needed(env, 'SALESFORCE_INSTANCE_URL'),
    accessToken: needed(env, 'SALESFORCE_ACCESS_TOKEN'),
    // jsforce would speak version 50 unless told otherwise.
    version: needed(env, 'SALESFORCE_API_VERSION'),
  });
}

/** A variable that must be there. */
export function needed(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`${name} is missing from org.env.`);
  return value;
}

/** Waits until everything that flows do after a commit is done. */
export async function untilAsyncWorkIsDone(connection: Connection): Promise<void> {
  for (;;) {
    const { pending } = await connection.request<{ pending: number }>({
      method: 'GET',
      url: `${connection.instanceUrl}/local-org/async-work`,
    });
    if (pending === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
