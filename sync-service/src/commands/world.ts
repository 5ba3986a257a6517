import { loadConfig, type LoadedConfig } from '../config/loadConfig.ts';
import { SetupError } from '../errors.ts';
import type { Progress } from '../progress/progress.ts';
import { openStore, type OpenOptions } from '../store/openStore.ts';
import type { Store } from '../store/store.ts';

/** Where a command reads from and writes to; a test's own differ. */
export interface CommandWorld {
  readonly environment: NodeJS.ProcessEnv;
  readonly print: (text: string) => void;
  readonly printError: (text: string) => void;
  /** Shows how far a long command is. */
  readonly progress: Progress;
  /** Raised when the user interrupts: long commands then end at the next safe place. */
  readonly signal?: AbortSignal;
  /** Asks the user; absent where nobody is there to answer. */
  readonly ask?: Ask;
}

/** Questions to a person at the terminal. */
export interface Ask {
  text(question: string, suggested?: string): Promise<string>;
  yesNo(question: string, suggested: boolean): Promise<boolean>;
  choose<Value extends string>(question: string, choices: readonly { readonly value: Value; readonly name: string }[]): Promise<Value>;
}

/** Options that every command with a configuration has. */
export interface CommonFlags {
  readonly config?: string;
  readonly data?: string;
  readonly json?: boolean;
}

/** @param withoutSecrets true for commands that only look at the store: a shell need not have the secrets of platforms */
export function configOf({ config: file, data }: CommonFlags, { environment }: CommandWorld, withoutSecrets = false): LoadedConfig {
  return loadConfig({ file, data, environment, withoutSecrets });
}

/** Does something with the configured store and closes it, whatever happens. */
export async function withStore<Result>(
  flags: CommonFlags,
  world: CommandWorld,
  options: OpenOptions,
  work: (store: Store, loaded: LoadedConfig) => Promise<Result>,
): Promise<Result> {
  const loaded = configOf(flags, world, true);
  const { databaseUrl } = loaded.config.store;
  if (databaseUrl?.reveal() === '') {
    throw new SetupError(`The address of the database is not there (${databaseUrl.origin}): set it, as the service that runs has it.`);
  }
  const store = await openStore(loaded.config.store, options);
  try {
    return await work(store, loaded);
  } finally {
    await store.close();
  }
}

/** Prints a result as JSON where that is asked for, else in words. */
export function say(world: CommandWorld, { json }: CommonFlags, result: unknown, words: () => string): void {
  world.print(json === true ? JSON.stringify(result, null, 2) : words());
}
