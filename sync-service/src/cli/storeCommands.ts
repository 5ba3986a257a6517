import type { FilterFlags, ListFlags, ReplayLettersFlags } from '../commands/deadLettersCommand.ts';
import type { ExportFlags } from '../commands/exportCommand.ts';
import type { ForgetFlags } from '../commands/forgetCommand.ts';
import type { ReplayFlags } from '../commands/replayCommand.ts';
import type { StatusFlags } from '../commands/statusCommand.ts';
import type { CommonFlags } from '../commands/world.ts';
import type { Command } from 'commander';
import { examples, oneOf, onStore, positiveNumber, printsJson, type Wiring } from './wiring.ts';

/** Commands about what is in the store. All but forget may be used beside a running service, and it, too. */
export function addStoreCommands(wiring: Wiring): void {
  addStatus(wiring);
  addDeadLetters(wiring);
  addReplay(wiring);
  addForget(wiring);
  addExport(wiring);
  addBackup(wiring);
}

function addStatus({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('status')))
    .summary('how everything stands')
    .description('Says how everything stands, from the store alone: whether a service runs or not. Costs no API call.')
    .option('--check', 'exit with 1 when something needs a person: for monitoring')
    .action(async (flags: StatusFlags) => run((await import('../commands/statusCommand.ts')).statusCommand(flags, world)));
  examples(command, 'status', 'status --check --json');
}

function addDeadLetters({ program, world, run }: Wiring): void {
  const group = program
    .command('dead-letters')
    .summary('what was accepted and cannot reach Salesforce as it is')
    .description('What was accepted and cannot reach Salesforce as it is: answers the org refuses, deliveries nobody understands.');
  const load = async (): Promise<typeof import('../commands/deadLettersCommand.ts')> => import('../commands/deadLettersCommand.ts');

  const list = filters(printsJson(onStore(group.command('list'))))
    .description('Lists them, oldest first: keys, codes and reasons, never what a customer wrote.')
    .option('--all', 'also those that were given up')
    .option('--limit <n>', 'how many at most', positiveNumber, 100)
    .option('--csv', 'print CSV that is safe to open in a spreadsheet')
    .action(async (flags: ListFlags) => run((await load()).listDeadLetters(flags, world)));
  examples(
    list,
    'dead-letters list',
    'dead-letters list --source delighted --code UNREADABLE',
    'dead-letters list --csv --limit 10000 > dead-letters.csv',
  );

  printsJson(onStore(group.command('show')))
    .description('Shows one with its content, which is personal data.')
    .argument('<id>', 'its id, or the key of an answer')
    .action(async (id: string, flags: CommonFlags) => run((await load()).showDeadLetter(id, flags, world)));

  const replay = filters(printsJson(onStore(group.command('replay'))))
    .description('Tries them again: those that are named, or all that the options choose.')
    .argument('[ids...]', 'their ids')
    .option('--all', 'every one that was not given up')
    .action(async (ids: string[], flags: ReplayLettersFlags) => run((await load()).replayDeadLetters(ids, flags, world)));
  examples(replay, 'dead-letters replay answer:delighted:4711', 'dead-letters replay --code FIELD_CUSTOM_VALIDATION_EXCEPTION --since 2d');

  const discard = printsJson(onStore(group.command('discard')))
    .description('Gives some up for good. They stay listed as discarded, with the reason.')
    .argument('<ids...>', 'their ids')
    .requiredOption('--why <text>', 'why, for whoever asks later')
    .action(async (ids: string[], flags: CommonFlags & { readonly why: string }) =>
      run((await load()).discardDeadLetters(ids, flags, world)),
    );
  examples(discard, 'dead-letters discard delivery:17 --why "a test of the platform"');
}

function filters(command: Command): Command {
  return command
    .option('--source <name>', 'of this source')
    .option('--code <code>', "with this code, such as UNREADABLE or one of Salesforce's")
    .option('--since <when>', 'that died since then: a date, a time, or 90m, 36h, 7d')
    .addOption(oneOf('--state <state>', 'in this state', ['parked', 'dead', 'discarded'] satisfies FilterFlags['state'][]));
}

function addReplay({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('replay')))
    .summary('push answers again')
    .description('Pushes again every answer that came in since then: after the org was restored from a backup, or put right.')
    .requiredOption('--since <when>', 'a date, a time, or 90m, 36h, 7d, 2w')
    .option('--source <name>', 'answers of this source only')
    .action(async (flags: ReplayFlags) => run((await import('../commands/replayCommand.ts')).replayCommand(flags, world)));
  examples(command, 'replay --since 36h', 'replay --since 2026-01-31T08:00Z --source typeform');
}

function addForget({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('forget')))
    .summary("erase a person from the service's store")
    .description(
      "Erases a person from the service's store: payloads, answers, invitations. The org's part is its own button, Forget person.",
    )
    .argument('<person>', 'an e-mail address, a phone number with +, the id of a contact, or <source>:<respondent>')
    .option('--yes', 'without being asked')
    .action(async (person: string, flags: ForgetFlags) =>
      run((await import('../commands/forgetCommand.ts')).forgetCommand(person, flags, world)),
    );
  examples(command, 'forget ada@example.com', 'forget +46701234567 --yes');
}

function addExport({ program, world, run }: Wiring): void {
  const command = onStore(program.command('export'))
    .summary('write the answers of the store to a file')
    .description(
      "Writes the answers of the store in the service's own format; import reads it again. CSV is safe to open in a spreadsheet.",
    )
    .addOption(oneOf('--format <format>', 'csv has no values of your own (extra); ndjson has all', ['csv', 'ndjson']).default('ndjson'))
    .option('--output <file>', 'a new file (default: standard output)')
    .option('--source <name>', 'answers of this source only')
    .action(async (flags: ExportFlags) => run((await import('../commands/exportCommand.ts')).exportCommand(flags, world)));
  examples(command, 'export --output answers.ndjson', 'export --format csv --source delighted > delighted.csv');
}

function addBackup({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('backup')))
    .summary('copy the store while everything goes on')
    .description('Writes a consistent copy of the store (SQLite) to a new file, also while the service runs. For PostgreSQL use pg_dump.')
    .argument('<file>', 'a new file')
    .action(async (file: string, flags: CommonFlags) =>
      run((await import('../commands/backupCommand.ts')).backupCommand(file, flags, world)),
    );
  examples(command, 'backup /backups/pulse-2026-01-31.sqlite');
}
