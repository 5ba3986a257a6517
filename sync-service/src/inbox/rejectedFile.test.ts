import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { workFolder } from '../testing/workFolder.ts';
import { RejectedFile } from './rejectedFile.ts';
import { csvLine } from './safeCsv.ts';

test('rejected rows stand beside the input; the next run replaces or removes them', async (t) => {
  const folder = workFolder(t);
  const input = folder.write('answers.csv', '');
  const first = new RejectedFile(input, folder.data);
  first.write({ row: 2, line: 3, reason: 'rating "11" is not between 0 and 10', responseId: '=cmd()' });
  assert.equal(await first.close(), `${input}.rejected.csv`);
  assert.equal(
    readFileSync(first.file, 'utf8'),
    'row,line,reason,response_id\r\n2,3,"rating ""11"" is not between 0 and 10","\'=cmd()"\r\n',
  );
  assert.equal(statSync(first.file).mode & 0o777, 0o600);

  const second = new RejectedFile(input, folder.data);
  assert.equal(await second.close(), undefined);
  assert.equal(existsSync(first.file), false);
});

test('a list that cannot be written is told at the end, not in the middle of the import', async (t) => {
  const folder = workFolder(t);
  const input = folder.write('answers.csv', '');
  mkdirSync(`${input}.rejected.csv.part`);
  const rejected = new RejectedFile(input, folder.data);
  rejected.write({ row: 1, line: 2, reason: 'why', responseId: '' });
  await assert.rejects(rejected.close(), { name: 'PulseError', message: /list of rejected rows .* cannot be written: EISDIR/ });
});

test('whatever a value is, a spreadsheet takes none for a formula, and CSV readers read it back', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), (values) => {
      const [read = []] = parse(csvLine(values));
      assert.deepEqual(
        read.map((value, index) => value === values[index] || value === `'${values[index] ?? ''}`),
        values.map(() => true),
      );
      assert.ok(
        read.every((value) => !/^\s*[=+@]|^[-\t\r\n]/.test(value)),
        JSON.stringify(read),
      );
    }),
  );
});
