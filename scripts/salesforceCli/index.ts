import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const RUN = join(ROOT, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');

/** What a command of the Salesforce CLI answered with. */
export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The answer of a command that ran with `--json`. */
export interface CliAnswer {
  readonly status: number;
  readonly result?: unknown;
  readonly name?: string;
  readonly message?: string;
}

/** The project's Salesforce CLI with a home of its own, so that it neither sees nor changes the orgs of whoever runs it. */
export interface SalesforceCli {
  /** Runs `sf` with these arguments from the project's root. */
  run(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<CliResult>;
}

export interface CliOptions {
  /** Made when it is not there; holds the CLI's log-ins. */
  readonly home: string;
  /** Folder that commands run in: a Salesforce project. */
  readonly project?: string;
}

/** Large enough for a deploy result of thousands of components. */
const LONGEST_ANSWER = 256 * 1024 * 1024;

export function salesforceCli({ home, project = ROOT }: CliOptions): SalesforceCli {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return {
    run: (args, env = {}) =>
      new Promise((resolve) => {
        const options = { cwd: project, env: { ...quietEnvironment(home), ...env }, maxBuffer: LONGEST_ANSWER };
        execFile(process.execPath, [RUN, ...args], options, (error, stdout, stderr) => {
          resolve({ exitCode: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, stdout, stderr });
        });
      }),
  };
}

/**
 * Runs a command with `--json`.
 * @throws Error with the command's own words when it failed
 */
export async function runJson(cli: SalesforceCli, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<CliAnswer> {
  const { exitCode, stdout, stderr } = await cli.run([...args, '--json'], env);
  const answer = parseAnswer(stdout);
  if (answer === undefined) throw new Error(`sf ${args.join(' ')} failed (${String(exitCode)}): ${stderr.trim() || stdout.trim()}`);
  return answer;
}

function parseAnswer(stdout: string): CliAnswer | undefined {
  try {
    return JSON.parse(stdout) as CliAnswer;
  } catch {
    return undefined;
  }
}

/** No telemetry, no updates, no questions, no keychain, and no proxy: the CLI does not heed NO_PROXY. */
function quietEnvironment(home: string): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'NODE_OPTIONS']) Reflect.deleteProperty(env, name);
  return {
    ...env,
    HOME: home,
    CI: '1',
    FORCE_COLOR: '0',
    // The update plug-in reads the first, the CLI itself the second.
    SF_DISABLE_AUTOUPDATE: 'true',
    SF_AUTOUPDATE_DISABLE: 'true',
    SF_DISABLE_TELEMETRY: 'true',
    SF_SKIP_NEW_VERSION_CHECK: 'true',
    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  };
}
