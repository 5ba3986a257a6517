import type { Connection } from 'jsforce';
import type { DemoRecord } from '../../demo-data/demoData';

/** Records that one call may hold. */
const COLLECTION = 200;

/**
 * Creates the records that the org does not have yet, told by a field that names them.
 * @returns the id of each record, by its key in the demo
 * @throws Error with the org's words for the first record that it refuses
 */
export async function createMissing(
  connection: Connection,
  object: string,
  naturalKey: string,
  records: readonly DemoRecord[],
  toFields: (record: DemoRecord) => Record<string, unknown>,
): Promise<ReadonlyMap<string, string>> {
  const present = await idsBy(connection, object, naturalKey);
  const natural = (record: DemoRecord): string => String(record.fields[naturalKey]).toLowerCase();
  const missing = records.filter((record) => !present.has(natural(record)));
  for (let start = 0; start < missing.length; start += COLLECTION) {
    const chunk = missing.slice(start, start + COLLECTION);
    const results = await connection.sobject(object).create(chunk.map(toFields), { allOrNone: false });
    for (const [index, result] of results.entries()) {
      const record = chunk[index];
      if (record === undefined) continue;
      if (!result.success)
        throw new Error(`The demo's ${object} ${record.key} was refused: ${result.errors.map((error) => error.message).join('; ')}`);
      present.set(natural(record), result.id);
    }
  }
  return new Map(
    records.flatMap((record) => {
      const id = present.get(natural(record));
      return id === undefined ? [] : [[record.key, id]];
    }),
  );
}

async function idsBy(connection: Connection, object: string, naturalKey: string): Promise<Map<string, string>> {
  const rows = await connection.query<Record<string, string>>(`SELECT Id, ${naturalKey} FROM ${object} LIMIT 2000`);
  return new Map(rows.records.map((row) => [String(row[naturalKey]).toLowerCase(), row['Id'] ?? '']));
}
