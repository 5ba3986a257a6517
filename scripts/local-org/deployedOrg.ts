import { join } from 'node:path';
import { connect, readOrgEnv } from '../orgConnection';
import { deployPackage } from '../package/deployPackage';
import { startServer, type Server } from '../server';
import { prepareIntegrationUser } from './integrationUser';

/** A local org that runs as a process of its own, with a package in it. */
export interface DeployedOrg extends Omit<Server, 'ready'> {
  readonly url: string;
  /** The variables of `org.env`. */
  readonly env: Readonly<Record<string, string>>;
}

export interface DeployedOrgOptions {
  readonly orgFolder: string;
  /** File that everything the server says is appended to. */
  readonly logFile: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Further arguments of local-org, such as `--now`. */
  readonly args?: readonly string[];
  /** Source folder that is deployed when the org has not got it; undefined leaves the org as it is. */
  readonly sourceFolder: string | undefined;
  /** Told what a start is busy with. */
  readonly say?: (line: string) => void;
  /** Told of the server at once, so that it can be stopped while it starts. */
  readonly onServer?: (server: Server) => void;
}

/**
 * Starts local-org, brings a package into it with the Salesforce CLI, and gives
 * the integration user what the sync service needs.
 * @throws Error with the server's last words, or with what the org refused; the server is stopped then
 */
export async function startDeployedOrg(options: DeployedOrgOptions): Promise<DeployedOrg> {
  const { orgFolder, logFile, port, args = [], sourceFolder, say = () => undefined, onServer } = options;
  const server = startServer({
    name: 'local-org',
    args: ['local-org/src/main.ts', '--port', String(port), '--data', orgFolder, ...args],
    logFile,
    progress: say,
  });
  onServer?.(server);
  const url = await server.ready;
  try {
    const env = readOrgEnv(orgFolder);
    if (sourceFolder !== undefined) {
      await deployPackage({ orgFolder, orgEnv: env, sourceFolder, say });
      await prepareIntegrationUser(connect(env));
    }
    return { url, env, ended: server.ended, pid: server.pid, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The project's own package, from the repository's root. */
export const FORCE_APP = 'force-app';

/** Where the server's words go when nobody says otherwise. */
export function logFileOf(orgFolder: string): string {
  return join(orgFolder, 'local-org.log');
}
