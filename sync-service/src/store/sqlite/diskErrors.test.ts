import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { PulseError } from '../../errors.ts';
import { explained } from './diskErrors.ts';

function failureOf(sql: string): unknown {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(`CREATE TABLE item (value UNIQUE); PRAGMA max_page_count = 3; ${sql}`);
  } catch (thrown) {
    return thrown;
  } finally {
    database.close();
  }
  return assert.fail('nothing was thrown');
}

test('a full disk is told in words: which file, why, what to do', () => {
  const error = explained(failureOf('INSERT INTO item VALUES (zeroblob(100000))'), '/data/store.sqlite');
  assert.ok(error instanceof PulseError);
  assert.match(
    error.message,
    /^The store \/data\/store\.sqlite cannot be written: database or disk is full\. .*Make room on the disk, then run the same command again/,
  );
});

test('an error that the machine did not cause stays what it is', () => {
  const defect = failureOf('INSERT INTO item VALUES (1), (1)');
  assert.equal(explained(defect, 'store.sqlite'), defect);
});
