import type { ColumnType, Dialect } from '../sql.ts';

const types: Readonly<Record<ColumnType, string>> = { text: 'text', integer: 'bigint' };

/** PostgreSQL's words. */
export const postgresDialect: Dialect = {
  name: 'postgres',
  shared: true,
  now: '(extract(epoch FROM clock_timestamp()) * 1000)::bigint',
  forUpdate: 'FOR UPDATE',
  like: 'ILIKE',
  given(parameter, columns) {
    const names = Object.keys(columns).join(', ');
    const definitions = Object.entries(columns).map(([column, type]) => `${column} ${types[type]}`);
    return `(SELECT ${names}, ordinality AS ordinal FROM ROWS FROM (json_to_recordset($${parameter}::json) AS (${definitions.join(', ')}))
      WITH ORDINALITY AS picked (${names}, ordinality))`;
  },
  texts: (parameter) => `(SELECT json_array_elements_text($${parameter}::json))`,
  integers: (parameter) => `(SELECT json_array_elements_text($${parameter}::json)::bigint)`,
};
