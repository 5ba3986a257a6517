import { textFields } from '../answer.ts';
import { parseMapping, type Mapping } from './mappingSchema.ts';

/** Columns a canonical file may have beside `response_id` and `responded_at`. */
const optionalColumns = ['source', 'updated_at', 'rating', 'reasons', ...textFields] as const;

/**
 * The mapping of a file that uses the service's own column names: every such column the header has.
 * `response_id` and `responded_at` are always expected, so that a missing one is reported by name.
 */
export function canonicalMapping(header: readonly string[]): Mapping {
  const present = new Set(header.map((name) => name.trim().toLowerCase()));
  const optional = optionalColumns.filter((name) => present.has(name)).map((name) => [name, { column: name }] as const);
  return parseMapping(
    { fields: { response_id: { column: 'response_id' }, responded_at: { column: 'responded_at' }, ...Object.fromEntries(optional) } },
    'of canonical columns',
  );
}
