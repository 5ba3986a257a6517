import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { canonicalJson, contentHash } from '../../answer.ts';
import { personKeysOf } from '../../person.ts';
import { workFolder } from '../../testing/workFolder.ts';
import { answerOf } from '../conformance/opening.ts';
import { answers } from '../migrations/0001-answers.ts';
import { storeConformance } from '../storeConformance.ts';
import { copySqliteStore, openSqliteStore, storeFileName } from './sqliteStore.ts';

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

test('what a person said is in none of the files once they are forgotten, while the service has them open, too', async (t) => {
  const folder = workFolder(t).data;
  const store = openSqliteStore(folder);
  const service = openSqliteStore(folder);
  const ada = answerOf('ada', { text: { email: 'ada@example.com', comment: 'unforgettable '.repeat(1_000) } });
  await service.accept([answerOf('bob'), ada]);
  const body = Buffer.from('unforgettable payload of ada@example.com');
  await service.receive([{ source: 'shop', via: 'webhook', body, receivedAt: '2024-06-01T12:00:00.000Z' }]);
  const [delivery] = await service.toRead('all', '2024-06-01T12:00:00.000Z', 1);
  await service.settleDeliveries([{ id: delivery?.id ?? '', kind: 'read', answers: [{ ...ada, rating: 3 }] }]);
  const waiting = await service.waiting(0, 10);
  await service.finish(waiting.map(({ sequence, contentHash }) => ({ sequence, contentHash, state: 'pushed' })));
  await store.forgetPerson(personKeysOf(ada), ['ada@example.com']);
  const left = readdirSync(folder).filter((name) => /unforgettable|ada@/.test(readFileSync(path.join(folder, name), 'latin1')));
  await store.close();
  await service.close();
  assert.deepEqual(left, []);
});

/** A store in which so many answers were stored, one commit each, by a process that was killed: its log is full. */
async function killedWith(folder: string, answers: number): Promise<string> {
  const script = `
    const { openSqliteStore } = await import(${JSON.stringify(path.join(import.meta.dirname, 'sqliteStore.ts'))});
    const store = openSqliteStore(${JSON.stringify(folder)});
    for (let id = 0; id < ${answers}; id++)
      await store.accept([{ source: 'test', responseId: String(id), respondedAt: '2024-01-01T00:00:00.000Z', rating: 5, text: {} }]);
    process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  await once(child, 'exit');
  return path.join(folder, `${storeFileName}-wal`);
}

/** Turns bits over at a place of a file, counted from its end when negative. */
function damage(file: string, place: number): void {
  const bytes = readFileSync(file);
  const at = place < 0 ? bytes.length + place : place;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  writeFileSync(file, bytes);
}

test('after a kill the log is taken up as it is, also with a torn end', async (t) => {
  const folder = workFolder(t).data;
  const log = await killedWith(folder, 20);
  appendFileSync(log, randomBytes(10_000));
  const store = openSqliteStore(folder, { check: true });
  assert.equal((await store.counts()).waiting, 20);
  await store.close();
});

test('a log that is damaged before whole commits is refused, and nothing is changed', async (t) => {
  const folder = workFolder(t).data;
  const log = await killedWith(folder, 20);
  const healthy = readFileSync(log);
  for (const place of [20, Math.floor(healthy.length / 2)]) {
    writeFileSync(log, healthy);
    damage(log, place);
    const damaged = readFileSync(log);
    assert.throws(() => openSqliteStore(folder, { check: true }), /log .*-wal is damaged, and \d+ commits .* Nothing was changed/);
    assert.deepEqual(readFileSync(log), damaged);
  }
  writeFileSync(log, healthy);
  const store = openSqliteStore(folder, { check: true });
  assert.equal((await store.counts()).waiting, 20);
  await store.close();
});

test('a store whose pages are damaged is refused after an unclean end, with what to do', async (t) => {
  const folder = workFolder(t).data;
  const store = openSqliteStore(folder);
  await store.accept(Array.from({ length: 500 }, (_none, id) => ({ ...answerOf(String(id)), text: { comment: 'x'.repeat(500) } })));
  await store.close();
  await killedWith(folder, 1);
  const file = path.join(folder, storeFileName);
  truncateSync(file, Math.floor(statSync(file).size / 2));
  assert.throws(() => openSqliteStore(folder, { check: true }), /damaged|malformed/);
  assert.throws(() => openSqliteStore(folder, { check: true }), /put the last copy \(made by backup\) in/);
});

test('a store that is only looked at must be there, needs no right to write, and refuses changes', async (t) => {
  const folder = workFolder(t).data;
  assert.throws(() => openSqliteStore(folder, { readOnly: true }), /There is no store yet/);
  const store = openSqliteStore(folder);
  await store.accept([answerOf('1')]);
  const looking = openSqliteStore(folder, { readOnly: true });
  assert.equal((await looking.counts()).waiting, 1);
  await assert.rejects(looking.accept([answerOf('2')]), /cannot be written: .*readonly/);
  await store.accept([answerOf('3')]);
  assert.equal((await looking.counts()).waiting, 2, 'it sees what the other stores');
  await looking.close();
  await store.close();
});

test('a copy of a running store is whole, belongs to its owner alone, and never replaces a file', async (t) => {
  const folder = workFolder(t);
  const store = openSqliteStore(folder.data);
  await store.accept(Array.from({ length: 5_000 }, (_none, id) => answerOf(String(id))));
  const copy = path.join(folder.path, 'copy', storeFileName);
  mkdirSync(path.dirname(copy));
  const [, acceptances] = await Promise.all([store.backup(copy), store.accept([answerOf('meanwhile')])]);
  assert.deepEqual(acceptances, ['new']);
  assert.equal(statSync(copy).mode & 0o077, 0);
  await assert.rejects(store.backup(copy), /exists already/);
  await assert.rejects(store.backup(path.join(folder.path, 'nowhere', 'copy')), /could not be copied/);
  await store.close();
  const restored = openSqliteStore(path.dirname(copy));
  assert.ok((await restored.counts()).waiting >= 5_000);
  await restored.close();
});

test('a store of the first release is upgraded with everything in it', async (t) => {
  const folder = workFolder(t);
  const database = new DatabaseSync(folder.write(storeFileName, ''));
  database.exec(
    answers.statements({ dialect: 'sqlite', identity: 'INTEGER PRIMARY KEY', text: 'TEXT', integer: 'INTEGER', strict: 'STRICT' }),
  );
  const insert = database.prepare(
    `INSERT INTO answer (external_id, source, content, content_hash, received_at, state, pushed_hash, assignment, error_code, error_reason)
     VALUES (?, 'csv', ?, ?, '2024-01-01T00:00:00.000Z', ?, ?, ?, ?, ?)`,
  );
  const place = JSON.stringify({ accountPulse: { key: 'A:1' }, contactPulse: { key: 'E:1' }, rule: 'unknown e-mail' });
  const ada = { ...answerOf('1', { source: 'csv', text: { email: 'ada@example.com' } }) };
  insert.run('csv:1', canonicalJson(ada), contentHash(canonicalJson(ada)), 'pushed', contentHash(canonicalJson(ada)), place, null, null);
  insert.run('csv:2', canonicalJson(answerOf('2')), 'hash', 'waiting', null, null, null, null);
  insert.run('csv:3', canonicalJson(answerOf('3')), 'hash', 'dead', null, null, 'STRING_TOO_LONG', 'Touchpoint__c');
  database.exec(`INSERT INTO setting VALUES ('org id', '00D'); PRAGMA user_version = 1;`);
  database.close();

  assert.throws(() => openSqliteStore(folder.path, { readOnly: true }), /was written by an older release/);
  const copy = path.join(folder.path, 'before the upgrade');
  await copySqliteStore(folder.path, copy);
  const copied = new DatabaseSync(copy, { readOnly: true });
  assert.equal(copied.prepare('PRAGMA user_version').get()?.['user_version'], 1);
  copied.close();
  const store = openSqliteStore(folder.path);
  assert.deepEqual(await store.counts(), { waiting: 1, pushed: 1, parked: 0, dead: 1 });
  assert.deepEqual(await store.accept([ada]), ['unchanged']);
  assert.equal(await store.setting('org id'), '00D');
  assert.deepEqual((await store.deadLetters({}, 10)).map(({ id, code }) => [id, code]), [['answer:csv:3', 'STRING_TOO_LONG']]); // prettier-ignore
  assert.deepEqual(await store.forgetPerson(personKeysOf(ada), []), { answers: 1, deliveries: 0 });
  assert.deepEqual(await store.accept([ada, answerOf('2', { source: 'csv', rating: 9 })]), ['forgotten', 'changed']);
  await store.close();
});
