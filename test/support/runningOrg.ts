import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { FORCE_APP, logFileOf, startDeployedOrg } from '../../scripts/local-org/deployedOrg';
import { asService } from '../../scripts/local-org/integrationUser';
import { connect, untilAsyncWorkIsDone } from '../../scripts/orgConnection';

/** What a command left behind. */
export interface CommandResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A local-org of its own, in a folder that is gone when it stops. */
export interface RunningOrg {
  readonly url: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly connection: Connection;
  /** Runs `customer-pulse` as the integration user, which has nothing but the permission set of the sync service. */
  customerPulse(...args: readonly string[]): Promise<CommandResult>;
  /** Writes a file into the org's folder; returns its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Waits for what flows do after a commit. */
  settled(): Promise<void>;
  /** Ends the server and starts it again on the same folder and address. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param now moment that the org's clock starts at, ISO 8601
 * @param sourceFolder what is deployed to it
 */
export async function startOrg(now?: string, sourceFolder = FORCE_APP): Promise<RunningOrg> {
  const folder = mkdtempSync(join(tmpdir(), 'customer-pulse-'));
  const options = { orgFolder: folder, logFile: logFileOf(folder), sourceFolder };
  let server = await startDeployedOrg({ ...options, port: 0, args: now === undefined ? [] : ['--now', now] });
  const { url, env } = server;
  const connection = connect(env);
  const syncFolder = join(folder, 'sync-service');
  return {
    url,
    folder,
    env,
    connection,
    customerPulse: (...args) => run(['sync-service/bin/customer-pulse.js', ...args, '--data', syncFolder], env),
    file: (name, content) => {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    settled: () => untilAsyncWorkIsDone(connection),
    restart: async () => {
      await server.stop();
      server = await startDeployedOrg({ ...options, port: Number(new URL(url).port) });
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: asService(env), maxBuffer: 16_777_216 }, (error, stdout, stderr) => {
      resolve({ exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, stdout, stderr });
    });
  });
}
