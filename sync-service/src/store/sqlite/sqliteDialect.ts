import type { Dialect } from '../sql.ts';

/** SQLite's words. */
export const sqliteDialect: Dialect = {
  name: 'sqlite',
  shared: false,
  now: `CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
  forUpdate: '',
  like: 'LIKE',
  given(parameter, columns) {
    const picked = Object.keys(columns).map((column) => `value ->> '$.${column}' AS ${column}`);
    return `(SELECT ${[...picked, 'key AS ordinal'].join(', ')} FROM json_each($${parameter}))`;
  },
  texts: (parameter) => `(SELECT value FROM json_each($${parameter}))`,
  integers: (parameter) => `(SELECT value FROM json_each($${parameter}))`,
};
