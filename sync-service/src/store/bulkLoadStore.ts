import type { BulkLoadStore } from './ports/bulkLoads.ts';
import type { Database } from './sql.ts';

/** The part of the store that is about bulk loads. */
export function bulkLoadStore(_database: Database): BulkLoadStore {
  const missing = (): never => {
    throw new Error('bulk loads are not stored yet');
  };
  return { beginLoad: missing, takeLoads: missing, renewLoad: missing, loadAnswers: missing, saveJob: missing, endLoad: missing };
}
