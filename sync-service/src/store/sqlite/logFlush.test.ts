import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test, type TestContext } from 'node:test';
import { StoreUnavailable } from '../storeUnavailable.ts';
import { LogFlush } from './logFlush.ts';
import { SqliteDatabase } from './sqliteDatabase.ts';

/** A database whose flushes are under the test's control. */
function openFor(context: TestContext, flush: (log: LogFlush) => Promise<void>): { database: SqliteDatabase; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'pulse-flush-'));
  const file = join(folder, 'store.sqlite');
  const connection = new DatabaseSync(file);
  connection.exec('PRAGMA journal_mode = WAL; CREATE TABLE note (id INTEGER PRIMARY KEY) STRICT');
  const log = new LogFlush(file);
  const database = new SqliteDatabase(connection, file, { flush: () => flush(log), close: () => log.close() });
  context.after(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });
  return { database, file };
}

const put = (database: SqliteDatabase, id: number): Promise<number> =>
  database.write((sql) => sql.run('INSERT INTO note (id) VALUES ($1)', id));

test('a write resolves when it is flushed; the next one begins after that, and other work goes on meanwhile', async (context) => {
  const ends: (() => void)[] = [];
  const { database } = openFor(context, () => new Promise((resolve) => ends.push(resolve)));
  const seen: string[] = [];
  const first = put(database, 1).then(() => seen.push('first'));
  const second = put(database, 2).then(() => seen.push('second'));
  const looked = database.rows('SELECT count(*) AS notes FROM note').then(([row]) => seen.push(`${String(row?.['notes'])} notes`));
  for (const expected of [[], ['first']]) {
    while (ends.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(seen, expected);
    ends.shift()?.();
  }
  await Promise.all([first, second, looked]);
  assert.deepEqual(seen, ['first', 'second', '2 notes']);
});

test('after a flush that failed everything is brought into the store before the next write', async (context) => {
  let failing = true;
  const { database, file } = openFor(context, (log) => (failing ? Promise.reject(ioError()) : log.flush()));
  await assert.rejects(put(database, 1), (error) => error instanceof StoreUnavailable && /Check the disk/.test(error.message));
  const before = statSync(file).size;
  failing = false;
  await put(database, 2);
  assert.ok(statSync(file).size > 0 && statSync(file).size >= before);
  const stored = new DatabaseSync(file, { readOnly: true });
  assert.deepEqual(
    stored
      .prepare('SELECT id FROM note')
      .all()
      .map(({ id }) => id),
    [1, 2],
  );
  stored.close();
});

test('nothing is written while the store cannot be made sure of', async (context) => {
  const { database, file } = openFor(context, () => Promise.reject(ioError()));
  await assert.rejects(put(database, 1), StoreUnavailable);
  const reader = new DatabaseSync(file);
  reader.exec('BEGIN; SELECT * FROM note');
  await assert.rejects(put(database, 2), /could not be brought to disk/);
  reader.close();
});

function ioError(): Error {
  return Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
}
