import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needed } from '../orgConnection';
import { runJson, salesforceCli, type SalesforceCli } from '../salesforceCli';
import { contentHash } from './contentHash';
import { deployFailures } from './deployFailures';

/** What a deployment into a local org works with. */
export interface Deployment {
  /** The org's data folder; the CLI's home and the mark of what was deployed are kept there. */
  readonly orgFolder: string;
  /** The variables of `org.env`. */
  readonly orgEnv: Readonly<Record<string, string>>;
  /** Source folder, as `sf project deploy start --source-dir` takes it. */
  readonly sourceFolder: string;
  readonly say: (line: string) => void;
}

const ALIAS = 'pulse';

/** Which permission set each of the org's first users gets, as the README has an admin do it. */
const ASSIGNMENTS = [
  { permissionSet: 'CustomerPulseAdmin', username: 'admin@customer-pulse.example' },
  { permissionSet: 'CustomerPulseIntegration', username: 'integration@customer-pulse.example' },
];

/**
 * Brings the package into a local org as it would reach any org: log-in by JWT, deploy, permission sets, all by the Salesforce CLI.
 * Does nothing when the org has it already.
 * @throws Error with what the org refused, one line a component
 */
export async function deployPackage(deployment: Deployment): Promise<void> {
  const { orgFolder, orgEnv, sourceFolder, say } = deployment;
  const stamp = join(orgFolder, 'deployed.sha256');
  const hash = contentHash(sourceFolder);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash) return;
  const cli = salesforceCli({ home: join(orgFolder, 'cli') });
  say('Signing in with the Salesforce CLI');
  await logIn(cli, orgEnv);
  say('Deploying force-app with the Salesforce CLI');
  const deployed = await runJson(cli, ['project', 'deploy', 'start', '--source-dir', sourceFolder, '--target-org', ALIAS]);
  if (deployed.status !== 0) throw new Error(`The package was not deployed:\n${deployFailures(deployed).join('\n')}`);
  say('Assigning permission sets');
  await Promise.all(ASSIGNMENTS.map(({ permissionSet, username }) => assign(cli, permissionSet, username)));
  writeFileSync(stamp, `${hash}\n`);
}

/** @throws Error with the CLI's words */
async function logIn(cli: SalesforceCli, orgEnv: Readonly<Record<string, string>>): Promise<void> {
  const answer = await runJson(cli, [
    ...['org', 'login', 'jwt', '--alias', ALIAS],
    ...['--client-id', needed(orgEnv, 'SALESFORCE_CLIENT_ID'), '--jwt-key-file', needed(orgEnv, 'SALESFORCE_JWT_KEY_FILE')],
    ...['--username', needed(orgEnv, 'SALESFORCE_USERNAME'), '--instance-url', needed(orgEnv, 'SALESFORCE_LOGIN_URL')],
  ]);
  if (answer.status !== 0) throw new Error(`The Salesforce CLI could not sign in: ${answer.message ?? 'no reason given'}`);
}

async function assign(cli: SalesforceCli, permissionSet: string, username: string): Promise<void> {
  const answer = await runJson(cli, [
    ...['org', 'assign', 'permset', '--name', permissionSet],
    ...['--on-behalf-of', username, '--target-org', ALIAS],
  ]);
  // A second deployment finds the assignments of the first.
  const isThere = JSON.stringify(answer).includes('Duplicate PermissionSetAssignment');
  if (answer.status !== 0 && !isThere)
    throw new Error(`${permissionSet} was not assigned to ${username}: ${answer.message ?? 'no reason given'}`);
}
