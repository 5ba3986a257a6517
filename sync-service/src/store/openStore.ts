import { lockDataFolder, type LockRole } from './dataFolderLock.ts';
import type { StorePlace } from './settings.ts';
import { openSqliteStore } from './sqlite/sqliteStore.ts';
import type { Store } from './store.ts';

export interface OpenOptions {
  /** Only looks: works beside a running service, and on a disk that cannot be written. */
  readonly readOnly?: boolean;
  /** Takes the data folder as the one process that reads deliveries and pushes; with PostgreSQL workers share by leases instead. */
  readonly role?: LockRole;
}

/**
 * Opens the configured store, upgraded to this release: PostgreSQL where a `databaseUrl` is set, else SQLite in the data folder.
 * `close` gives the lock back.
 * @throws SetupError when the folder or database is not usable, another process has the folder, or the store is of a newer release
 */
export async function openStore(place: StorePlace, { readOnly = false, role }: OpenOptions = {}): Promise<Store> {
  if (place.databaseUrl !== undefined) {
    // Loaded where it is used: it costs memory that an embedded service has better uses for.
    const { openPostgresStore } = await import('./postgres/postgresStore.ts');
    return openPostgresStore(place.databaseUrl, { ...place, readOnly });
  }
  if (role === undefined) return openSqliteStore(place.data, { readOnly });
  const lock = lockDataFolder(place.data, role);
  try {
    const store = openSqliteStore(place.data, { readOnly, check: true });
    return { ...store, close: () => store.close().finally(() => lock.release()) };
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}
