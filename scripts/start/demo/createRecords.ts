import type { Connection } from 'jsforce';

/** Records that one call may hold. */
const COLLECTION = 200;

/** Creates records, 200 a call. @throws Error with the org's words for what it refuses */
export async function create(connection: Connection, object: string, records: readonly Record<string, unknown>[]): Promise<void> {
  for (let start = 0; start < records.length; start += COLLECTION) {
    refuse(object, await connection.sobject(object).create(records.slice(start, start + COLLECTION), { allOrNone: true }));
  }
}

/** Changes records, 200 a call. @throws Error with the org's words for what it refuses */
export async function update(
  connection: Connection,
  object: string,
  records: readonly (Readonly<Record<string, unknown>> & { readonly Id: string })[],
): Promise<void> {
  for (let start = 0; start < records.length; start += COLLECTION) {
    refuse(object, await connection.sobject(object).update(records.slice(start, start + COLLECTION), { allOrNone: true }));
  }
}

function refuse(object: string, results: readonly { success: boolean; errors: readonly { message: string }[] }[]): void {
  const refused = results.flatMap((result) => (result.success ? [] : result.errors.map((error) => error.message)));
  if (refused.length > 0) throw new Error(`The demo's ${object} were refused: ${refused.join('; ')}`);
}
