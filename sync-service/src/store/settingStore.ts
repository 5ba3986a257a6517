import type { SettingStore } from './ports/settings.ts';
import { textOf, type Database } from './sql.ts';

/** The part of the store that remembers small facts. */
export function settingStore(database: Database): SettingStore {
  return {
    async setting(name) {
      const [row] = await database.rows('SELECT value FROM setting WHERE name = $1', name);
      return textOf(row?.['value']);
    },
    async setSetting(name, value) {
      await database.write((sql) =>
        sql.run('INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value),
      );
    },
  };
}
