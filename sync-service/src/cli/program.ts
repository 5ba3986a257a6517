import { Command, CommanderError } from 'commander';
import type { CommandWorld } from '../commands/world.ts';
import { asError, PulseError } from '../errors.ts';
import { addAnswerCommands } from './answerCommands.ts';
import { addSetupCommands } from './setupCommands.ts';
import { addStoreCommands } from './storeCommands.ts';
import type { Wiring } from './wiring.ts';

export type { CommandWorld } from '../commands/world.ts';

const epilogue = `
Everything is stored before it is sent, so any command may be interrupted and run again.
Settings come from customer-pulse.yaml (customer-pulse init writes one), the environment goes before it: CUSTOMER_PULSE__SERVE__PORT=9000.

Exit codes:
  0    done
  1    not done, or something needs a person; the last lines say what and how to put it right
  130  interrupted`;

/**
 * Runs one command line.
 * @returns the exit code
 */
export async function runCommand(argv: readonly string[], world: CommandWorld): Promise<number> {
  let exitCode = 0;
  const program = new Command('customer-pulse')
    .description('Brings survey answers into Salesforce: every answer is stored first and pushed exactly once.')
    .exitOverride()
    .configureHelp({ helpWidth: 120, showGlobalOptions: false })
    .configureOutput({ writeOut: (text) => world.print(text.trimEnd()), writeErr: (text) => world.printError(text.trimEnd()) })
    .showSuggestionAfterError()
    .addHelpText('after', epilogue);
  const run = async (command: Promise<number>): Promise<void> => void (exitCode = await command);
  const wiring: Wiring = { program, world, run };
  program.commandsGroup('Answers:');
  addAnswerCommands(wiring);
  program.commandsGroup('The store:');
  addStoreCommands(wiring);
  program.commandsGroup('Setting up and checking:');
  addSetupCommands(wiring);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode;
    // Ctrl-C at a question.
    if (asError(thrown).name === 'ExitPromptError') return 130;
    world.printError(thrown instanceof PulseError ? thrown.message : (asError(thrown).stack ?? String(thrown)));
    return 1;
  }
}
