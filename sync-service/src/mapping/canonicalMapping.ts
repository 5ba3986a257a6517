import { textFields } from '../answer.ts';
import { parseMapping, type Mapping } from './mappingSchema.ts';

/** Columns a canonical file may have beside `response_id` and `responded_at`. */
const optionalColumns = ['source', 'updated_at', 'rating', 'reasons', 'do_not_contact', ...textFields] as const;

/** What the name of a column with a value of the customer's own begins with: `extra.region`. */
const extraPrefix = 'extra.';

/**
 * The mapping of a file that uses the service's own column names: every such column the header has, and values of
 * the customer's own as `extra.<name>`.
 * `response_id` and `responded_at` are always expected, so that a missing one is reported by name.
 */
export function canonicalMapping(header: readonly string[]): Mapping {
  const present = new Set(header.map((name) => name.trim().toLowerCase()));
  const optional = optionalColumns.filter((name) => present.has(name)).map((name) => [name, { column: name }] as const);
  const extra = header
    .map((name) => name.trim())
    .filter((name) => name.toLowerCase().startsWith(extraPrefix) && name.length > extraPrefix.length)
    .map((column) => [column.slice(extraPrefix.length), { column }] as const);
  return parseMapping(
    {
      fields: { response_id: { column: 'response_id' }, responded_at: { column: 'responded_at' }, ...Object.fromEntries(optional) },
      ...(extra.length === 0 ? {} : { extra: Object.fromEntries(extra) }),
    },
    'of canonical columns',
  );
}

/** The columns of a file that a mapping uses, for a note on those that it does not. */
export function usedColumns(mapping: Mapping): readonly string[] {
  const extras = Object.values(mapping.extra ?? {}).flatMap(({ column }) => (column === undefined ? [] : [column.toLowerCase()]));
  return [...Object.keys(mapping.fields), ...extras];
}

/** Every column that a mapping names, once each: what is looked for in files that have no header. */
export function namedColumns(mapping: Mapping): readonly string[] {
  const rules = [...Object.values(mapping.fields), ...Object.values(mapping.extra ?? {})].filter((rule) => rule !== undefined);
  const columns = rules.flatMap((rule) => [
    ...('column' in rule && rule.column !== undefined ? [rule.column] : []),
    ...('columns' in rule && rule.columns !== undefined ? rule.columns : []),
  ]);
  return [...new Set(columns)];
}
