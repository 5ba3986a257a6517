import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Secret } from '../secret.ts';
import { testPostgres } from '../testing/testPostgres.ts';
import { workFolder } from '../testing/workFolder.ts';
import { answerOf } from './conformance/opening.ts';
import { dataFolderHolder } from './dataFolderLock.ts';
import { openStore } from './openStore.ts';
import { storeFileName } from './sqlite/sqliteStore.ts';

test('the one that pushes takes the data folder until it closes the store; others look and change beside it', async (t) => {
  const { data } = workFolder(t);
  const serving = await openStore({ data }, { role: 'serve' });
  await assert.rejects(openStore({ data }, { role: 'import' }), /The service is running on the data folder/);
  const beside = await openStore({ data });
  await beside.accept([answerOf('1')]);
  const looking = await openStore({ data }, { readOnly: true });
  assert.equal((await looking.counts()).waiting, 1);
  assert.equal((await serving.waiting(0, 10)).length, 1);
  await Promise.all([beside.close(), looking.close(), serving.close()]);
  assert.equal(dataFolderHolder(data), undefined);
});

test('a store that cannot be opened leaves the folder free', async (t) => {
  const { data } = workFolder(t);
  await (await openStore({ data })).close();
  writeFileSync(path.join(data, storeFileName), 'no database'.repeat(100));
  await assert.rejects(openStore({ data }, { role: 'serve' }), /is not usable: file is not a database\. .*put the last copy/);
  assert.equal(dataFolderHolder(data), undefined);
});

test('with a database address the store is in PostgreSQL, in the schema asked for, and several may push', async (t) => {
  const server = await testPostgres(t);
  if (server === undefined) return;
  const { data } = workFolder(t);
  const place = { data, databaseUrl: new Secret(await server.newDatabase(), 'DATABASE_URL'), databaseSchema: 'pulse', connections: 2 };
  const [one, two] = [await openStore(place, { role: 'serve' }), await openStore(place, { role: 'serve' })];
  await one.accept([answerOf('1')]);
  assert.equal((await two.counts()).waiting, 1);
  const elsewhere = await openStore({ ...place, databaseSchema: 'other' });
  assert.equal((await elsewhere.counts()).waiting, 0);
  await Promise.all([one.close(), two.close(), elsewhere.close()]);
});
