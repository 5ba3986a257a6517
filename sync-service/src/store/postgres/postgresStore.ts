import { Pool, type PoolClient } from 'pg';
import { asError, PulseError, SetupError } from '../../errors.ts';
import type { Secret } from '../../secret.ts';
import { sqlStore } from '../sqlStore.ts';
import type { Store } from '../store.ts';
import { PostgresDatabase } from './postgresDatabase.ts';
import { explainedByPostgres } from './postgresErrors.ts';
import { migratePostgres, refuseOtherSchema } from './postgresMigrate.ts';

export interface PostgresOptions {
  readonly databaseSchema?: string | undefined;
  readonly connections?: number | undefined;
  readonly readOnly?: boolean;
}

/**
 * Connects to the store in PostgreSQL (13 or newer), made or upgraded if needed.
 * @throws SetupError when it cannot be used
 */
export async function openPostgresStore(url: Secret, options: PostgresOptions = {}): Promise<Store> {
  const { databaseSchema = 'customer_pulse', connections = 8, readOnly = false } = options;
  const where = shownPlace(url);
  const pool = new Pool({
    connectionString: url.reveal(),
    max: connections,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'customer-pulse',
    verify: (client, done) => void prepare(client, databaseSchema, readOnly).then(() => done(), done),
  });
  // An idle connection that breaks is replaced when it is needed; the next operation tells if the database is away.
  pool.on('error', () => undefined);
  // One that breaks while it is used fails what it was used for.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    if (readOnly) await refuseOtherSchema(pool, databaseSchema, where);
    else await migratePostgres(pool, databaseSchema, where);
    return sqlStore(new PostgresDatabase(pool, where));
  } catch (thrown) {
    await pool.end();
    if (thrown instanceof SetupError) throw thrown;
    const error = asError(explainedByPostgres(thrown, where));
    throw error instanceof PulseError
      ? new SetupError(error.message, { cause: error })
      : new SetupError(
          `The store in ${where} cannot be made or upgraded: ${error.message}. Its user needs the right to create a schema there.`,
          {
            cause: thrown,
          },
        );
  }
}

/**
 * What our transactions rely on, whatever the server's defaults are: our tables, a commit that is on disk, and that a worker which
 * stands still inside a transaction does not hold up the others for ever.
 */
async function prepare(client: PoolClient, schema: string, readOnly: boolean): Promise<void> {
  await client.query(
    `SELECT set_config('search_path', $1, false), set_config('idle_in_transaction_session_timeout', '60000', false),
       set_config('synchronous_commit', CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on' ELSE current_setting('synchronous_commit') END, false),
       set_config('default_transaction_read_only', $2, false)`,
    [schema, readOnly ? 'on' : 'off'],
  );
}

/** Host and database, without user and password. */
function shownPlace(url: Secret): string {
  try {
    const { host, pathname } = new URL(url.reveal());
    return `PostgreSQL at ${host === '' ? 'the local socket' : host}, database ${pathname.slice(1)}`;
  } catch {
    throw new SetupError(`${url.origin} is no address of a database: it begins with postgres://user:password@host/database.`);
  }
}
