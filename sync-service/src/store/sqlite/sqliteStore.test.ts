import assert from 'node:assert/strict';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { workFolder } from '../../testing/workFolder.ts';
import { storeConformance } from '../storeConformance.ts';
import { openSqliteStore, storeFileName } from './sqliteStore.ts';

storeConformance('node:sqlite', async (context) => {
  const folder = workFolder(context).data;
  return async () => openSqliteStore(folder);
});

test('a store of a newer release is refused', async (t) => {
  const folder = workFolder(t).data;
  await openSqliteStore(folder).close();
  const database = new DatabaseSync(path.join(folder, storeFileName));
  database.exec('PRAGMA user_version = 999');
  database.close();
  assert.throws(() => openSqliteStore(folder), /was written by a newer release \(store version 999/);
});

test('a data folder that is a file, and a store that is no database, are refused in words', (t) => {
  const folder = workFolder(t);
  assert.throws(() => openSqliteStore(folder.write('a-file', '')), /The data folder .*a-file is not usable/);
  const file = folder.write(`broken/${storeFileName}`, 'this is not a database, but long enough to look like one'.repeat(50));
  chmodSync(file, 0o600);
  writeFileSync(`${file}.txt`, '');
  assert.throws(() => openSqliteStore(path.dirname(file)), /is not usable: file is not a database/);
});

test('the store is readable by its owner alone, also in a folder that others may read', async (t) => {
  const folder = workFolder(t);
  chmodSync(folder.path, 0o755);
  const store = openSqliteStore(folder.path);
  await store.setSetting('any', 'value');
  const files = readdirSync(folder.path).filter((name) => name.startsWith(storeFileName));
  assert.deepEqual([...new Set(files.map((name) => statSync(path.join(folder.path, name)).mode & 0o077))], [0]);
  await store.close();
});
