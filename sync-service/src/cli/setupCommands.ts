import type { DoctorFlags } from '../commands/doctor/doctorCommand.ts';
import type { InitFlags } from '../commands/init/initCommand.ts';
import type { VerifyFlags } from '../commands/verifyCommand.ts';
import type { CommonFlags } from '../commands/world.ts';
import { examples, onStore, printsJson, type Wiring } from './wiring.ts';

/** Commands that set up and look after the whole. */
export function addSetupCommands(wiring: Wiring): void {
  addInit(wiring);
  addDoctor(wiring);
  addVerify(wiring);
  addConfig(wiring);
}

function addInit({ program, world, run }: Wiring): void {
  const command = program
    .command('init')
    .summary('ask and write the configuration')
    .description(
      'Asks what the service needs to know and writes customer-pulse.yaml. Secrets are never written: the file says where they are.',
    )
    .option('--output <file>', 'where to write', 'customer-pulse.yaml')
    .option('--login-url <url>', 'address of the org, such as https://example.my.salesforce.com')
    .option('--client-id <key>', 'consumer key of the External Client App')
    .option('--source <name=kind...>', 'a survey platform, such as delighted=delighted; may be given several times')
    .option('--watch <dir>', 'a folder to watch for files of answers')
    .option('--public-url <url>', 'address under which platforms reach the service')
    .option('--postgres', 'the store is in PostgreSQL ($DATABASE_URL)')
    .option('--force', 'replace a file that is there')
    .option('--yes', 'ask nothing: what is not given is left at its default')
    .action(async (flags: InitFlags) => run((await import('../commands/init/initCommand.ts')).initCommand(flags, world)));
  examples(command, 'init', 'init --yes --login-url https://example.my.salesforce.com --source delighted=delighted --source shop=generic');
}

function addDoctor({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('doctor')))
    .summary('check everything, and say how to put it right')
    .description(
      'Checks configuration, credentials, package, permissions, clock, limits, store, disk, sources and webhooks, and says how to put right\nwhat is wrong. Ticks the step "Connect the sync service" of Pulse Setup in the org.',
    )
    .option('--no-write', 'do not write to the org (PulseSetupStep__c)')
    .option('--offline', 'only what can be looked at without the org and the platforms')
    .action(async (flags: DoctorFlags) => run((await import('../commands/doctor/doctorCommand.ts')).doctorCommand(flags, world)));
  examples(command, 'doctor', 'doctor --json --no-write').addHelpText(
    'after',
    '\nExits with 1 when something is wrong; what is only worth knowing does not count.',
  );
}

function addVerify({ program, world, run }: Wiring): void {
  const command = printsJson(onStore(program.command('verify')))
    .summary('compare the figures in Salesforce with the answers, and the answers with the store')
    .description(
      'Compares the figures of all pulses with a recomputation from the answers, and the answers in Salesforce with those of the store;\nexits with 1 when any differs.',
    )
    .option('--account <id or key>', 'one account only: id of the account, or id or key of its pulse')
    .option('--figures-only', 'only the figures in Salesforce')
    .option('--store-only', 'only the answers, against the store')
    .option('--no-write', 'do not write the outcome to the org (PulseCheck__c)')
    .action(async (flags: VerifyFlags) => run((await import('../commands/verifyCommand.ts')).verifyCommand(flags, world)));
  examples(command, 'verify', 'verify --account 001000000000001AAA --no-write');
}

function addConfig({ program, world, run }: Wiring): void {
  const group = program.command('config').summary('look at the configuration').description('Looks at the configuration.');
  const load = async (): Promise<typeof import('../commands/configCommand.ts')> => import('../commands/configCommand.ts');
  printsJson(onStore(group.command('check')))
    .description('Says whether it is usable; each key that is wrong with its line.')
    .action(async (flags: CommonFlags) => run((await load()).checkConfig(flags, world)));
  onStore(group.command('show'))
    .description('Prints what is in force: defaults, file, environment and options together. Secrets stay secret.')
    .action(async (flags: CommonFlags) => run((await load()).showConfig(flags, world)));
  group
    .command('schema')
    .description('Prints the schema of the file (JSON Schema), for editors.')
    .action(async () => run((await load()).printSchema(world)));
}
