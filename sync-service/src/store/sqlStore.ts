import { PulseError } from '../errors.ts';
import { answerStore } from './answerStore.ts';
import { bulkLoadStore } from './bulkLoadStore.ts';
import { deadLetterStore } from './deadLetterStore.ts';
import { deliveryStore } from './deliveryStore.ts';
import { linkStore } from './linkStore.ts';
import { lookingStore } from './lookingStore.ts';
import { parentStore } from './parentStore.ts';
import { privacyStore } from './privacyStore.ts';
import { sendingStore } from './sendingStore.ts';
import { settingStore } from './settingStore.ts';
import type { Database } from './sql.ts';
import type { Store } from './store.ts';
import { workerStore } from './workerStore.ts';

/** The store over a database: one module a port, the same for both databases. */
export function sqlStore(database: Database): Store {
  return {
    ...answerStore(database),
    ...bulkLoadStore(database),
    ...deadLetterStore(database),
    ...deliveryStore(database),
    ...linkStore(database),
    ...lookingStore(database),
    ...parentStore(database),
    ...privacyStore(database),
    ...sendingStore(database),
    ...settingStore(database),
    ...workerStore(database),
    backup: async () => {
      throw new PulseError('A PostgreSQL store is backed up with pg_dump or by its host.');
    },
    close: () => database.close(),
  };
}
