import type { Schema } from '../schema/types.ts';
import { NO_TEXT } from '../soql/errors.ts';
import { fieldExpression } from '../soql/expressions.ts';
import type { FormulaFields } from '../soql/formulaFields.ts';
import { allRows } from '../soql/runSelect.ts';
import { SqlBuilder, type RunContext } from '../soql/sqlBuilder.ts';
import { Tables } from '../soql/tables.ts';
import type { OrgDatabase } from '../storage/database.ts';

/** The names of records by their ids: one statement for each kind of record, so that no join is needed for each row. */
export function recordNames(
  ids: Iterable<string>,
  { database, schema, formulas, context }: { database: OrgDatabase; schema: Schema; formulas: FormulaFields; context: RunContext },
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [prefix, list] of Map.groupBy(new Set(ids), (id) => id.slice(0, 3))) {
    const object = schema.objectOfId(prefix);
    if (object?.nameField === undefined) continue;
    const builder = new SqlBuilder();
    const tables = new Tables(schema, builder, object);
    const { sql } = fieldExpression({ tables, formulas, query: NO_TEXT, rootNames: [], parents: [] }, [object.nameField], tables.root);
    const id = tables.root.column('Id');
    const wanted = builder.bind(JSON.stringify(list));
    const statement = `SELECT ${id}, ${sql} FROM ${tables.sql()} WHERE ${id} IN (SELECT value FROM json_each(${wanted}))`;
    for (const [key, name] of allRows(database, statement, builder.parameters, context)) {
      if (typeof key === 'string' && typeof name === 'string') names.set(key, name);
    }
  }
  return names;
}
