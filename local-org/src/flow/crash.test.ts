import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { crashEnd, crashStart, openCrashOrg } from './testing/crashOrg.ts';

const orders = 300;
const child = join(import.meta.dirname, 'testing/crashChild.ts');

/** Lets a process do scheduled work and kills it after so many parts; true when it came to the end before. */
async function workUntilKilled(file: string, parts: number): Promise<boolean> {
  const worker = spawn(process.execPath, [child, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = new Promise<void>((resolve) => worker.once('close', () => resolve()));
  let told = 0;
  let ended = false;
  for await (const said of createInterface({ input: worker.stdout })) {
    if (said === 'ready') worker.stdin.write('go\n');
    if (said === 'end') {
      ended = true;
      worker.stdin.end();
    }
    if (said === '.') told += 1;
    if (told >= parts && !ended) worker.kill('SIGKILL');
  }
  await closed;
  return ended;
}

test('given a process that is killed again and again amid scheduled work, then each interview has its effects once', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'flow-crash-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'org.sqlite');
  const first = openCrashOrg(file, crashStart);
  first.engine.start();
  first.insert('Order__c', ...Array.from({ length: orders }, (_, index) => ({ Name: `o${index}` })));
  first.close();

  let kills = 0;
  // Each process gets a little further than the one before could be sure of.
  while (!(await workUntilKilled(file, 1 + (kills % 7)))) kills += 1;
  assert.ok(kills >= 3, `only ${kills} processes were killed amid their work`);

  const last = openCrashOrg(file, crashEnd);
  last.engine.start();
  await last.engine.idle();
  const counts = last.rows(
    'SELECT Note__c, COUNT(Id) times, COUNT_DISTINCT(Order__c) orders FROM Line__c GROUP BY Note__c ORDER BY Note__c',
  );
  assert.deepEqual(
    counts.map((row) => [row['Note__c'], row['times'], row['orders']]),
    ['night 2026-03-02', 'night 2026-03-03', 'path 1', 'path 2'].map((note) => [note, orders, orders]),
  );
  last.close();
});
