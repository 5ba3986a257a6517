import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { lineProgress } from './terminalProgress.ts';

test("a log gets a line at a stage's start and at some tenths, not oftener than every two seconds", () => {
  const lines: string[] = [];
  let clock = 0;
  const progress = lineProgress(
    (line) => lines.push(line),
    () => clock,
  );
  progress.start('Pushing', 100);
  for (let done = 1; done <= 100; done++) {
    clock += 500;
    progress.update(done);
  }
  assert.deepEqual(lines.slice(0, 3), ['Pushing ...', 'Pushing 10 %', 'Pushing 20 %']);
  assert.equal(lines.length, 11);
});

test('an interrupted bar shows the cursor again, says that nothing is lost, and lets the signal end the process', async () => {
  const script = `
    import { progressFor } from ${JSON.stringify(import.meta.resolve('./terminalProgress.ts'))};
    process.stderr.isTTY = true;
    const progress = progressFor(process.stderr);
    progress.start('Reading', 10);
    progress.start('Pushing', 10);
    setInterval(() => undefined, 60_000);
    process.stdout.write('started');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const shown = text(child.stderr);
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  await once(child, 'exit');

  assert.equal(child.signalCode, 'SIGINT');
  const showCursor = '\u001b[?25h';
  assert.match((await shown).split(showCursor).at(-1) ?? '', /Interrupted\. Nothing is lost/);
});
