import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORCE_APP, logFileOf, startDeployedOrg } from '../../local-org/deployedOrg';
import { serviceEnv } from '../../local-org/integrationUser';
import { connect } from '../../orgConnection';
import { ACCOUNTS, CONTACTS, emailOf } from '../answers';
import { createAll, type BenchOrg } from '../benchOrg';

/** The folder of an org that holds the package and the benchmark's people, and does not run. */
export interface PreparedOrg {
  readonly folder: string;
  readonly accountIds: readonly string[];
  readonly contactIds: readonly string[];
}

/** An org that runs, with what the service logs in with. */
export interface SyncOrg extends BenchOrg {
  /** The integration user's variables, without an address. */
  readonly service: Readonly<Record<string, string>>;
}

/** Deploys once; each measurement then gets a copy of its own, so that none finds another's answers. */
export async function prepareOrg(): Promise<PreparedOrg> {
  const folder = mkdtempSync(join(tmpdir(), 'customer-pulse-bench-'));
  const server = await startDeployedOrg({ orgFolder: folder, logFile: logFileOf(folder), port: 0, sourceFolder: FORCE_APP });
  try {
    const connection = connect(server.env);
    const accounts = Array.from({ length: ACCOUNTS }, (_, n) => ({ Name: `Bench account ${String(n)}` }));
    const accountIds = await createAll(connection, 'Account', accounts);
    const contacts = Array.from({ length: CONTACTS }, (_, n) => ({
      LastName: `Person ${String(n)}`,
      Email: emailOf(n),
      AccountId: accountIds[n % ACCOUNTS],
    }));
    return { folder, accountIds, contactIds: await createAll(connection, 'Contact', contacts) };
  } finally {
    await server.stop();
  }
}

/** Runs a measurement in a copy of a prepared org. */
export async function withCopy<Result>(prepared: PreparedOrg, measure: (org: SyncOrg) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'customer-pulse-bench-'));
  cpSync(prepared.folder, folder, { recursive: true });
  rmSync(join(folder, 'local-org.lock'), { force: true });
  const server = await startDeployedOrg({ orgFolder: folder, logFile: logFileOf(folder), port: 0, sourceFolder: undefined });
  try {
    const { url, env, pid } = server;
    const { accountIds, contactIds } = prepared;
    return await measure({ folder, url, pid, env, connection: connect(env), accountIds, contactIds, service: serviceEnv(env) });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
