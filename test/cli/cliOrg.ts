import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { readOrgEnv } from '../../scripts/orgConnection';
import { salesforceCli, type CliAnswer, type CliResult } from '../../scripts/salesforceCli';
import { startServer } from '../../scripts/server';

/** An empty local-org, and the Salesforce CLI logged in to it by JWT, in a project of its own. */
export interface CliOrg {
  readonly url: string;
  /** What `org.env` says. */
  readonly env: Readonly<Record<string, string>>;
  /** A copy of `test/cli/project`, in which commands run. */
  readonly project: string;
  /** Runs `sf`. */
  sf(command: string, env?: Readonly<Record<string, string>>): Promise<CliResult>;
  /** Runs `sf ... --json`, which must succeed; what it answers. */
  result<Result>(command: string, env?: Readonly<Record<string, string>>): Promise<Result>;
  /** Runs `sf ... --json`, which must fail. */
  failure(command: string): Promise<CliAnswer>;
  /** Writes a file of the project. */
  write(path: string, content: string): void;
  stop(): Promise<void>;
}

const LOG_IN =
  'org login jwt --client-id $SALESFORCE_CLIENT_ID --jwt-key-file $SALESFORCE_JWT_KEY_FILE ' +
  '--username $SALESFORCE_USERNAME --instance-url $SALESFORCE_INSTANCE_URL --alias local --set-default';

export async function startCliOrg(): Promise<CliOrg> {
  const folder = mkdtempSync(join(tmpdir(), 'customer-pulse-cli-'));
  const project = join(folder, 'project');
  cpSync(join(__dirname, 'project'), project, { recursive: true });
  const data = join(folder, 'org');
  const server = startServer({
    name: 'local-org',
    args: ['local-org/src/main.ts', '--port', '0', '--data', data],
    logFile: join(folder, 'local-org.log'),
  });
  const url = await server.ready;
  const env = readOrgEnv(data);
  const cli = salesforceCli({ home: join(folder, 'home'), project });
  const sf: CliOrg['sf'] = (command, more) => cli.run(wordsOf(command, env), more);
  const json = async (command: string, more?: Readonly<Record<string, string>>): Promise<CliResult & { readonly answer: CliAnswer }> => {
    const result = await sf(`${command} --json`, more);
    return { ...result, answer: parsed(command, result) };
  };
  const org: CliOrg = {
    url,
    env,
    project,
    sf,
    result: async <Result>(command: string, more?: Readonly<Record<string, string>>) => {
      const { exitCode, answer, stdout } = await json(command, more);
      assert.equal(exitCode, 0, `sf ${command}: ${stdout}`);
      return answer.result as Result;
    },
    failure: async (command) => {
      const { exitCode, answer, stdout } = await json(command);
      assert.notEqual(exitCode, 0, `sf ${command} succeeded: ${stdout}`);
      return answer;
    },
    write: (path, content) => {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), content);
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await org.result(LOG_IN);
  return org;
}

/** A command's words as a shell takes them: quotes keep spaces, and `$NAME` is a variable of `org.env`. */
function wordsOf(command: string, env: Readonly<Record<string, string>>): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) =>
    quoted === undefined ? (plain ?? '').replaceAll(/\$([A-Z_]+)/gu, (_all, name: string) => env[name] ?? '') : quoted,
  );
}

function parsed(command: string, { stdout, stderr }: CliResult): CliAnswer {
  try {
    return JSON.parse(stdout) as CliAnswer;
  } catch {
    throw new Error(`sf ${command} answered no JSON: ${stdout}${stderr}`);
  }
}
