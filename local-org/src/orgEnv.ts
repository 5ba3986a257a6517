import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a client needs to reach the org: the content of `org.env`. */
export interface OrgEnv {
  readonly SALESFORCE_LOGIN_URL: string;
  readonly SALESFORCE_INSTANCE_URL: string;
  readonly SALESFORCE_USERNAME: string;
  /** Empty once the administrator has chosen another one. */
  readonly SALESFORCE_PASSWORD: string;
  readonly SALESFORCE_ACCESS_TOKEN: string;
  readonly SALESFORCE_CLIENT_ID: string;
  readonly SALESFORCE_CLIENT_SECRET: string;
  /** File of the private key that signs JWTs, for `sf org login jwt --jwt-key-file`. */
  readonly SALESFORCE_JWT_KEY_FILE: string;
  readonly SALESFORCE_API_VERSION: string;
}

const header = '# Address and credentials of the local org, written at each start. Keep this file to yourself.\n';

/** Writes `org.env`, readable by its owner only. */
export function writeOrgEnv(dataFolder: string, env: OrgEnv): void {
  const file = orgEnvFile(dataFolder);
  const lines = Object.entries(env).map(([name, value]) => `${name}=${String(value)}\n`);
  writeFileSync(file, header + lines.join(''), { mode: 0o600 });
  // The mode above counts for new files only.
  chmodSync(file, 0o600);
}

/** What an earlier start wrote, as far as it is there. */
export function readOrgEnv(dataFolder: string): Partial<OrgEnv> {
  try {
    const lines = readFileSync(orgEnvFile(dataFolder), 'utf8').split('\n');
    return Object.fromEntries(
      lines.flatMap((line) => {
        const [, name, value] = /^([A-Z_]+)=(.*)$/u.exec(line) ?? [];
        return name === undefined || value === undefined ? [] : [[name, value] as const];
      }),
    );
  } catch {
    return {};
  }
}

function orgEnvFile(dataFolder: string): string {
  return join(dataFolder, 'org.env');
}
