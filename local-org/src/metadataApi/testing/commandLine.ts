import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { LocalOrg } from '../../localOrg.ts';

const repository = resolve(import.meta.dirname, '../../../..');
const sf = join(repository, 'node_modules/@salesforce/cli/bin/run.js');

/** The real Salesforce CLI, logged in to an org, in a home and a project of its own. */
export interface CommandLine {
  /** The project's folder. */
  readonly project: string;
  /** Runs `sf` with these arguments and `--json`; gives the answer, also of a command that failed. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<unknown>;
  remove(): void;
}

/** @param source folder that becomes the project's `force-app`; an empty one when absent */
export async function openCommandLine({ url, adminToken }: Pick<LocalOrg, 'url' | 'adminToken'>, source?: string): Promise<CommandLine> {
  const folder = mkdtempSync(join(tmpdir(), 'sf-'));
  const project = join(folder, 'project');
  mkdirSync(join(project, 'force-app'), { recursive: true });
  if (source !== undefined) cpSync(source, join(project, 'force-app'), { recursive: true });
  const settings = { packageDirectories: [{ path: 'force-app', default: true }], name: 'test', namespace: '', sourceApiVersion: '66.0' };
  writeFileSync(join(project, 'sfdx-project.json'), JSON.stringify(settings));
  const run: CommandLine['run'] = async (args, env = {}) => {
    const options = { cwd: project, env: { ...environment(folder), ...env }, maxBuffer: 64 * 1024 * 1024 };
    const answer: unknown = JSON.parse(await output([...args, '--json'], options));
    return answer;
  };
  await run(['org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--set-default'], { SF_ACCESS_TOKEN: adminToken });
  return { project, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

async function output(args: readonly string[], options: object): Promise<string> {
  try {
    return (await promisify(execFile)(process.execPath, [sf, ...args], options)).stdout;
  } catch (error) {
    // A command that fails says why on its standard output all the same.
    const stdout: unknown = error instanceof Error && 'stdout' in error ? error.stdout : undefined;
    if (typeof stdout === 'string' && stdout !== '') return stdout;
    throw error;
  }
}

/** Nothing of the tester's own settings, nothing that calls home, no proxy. */
function environment(home: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    CI: '1',
    SF_DISABLE_TELEMETRY: 'true',
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  };
}
