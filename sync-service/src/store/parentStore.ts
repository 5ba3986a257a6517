import type { SurveyDefinition } from '../mapping/mappingSchema.ts';
import type { ParentStore } from './ports/parents.ts';
import { json, type Database } from './sql.ts';

/** The part of the store that is about records answers refer to. */
export function parentStore(database: Database): ParentStore {
  const { dialect } = database;
  return {
    async defineSurveys(surveys) {
      const rows = Object.entries(surveys)
        .map(([name, definition]) => ({ name, definition: JSON.stringify(definition) }))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
      if (rows.length === 0) return;
      await database.write((sql) =>
        sql.run(
          `INSERT INTO survey (key, definition)
           SELECT name, definition FROM ${dialect.given(1, { name: 'text', definition: 'text' })} AS given
           WHERE true ON CONFLICT (key) DO UPDATE SET definition = excluded.definition`,
          json(rows),
        ),
      );
    },

    async surveyDefinitions(keys) {
      const rows = await database.rows(`SELECT key, definition FROM survey WHERE key IN ${dialect.texts(1)}`, json(keys));
      return new Map(rows.map((row) => [String(row['key']), JSON.parse(String(row['definition'])) as SurveyDefinition]));
    },

    async knownParents(object, keys) {
      const rows = await database.rows(`SELECT key FROM parent WHERE object = $1 AND key IN ${dialect.texts(2)}`, object, json(keys));
      return new Set(rows.map((row) => String(row['key'])));
    },

    async rememberParents(object, keys) {
      if (keys.length === 0) return;
      await database.write((sql) =>
        sql.runFor(
          { name: 'text' },
          [...new Set(keys)].sort().map((name) => ({ name })),
          (given, parameter) => `INSERT INTO parent (object, key) SELECT ${parameter(1)}, given.name FROM ${given} AS given WHERE true
            ON CONFLICT (object, key) DO NOTHING`,
          object,
        ),
      );
    },

    async forgetParents(object, keys) {
      if (keys.length === 0) return;
      await database.write((sql) => sql.run(`DELETE FROM parent WHERE object = $1 AND key IN ${dialect.texts(2)}`, object, json(keys)));
    },
  };
}
