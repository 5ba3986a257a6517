import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { FORCE_APP, logFileOf, startDeployedOrg } from '../local-org/deployedOrg';
import { connect } from '../orgConnection';
import { ACCOUNTS, CONTACTS, emailOf } from './answers';

/** A fresh local-org with the benchmark's accounts and contacts in it. */
export interface BenchOrg {
  readonly folder: string;
  readonly url: string;
  /** Process id of the server. */
  readonly pid: number | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly connection: Connection;
  readonly accountIds: readonly string[];
  readonly contactIds: readonly string[];
}

/**
 * Runs a measurement in an org of its own, in a folder that is gone afterwards.
 * @param sourceFolder what is deployed to it
 */
export async function withBenchOrg<Result>(measure: (org: BenchOrg) => Promise<Result>, sourceFolder = FORCE_APP): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'customer-pulse-bench-'));
  const server = await startDeployedOrg({ orgFolder: folder, logFile: logFileOf(folder), port: 0, sourceFolder });
  try {
    const { url, env } = server;
    const connection = connect(env);
    const accountIds = await createAll(
      connection,
      'Account',
      Array.from({ length: ACCOUNTS }, (_, n) => ({ Name: `Bench account ${String(n)}` })),
    );
    const contacts = Array.from({ length: CONTACTS }, (_, n) => ({
      LastName: `Person ${String(n)}`,
      Email: emailOf(n),
      AccountId: accountIds[n % ACCOUNTS],
    }));
    const contactIds = await createAll(connection, 'Contact', contacts);
    return await measure({ folder, url, pid: server.pid, env, connection, accountIds, contactIds });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Creates records 200 a call. @throws Error with the first refusal */
export async function createAll(connection: Connection, object: string, records: readonly Record<string, unknown>[]): Promise<string[]> {
  const ids: string[] = [];
  for (let start = 0; start < records.length; start += 200) {
    const results = await connection.sobject(object).create(records.slice(start, start + 200), { allOrNone: false });
    for (const result of results) {
      if (!result.success) throw new Error(`${object} was not created: ${JSON.stringify(result.errors)}`);
      ids.push(result.id);
    }
  }
  return ids;
}
