import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SetupError } from '../errors.ts';
import { Secret } from '../secret.ts';
import { openPostgresStore } from '../store/postgres/postgresStore.ts';
import { silentTelemetry } from '../telemetry/telemetry.ts';
import { testPostgres } from '../testing/testPostgres.ts';
import { whileDatabaseIsAway } from './whileDatabaseIsAway.ts';

const never = new AbortController().signal;

test('a start while the database restarts waits for it; a stop ends the waiting', async (t) => {
  const server = await testPostgres(t);
  if (server === undefined || process.env['TEST_DATABASE_URL'] !== undefined) return;
  const url = new Secret(await server.newDatabase(), 'the test');
  await server.crash();
  const said: string[] = [];
  const back = new AbortController();
  const log = {
    ...silentTelemetry.log,
    warn: (event: string) => {
      said.push(event);
      back.abort();
    },
  };
  back.signal.addEventListener('abort', () => void server.start());
  const store = await whileDatabaseIsAway(() => openPostgresStore(url), log, never);
  assert.deepEqual(said, ['the database is away; the start waits for it']);
  assert.equal((await store.counts()).waiting, 0);
  await store.close();

  await server.crash();
  const stop = new AbortController();
  const stopped = { ...silentTelemetry.log, warn: () => stop.abort() };
  await assert.rejects(
    whileDatabaseIsAway(() => openPostgresStore(url), stopped, stop.signal),
    SetupError,
  );
  await server.start();
});

test('a wrong database name is said at once: it does not pass', async (t) => {
  const server = await testPostgres(t);
  if (server === undefined) return;
  const url = new Secret(`${await server.newDatabase()}_missing`, 'the test');
  await assert.rejects(
    whileDatabaseIsAway(() => openPostgresStore(url), silentTelemetry.log, never),
    /check user, password and database name/,
  );
});
