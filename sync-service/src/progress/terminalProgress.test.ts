import assert from 'node:assert/strict';
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
