import type { Migration } from './migration.ts';

/** Loads by Bulk API 2.0 and their jobs. */
export const bulkLoads: Migration = {
  name: '0006-bulk-loads',
  statements: ({ text, integer, strict }) => `
    CREATE TABLE bulk_load (
      id ${text} PRIMARY KEY,
      answers ${integer} NOT NULL,
      worker ${text} NOT NULL,
      held_until ${integer} NOT NULL,
      begun_at ${text} NOT NULL
    ) ${strict};
    CREATE TABLE bulk_job (
      load_id ${text} NOT NULL,
      step ${text} NOT NULL,
      place ${integer} NOT NULL,
      job ${text} NOT NULL,
      PRIMARY KEY (load_id, step)
    ) ${strict};
    CREATE INDEX answer_load_order ON answer (load_id, account_key, sequence) WHERE load_id IS NOT NULL;
  `,
};
