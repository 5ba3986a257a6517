import type { ImportFlags } from '../commands/importCommand.ts';
import type { BackfillFlags } from '../commands/backfillCommand.ts';
import type { PullFlags } from '../commands/pullCommand.ts';
import type { RequestFlags } from '../commands/requestCommand.ts';
import type { ServeFlags } from '../commands/serveCommand.ts';
import type { CommonFlags } from '../commands/world.ts';
import { examples, oneOf, onStore, portNumber, printsJson, type Wiring } from './wiring.ts';

/** Commands that bring answers in. Each is loaded when it is run, so that help comes at once. */
export function addAnswerCommands(wiring: Wiring): void {
  addServe(wiring);
  addImport(wiring);
  addPull(wiring);
  addBackfill(wiring);
  addPush(wiring);
  addRematch(wiring);
  addRequest(wiring);
}

function addServe({ program, world, run }: Wiring): void {
  const command = onStore(program.command('serve'))
    .summary('run the service')
    .description(
      'Runs the service until it is stopped: takes webhooks, pulls from platforms, reads, matches, pushes, sends invitations,\nand shows how it is on its status page. SIGTERM stops it gracefully; a kill loses nothing.',
    )
    .option('--port <n>', 'port (0: any free one)', portNumber)
    .action(async (flags: ServeFlags) => run((await import('../commands/serveCommand.ts')).serveCommand(flags, world)));
  examples(command, 'serve --config /etc/customer-pulse.yaml', 'serve --port 8780 --data /var/lib/customer-pulse');
}

function addImport({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('import')))
    .summary('import the answers of a file; running it again is safe at any time')
    .description(
      'Imports the answers of a CSV or NDJSON file of any size. Running it again is safe at any time: it goes on where it stopped.',
    )
    .argument('<file>', 'CSV file, or NDJSON (.ndjson, .jsonl): a JSON object a line')
    .option('--mapping <file>', 'JSON file that says which column is which field; without it the canonical columns are expected')
    .addOption(oneOf('--format <format>', "what the file is written in (default: its name's ending tells)", ['csv', 'ndjson']))
    .option('--dry-run', 'read and check only: store nothing, send nothing')
    .option('--store-only', 'store only: the running service, or a later push, brings the answers into Salesforce')
    .action(async (file: string, flags: ImportFlags) =>
      run((await import('../commands/importCommand.ts')).importCommand(file, flags, world)),
    );
  examples(
    command,
    'import answers.csv',
    'import export.csv --mapping mapping.json --dry-run',
    'import history.ndjson --store-only',
  ).addHelpText(
    'after',
    '\nThe org is taken from the configuration or the environment: SALESFORCE_LOGIN_URL, SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET,\nor SALESFORCE_INSTANCE_URL and SALESFORCE_ACCESS_TOKEN; SALESFORCE_API_VERSION (default 66.0).',
  );
}

function addPull({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('pull')))
    .summary('ask a survey platform for its answers now')
    .description('Asks a survey platform for what it has since the last time, and pushes it. Beside a running service it only stores.')
    .argument('<source>', 'name of a source in the configuration')
    .option('--since <when>', 'bring in again what changed since then: a date, a time, or 90m, 36h, 7d, 2w')
    .action(async (source: string, flags: PullFlags) =>
      run((await import('../commands/pullCommand.ts')).pullCommand(source, flags, world)),
    );
  examples(command, 'pull delighted', 'pull delighted --since 2026-01-01', 'pull nps-today --since 2d');
}

function addBackfill({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('backfill')))
    .summary('load the history of one or all survey platforms')
    .description(
      'Loads the history of survey platforms. It remembers how far it came: run again after an interruption, it goes on there.\nMore than a few thousand answers go by Bulk API 2.0. Old answers move the figures; they start no follow-ups.',
    )
    .argument('[sources...]', 'names of sources in the configuration (default: all that can be asked)')
    .requiredOption('--since <when>', 'how far back: a date, or 26w, 365d')
    .option('--restart', 'begin at --since again, not where the last run stopped')
    .action(async (sources: string[], flags: BackfillFlags) =>
      run((await import('../commands/backfillCommand.ts')).backfillCommand(sources, flags, world)),
    );
  examples(command, 'backfill --since 2023-01-01', 'backfill delighted typeform --since 365d');
}

function addPush({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('push')))
    .summary('bring what waits into Salesforce, then end')
    .description('Reads and pushes whatever waits in the store, then ends: for cron, or where no service runs.')
    .action(async (flags: CommonFlags) => run((await import('../commands/pushCommand.ts')).pushCommand(flags, world)));
  examples(command, 'push');
}

function addRematch({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('rematch')))
    .summary('link answers to people who appeared after them')
    .description('Looks up every answer that is linked to nobody again. The service does it by itself; this does it now.')
    .action(async (flags: CommonFlags) => run((await import('../commands/rematchCommand.ts')).rematchCommand(flags, world)));
  examples(command, 'rematch');
}

function addRequest({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('request')))
    .summary('ask the customers of a list')
    .description(
      "Asks the org to ask somebody for each row of a CSV file. The org's own rules decide: opt-outs, cool-down, and the rest.\nWhat became of each row is listed beside the file. Cut short, the same command goes on where it ended and asks nobody twice.",
    )
    .argument('<file>', 'CSV file with a column for who to ask: contact_id, lead_id or email')
    .option('--survey <key>', 'key of the survey, where the file has no column for it')
    .option('--column <field=Column...>', 'which column is which field, such as contact_id="Contact ID"')
    .option('--check', 'only ask the org what would happen')
    .action(async (file: string, flags: RequestFlags) =>
      run((await import('../commands/requestCommand.ts')).requestCommand(file, flags, world)),
    );
  examples(
    command,
    'request report.csv --survey case-closed --column contact_id="Contact ID"',
    'request report.csv --survey relationship --check',
  );
}
