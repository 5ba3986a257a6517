import assert from 'node:assert/strict';
import { closeSync, constants, existsSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { workFolder } from '../testing/workFolder.ts';
import { LogFile } from './logFile.ts';

test('given many lines, when the log is flushed, then they are all in the file and in their order', async (t) => {
  const name = path.join(workFolder(t).path, 'service.log');
  const file = openSync(name, 'a');
  t.after(() => closeSync(file));
  const log = new LogFile(file);
  const lines = Array.from({ length: 1_000 }, (_, index) => `line ${index}\n`);
  for (const line of lines) log.write(line);
  await log.flush();
  log.write('and one more\n');
  await log.flush();
  assert.equal(readFileSync(name, 'utf8'), `${lines.join('')}and one more\n`);
});

test(
  'given a log on a disk that is full, when it is written and flushed, then both come to an end',
  { skip: !existsSync('/dev/full') },
  async (t) => {
    const file = openSync('/dev/full', 'w');
    t.after(() => closeSync(file));
    const log = new LogFile(file);
    for (let line = 0; line < 100; line++) log.write('nobody will read this\n');
    await log.flush();
  },
);

test('given a log that nobody may write to, when it is written, then nothing is thrown', async (t) => {
  const file = openSync(path.join(workFolder(t).path, 'service.log'), constants.O_RDONLY | constants.O_CREAT);
  t.after(() => closeSync(file));
  const log = new LogFile(file);
  log.write('one\n');
  await log.flush();
  log.write('two\n');
  await log.flush();
  assert.throws(() => ftruncateSync(file), 'the file can really not be written');
});
