import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../errors.ts';
import { copySqliteStore } from '../store/sqlite/sqliteStore.ts';
import { configOf, say, type CommandWorld, type CommonFlags } from './world.ts';

/** Writes a consistent copy of the store to a new file, also while the service runs, and of a store that an older release wrote. */
export async function backupCommand(target: string, flags: CommonFlags, world: CommandWorld): Promise<number> {
  const file = path.resolve(target);
  if (existsSync(file)) throw new SetupError(`${file} exists already. Name a new file, such as one with the day in its name.`);
  const { store } = configOf(flags, world, true).config;
  if (store.databaseUrl !== undefined) {
    throw new SetupError(`The store is in PostgreSQL: copy it with pg_dump --schema ${store.databaseSchema} (see docs/operations.md).`);
  }
  await copySqliteStore(store.data, file);
  const bytes = statSync(file).size;
  say(
    world,
    flags,
    { file, bytes },
    () => `Wrote ${file} (${(bytes / 1_048_576).toFixed(1)} MB). It holds personal data: keep it as you keep the store.`,
  );
  return 0;
}
