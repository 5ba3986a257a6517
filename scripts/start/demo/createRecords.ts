import type { Connection } from 'jsforce';

/** Records that one call may hold. */
const COLLECTION = 200;

/** Creates records, 200 a call. @throws Error with the org's words for what it refuses */
export async function create(connection: Connection, object: string, records: readonly Record<string, unknown>[]): Promise<void> {
  for (let start = 0; start < records.length; start += COLLECTION) {
    const results = await connection.sobject(object).create(records.slice(start, start + COLLECTION), { allOrNone: true });
    const refused = results.flatMap((result) => (result.success ? [] : result.errors.map((error) => error.message)));
    if (refused.length > 0) throw new Error(`The demo's ${object} were refused: ${refused.join('; ')}`);
  }
}
