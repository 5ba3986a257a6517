import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { NotADatabaseError, OrgDatabase } from './database.ts';

const folder = mkdtempSync(join(tmpdir(), 'org-database-'));

after(() => {
  rmSync(folder, { recursive: true, force: true });
});

function modesOf(file: string): readonly number[] {
  return [file, `${file}-wal`, `${file}-shm`].map((path) => statSync(path).mode & 0o777);
}

describe('the file of an org', () => {
  it('is readable by its owner alone, also in a folder that others can enter', () => {
    const file = join(folder, 'new.sqlite');
    const database = new OrgDatabase(file);
    database.execute('CREATE TABLE answers (words TEXT)');
    assert.deepEqual(modesOf(file), [0o600, 0o600, 0o600]);
    database.close();
  });

  it('loses the looser mode that it had', () => {
    const file = join(folder, 'open.sqlite');
    new OrgDatabase(file).close();
    chmodSync(file, 0o644);
    const database = new OrgDatabase(file);
    database.execute('CREATE TABLE answers (words TEXT)');
    assert.deepEqual(modesOf(file), [0o600, 0o600, 0o600]);
    database.close();
  });

  it('that is no database is named, with what to do', () => {
    const file = join(folder, 'text.sqlite');
    writeFileSync(file, 'not a database, but long enough to be looked at as one\n'.repeat(40));
    assert.throws(
      () => new OrgDatabase(file),
      (error) => error instanceof NotADatabaseError && error.message.startsWith(file) && error.message.includes('--data'),
    );
  });
});
