import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { workFolder } from '../testing/workFolder.ts';
import { dataFolderHolder, lockDataFolder } from './dataFolderLock.ts';

const lockModule = path.join(import.meta.dirname, 'dataFolderLock.ts');

/** Another process that has the lock and keeps it until it is killed. */
async function otherProcess(context: TestContext, folder: string): Promise<ChildProcess> {
  const script = `const { lockDataFolder } = await import(${JSON.stringify(lockModule)}); globalThis.lock = lockDataFolder(${JSON.stringify(folder)}); console.log('held'); setInterval(() => globalThis.lock, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  context.after(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}

test('a folder that another process has locked is refused with its holder; when that is killed the folder is free', async (t) => {
  const folder = workFolder(t).data;
  const child = await otherProcess(t, folder);
  assert.throws(
    () => lockDataFolder(folder),
    new RegExp(`Another import is running on the data folder .*process ${child.pid},.*Wait until it has finished`),
  );
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockDataFolder(folder).release();
});

test('a second lock in the same process is refused, and a released one can be taken again', (t) => {
  const folder = workFolder(t).data;
  const lock = lockDataFolder(folder);
  assert.throws(() => lockDataFolder(folder), /Another import is running/);
  lock.release();
  lockDataFolder(folder).release();
});

test('who has the folder is told by its role, and nobody once it is free', (t) => {
  const folder = workFolder(t).data;
  assert.equal(dataFolderHolder(folder), undefined);
  const lock = lockDataFolder(folder, 'serve');
  assert.match(dataFolderHolder(folder) ?? '', new RegExp(`^serve, process ${process.pid}, since \\d{4}-`));
  assert.throws(() => lockDataFolder(folder, 'import'), /The service is running on the data folder .*Stop it first/);
  assert.equal(dataFolderHolder(folder)?.startsWith('serve'), true, 'a refused one does not take the name');
  lock.release();
  assert.equal(dataFolderHolder(folder), undefined);
  const backfill = lockDataFolder(folder, 'backfill');
  assert.throws(() => lockDataFolder(folder), /Another backfill is running/);
  backfill.release();
});
