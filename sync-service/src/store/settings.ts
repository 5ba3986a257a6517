import { z } from 'zod';
import { filePath } from '../filePath.ts';
import { secret } from '../secret.ts';

/** The section `store` of the configuration: where answers are kept until the org has them, and for how long after that. */
export const storeSettings = z.strictObject({
  data: filePath()
    .default('.customer-pulse/sync-service')
    .describe('Folder of the store (SQLite), its lock and the token of the status page. Variable: CUSTOMER_PULSE_DATA; option: --data.'),
  databaseUrl: secret()
    .optional()
    .describe('PostgreSQL instead of SQLite, for several workers: postgres://user:password@host/database. Variable: DATABASE_URL.'),
  databaseSchema: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,40}$/, 'must be small letters, digits and underscores')
    .default('customer_pulse')
    .describe('Schema of the tables in PostgreSQL; the queue of jobs is in the same name with _jobs.'),
  connections: z.int().min(2).max(50).default(8).describe('Connections to PostgreSQL a worker opens at most.'),
  keepPayloadsDays: z
    .int()
    .min(0)
    .max(3_650)
    .default(90)
    .describe('Days after which what was delivered, and answers the org has, are reduced to keys and hashes here; 0: after an hour.'),
});

export type StoreSettings = z.output<typeof storeSettings>;

/** What is needed to open a store. */
export type StorePlace = Pick<StoreSettings, 'data'> & Partial<Pick<StoreSettings, 'databaseUrl' | 'databaseSchema' | 'connections'>>;
