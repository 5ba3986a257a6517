import { Command, CommanderError } from 'commander';
import { loadConfig } from '../config/loadConfig.ts';
import { orgSettingsOf, type SalesforceSection } from '../config/salesforceSection.ts';
import { asError, PulseError, SetupError } from '../errors.ts';
import { importFile } from '../importFile.ts';
import { silentProgress, type Progress } from '../progress/progress.ts';
import { serve } from '../serve/serve.ts';
import { exitCodeOf } from '../summary/importSummary.ts';
import { summaryText } from '../summary/summaryText.ts';
import { reportText } from '../verify/reportText.ts';
import { exitCodeOfCheck, verify } from '../verify/verify.ts';

/** Where a command reads from and writes to; a test's own differ. */
export interface CommandWorld {
  readonly environment: NodeJS.ProcessEnv;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Shows how far a long command is. */
  readonly progress: Progress;
}

/**
 * Runs one command line.
 * @returns the exit code
 */
export async function runCommand(argv: readonly string[], world: CommandWorld): Promise<number> {
  let exitCode = 0;
  const program = new Command('customer-pulse')
    .description('Brings survey answers into Salesforce: every answer is stored first and pushed exactly once.')
    .exitOverride()
    .configureOutput({ writeOut: (text) => world.print(text.trimEnd()), writeErr: (text) => world.printError(text.trimEnd()) });
  addImport(program, world, (code) => (exitCode = code));
  addServe(program, world);
  addVerify(program, world, (code) => (exitCode = code));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode;
    world.printError(thrown instanceof PulseError ? thrown.message : (asError(thrown).stack ?? String(thrown)));
    return 1;
  }
}

interface ImportFlags {
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly data?: string;
  readonly json?: boolean;
}

function addImport(program: Command, world: CommandWorld, exit: (code: number) => void): void {
  program
    .command('import')
    .description('import the answers of a CSV file; running it again is safe at any time')
    .argument('<file>', 'CSV file of any size')
    .option('--mapping <file>', 'JSON file that says which column is which field; without it the canonical columns are expected')
    .option('--dry-run', 'read and check only: store nothing, send nothing')
    .option('--data <dir>', 'folder of the store (default: $CUSTOMER_PULSE_DATA, else .customer-pulse/sync-service)')
    .option('--json', 'print the summary as JSON')
    .addHelpText(
      'after',
      '\nThe org is taken from the environment: SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN, or SALESFORCE_LOGIN_URL,\nSALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET; SALESFORCE_API_VERSION (default 66.0).',
    )
    .action(async (file: string, flags: ImportFlags) => {
      const { json, ...options } = flags;
      const progress = json === true ? silentProgress : world.progress;
      const summary = await importFile({ file, ...options, environment: world.environment, progress });
      world.print(json === true ? JSON.stringify(summary, null, 2) : summaryText(summary));
      exit(exitCodeOf(summary));
    });
}

interface ServeFlags {
  readonly config?: string;
  readonly port?: number;
  readonly data?: string;
}

function addServe(program: Command, world: CommandWorld): void {
  program
    .command('serve')
    .description('run the service: takes webhooks, reads, pushes, shows how it is')
    .option('--config <file>', 'configuration (default: $CUSTOMER_PULSE_CONFIG, else customer-pulse.yaml here)')
    .option('--port <n>', 'port (0: any free one)', portNumber)
    .option('--data <dir>', 'folder of the store (default: $CUSTOMER_PULSE_DATA, else .customer-pulse/sync-service)')
    .action(async ({ config: file, port, data }: ServeFlags) => {
      const { environment, print } = world;
      const { config } = loadConfig({ file, data, environment });
      const { salesforce, serve: page, ...sections } = config;
      const org = hasOrg(salesforce, environment) ? orgSettingsOf(salesforce, environment) : undefined;
      await serve({ ...sections, org, serve: port === undefined ? page : { ...page, port } }, { environment, print });
    });
}

/** Whether anything says which org it is: without one the service still takes answers in. */
function hasOrg(section: SalesforceSection, environment: NodeJS.ProcessEnv): boolean {
  const variables = ['SALESFORCE_LOGIN_URL', 'SALESFORCE_INSTANCE_URL', 'SALESFORCE_ACCESS_TOKEN', 'SALESFORCE_CLIENT_ID'];
  return Object.values(section).some((value) => value !== undefined) || variables.some((name) => environment[name]);
}

interface VerifyFlags {
  readonly account?: string;
  readonly write: boolean;
  readonly json?: boolean;
}

function addVerify(program: Command, world: CommandWorld, exit: (code: number) => void): void {
  program
    .command('verify')
    .description('compare the figures of all pulses with a recomputation from the answers; exits with 1 when any differs')
    .option('--account <id or key>', 'one account only: id of the account, or id or key of its pulse')
    .option('--no-write', 'do not write the outcome to the org (PulseCheck__c)')
    .option('--json', 'print the report as JSON')
    .action(async ({ account, write, json }: VerifyFlags) => {
      const report = await verify({ write, environment: world.environment, ...(account === undefined ? {} : { account }) });
      world.print(json === true ? JSON.stringify(report, null, 2) : reportText(report));
      exit(exitCodeOfCheck(report));
    });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new SetupError(`--port ${text} is not a port number.`);
  return port;
}
