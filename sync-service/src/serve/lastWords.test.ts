import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { test, type TestContext } from 'node:test';
import { workFolder } from '../testing/workFolder.ts';

const command = path.join(import.meta.dirname, '../../bin/customer-pulse.js');

/** `customer-pulse serve` without an org, on a store and a port of its own. */
function serving(context: TestContext, stdio: readonly ('pipe' | number)[], flags: readonly string[] = []): ChildProcess {
  const folder = workFolder(context);
  const config = folder.write('customer-pulse.json', JSON.stringify({ store: { data: folder.data }, serve: { port: 0 } }));
  const kept = Object.entries(process.env).filter(([name]) => !/^(SALESFORCE_|CUSTOMER_PULSE|DATABASE_URL|NODE_TEST)/.test(name));
  const child = spawn(process.execPath, [...flags, command, 'serve', '--config', config], {
    env: Object.fromEntries(kept),
    stdio: ['ignore', ...stdio],
  });
  context.after(() => void child.kill('SIGKILL'));
  return child;
}

/** Resolves when the log says so. */
async function untilSaid(log: NodeJS.ReadableStream | null | undefined, words: string): Promise<void> {
  assert.ok(log);
  for await (const line of createInterface({ input: log })) if (line.includes(words)) return;
  assert.fail(`it never said "${words}"`);
}

function exitCodeOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', resolve));
}

test('given a log on a full disk, when the service is asked to stop, then it stops', { skip: !existsSync('/dev/full') }, async (t) => {
  const full = openSync('/dev/full', 'w');
  t.after(() => closeSync(full));
  const child = serving(t, ['pipe', full]);
  await untilSaid(child.stdout, 'ready at');
  const ended = exitCodeOf(child);
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
});

test('given standard output on a full disk, when the service prints, then it goes on', { skip: !existsSync('/dev/full') }, async (t) => {
  const full = openSync('/dev/full', 'w');
  t.after(() => closeSync(full));
  const child = serving(t, [full, 'pipe']);
  await untilSaid(child.stderr, 'service started');
  const ended = exitCodeOf(child);
  child.kill('SIGTERM');
  assert.equal(await ended, 1, 'the end says that something could not be printed');
});

test('given a promise that is rejected and awaited by nobody, then the service ends with one line that says where, and code 1', async (t) => {
  const defect =
    'setInterval(() => { if (process.listenerCount("uncaughtException") > 0) Promise.reject(new TypeError("cannot read ann@example.com")); }, 50)';
  const child = serving(t, ['pipe', 'pipe'], ['--import', `data:text/javascript,${encodeURIComponent(defect)}`]);
  assert.ok(child.stderr);
  const [code, said] = await Promise.all([exitCodeOf(child), text(child.stderr)]);
  assert.equal(code, 1);
  const last = said.split('\n').filter((line) => line.includes('the service ends'));
  assert.equal(last.length, 1);
  assert.match(last[0] ?? '', /"level":"error".*"error":"TypeError".*"at":"at /);
  assert.doesNotMatch(said, /ann@|\n\s+at /);
});
