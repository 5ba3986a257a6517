import assert from 'node:assert/strict';
import { existsSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
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

test('a link that somebody put in the place of the list is not written through', async (t) => {
  const folder = workFolder(t);
  const input = folder.write('answers.csv', '');
  const precious = folder.write('precious.txt', 'kept');
  symlinkSync(precious, `${input}.rejected.csv.part`);
  const rejected = new RejectedFile(input, folder.data);
  rejected.write({ row: 1, line: 2, reason: 'why', responseId: '' });
  assert.ok(lstatSync((await rejected.close()) ?? '').isFile());
  assert.equal(readFileSync(precious, 'utf8'), 'kept');
});

test('smileys stay, formulas after a semicolon or a line end do not, for spreadsheets that part lines there', () => {
  assert.equal(csvLine(['Great ;-) really ;-(', 'a\n- b']), `"Great ;-) really ;-(","a\n'- b"\r\n`);
  assert.equal(csvLine(['no;=HYPERLINK("x")', 'x;"=1"']), `"no;'=HYPERLINK(""x"")","x;""'=1"""\r\n`);
  assert.equal(csvLine(['＝cmd()']), `"'＝cmd()"\r\n`);
});

test('whatever a value is, a spreadsheet takes none for a formula, and CSV readers read it back', () => {
  const value = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('=', '+', '-', '@', ';', '\t', '\n', '\r', ' ', '"', "'", 'a') }));
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 4 }), (values) => {
      const line = csvLine(values);
      const [read = []] = parse(line);
      const bare = (text: string): string => text.replaceAll("'", '');
      assert.deepEqual(read.map(bare), values.map(bare), 'nothing but apostrophes is added');
      assert.ok(
        read.every((text) => !/^\s*[=+@]|^-/.test(text)),
        JSON.stringify(read),
      );
      const partedElsewhere = line.split(/[;\t\r\n]/).map((cell) => cell.replace(/^\s*"{0,2}(?!")/, ''));
      assert.ok(!partedElsewhere.some((cell) => /^[=+@]|^-[^)(]/.test(cell)), line);
    }),
  );
});
