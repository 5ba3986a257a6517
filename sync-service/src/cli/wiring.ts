import { Option, type Command } from 'commander';
import type { CommandWorld } from '../commands/world.ts';
import { SetupError } from '../errors.ts';

/** What the wiring of every command needs. */
export interface Wiring {
  readonly program: Command;
  readonly world: CommandWorld;
  /** Runs a command; what it resolves to is the exit code. */
  readonly run: (command: Promise<number>) => Promise<void>;
}

/** Adds the options of a command that works on the configured store. */
export function onStore(command: Command): Command {
  return command
    .option('--config <file>', 'configuration (default: $CUSTOMER_PULSE_CONFIG, else customer-pulse.yaml here)')
    .option('--data <dir>', 'folder of the store (default: the configuration, $CUSTOMER_PULSE_DATA, else .customer-pulse/sync-service)');
}

/** Adds `--json`. */
export function printsJson(command: Command): Command {
  return command.option('--json', 'print the outcome as JSON');
}

/** Adds examples to the end of a command's help. */
export function examples(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  $ customer-pulse ${line}`).join('\n')}`);
}

/** An option of a few words. */
export function oneOf(flags: string, description: string, words: readonly string[]): Option {
  return new Option(flags, description).choices(words);
}

/** @throws SetupError when it is none */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new SetupError(`--port ${text} is not a port number.`);
  return port;
}

/** @throws SetupError when it is none */
export function positiveNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new SetupError(`${text} is not a number above 0.`);
  return Number(text);
}
