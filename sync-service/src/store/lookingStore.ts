import { asKnownAnswer, knownColumns } from './linkStore.ts';
import type { LookingStore } from './ports/looking.ts';
import { textOf, type Database } from './sql.ts';

/** The part of the store for commands that only look. */
export function lookingStore(database: Database): LookingStore {
  return {
    async answersAfter(afterSequence, limit) {
      const rows = await database.rows(
        `SELECT ${knownColumns} FROM answer WHERE sequence > $1 ORDER BY sequence LIMIT $2`,
        afterSequence,
        limit,
      );
      return rows.map(asKnownAnswer);
    },

    async lastReceived(source) {
      const [row] = await database.rows('SELECT received_at FROM delivery WHERE source = $1 ORDER BY id DESC LIMIT 1', source);
      return textOf(row?.['received_at']);
    },
  };
}
