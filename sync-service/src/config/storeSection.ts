import { z } from 'zod';
import { filePath } from '../filePath.ts';
import { secret } from '../secret.ts';

/** The section `store`: where answers are kept until the org has them. */
export const storeSection = z.strictObject({
  data: filePath()
    .default('.customer-pulse/sync-service')
    .describe('Folder of the store (SQLite), its lock and the token of the status page. Variable: CUSTOMER_PULSE_DATA; option: --data.'),
  databaseUrl: secret()
    .optional()
    .describe('PostgreSQL instead of SQLite, for several workers: postgres://user:password@host/database. Variable: DATABASE_URL.'),
});

export type StoreSection = z.output<typeof storeSection>;
