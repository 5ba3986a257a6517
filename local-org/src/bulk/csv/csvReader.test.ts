import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { CsvError } from './csvError.ts';
import { CsvReader, type CsvReaderOptions } from './csvReader.ts';
import { csvLine } from './csvText.ts';
import { columnDelimiters, lineEndings, type ColumnDelimiter, type LineEnding } from './delimiters.ts';

const folder = mkdtempSync(join(tmpdir(), 'local-org-csv-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function read(data: string | Buffer, options: CsvReaderOptions = { delimiter: 'COMMA' }): string[][] {
  const file = join(folder, 'data.csv');
  writeFileSync(file, data);
  const reader = new CsvReader(file, options);
  const rows: string[][] = [];
  try {
    for (let record = reader.next(); record !== undefined; record = reader.next()) rows.push([...record.values]);
  } finally {
    reader.close();
  }
  return rows;
}

describe('a CSV file', () => {
  it('gives the values of each line, quoted or not', () => {
    assert.deepEqual(read('a,b\n"1, one","say ""hi"""\n2,\n,\n'), [
      ['a', 'b'],
      ['1, one', 'say "hi"'],
      ['2', ''],
      ['', ''],
    ]);
    assert.deepEqual(read('a,b\r\n1,"x\ny"\r\n"2",z'), [
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'z'],
    ]);
  });

  it('has no line where a line is empty, and none at all when it is empty', () => {
    assert.deepEqual(read('a\n\n1\n\r\n2\n'), [['a'], ['1'], ['2']]);
    assert.deepEqual(read(''), []);
    assert.deepEqual(read('\n'), []);
  });

  it('is refused for a quote in the middle of a value, behind a value, and one that never closes', () => {
    for (const data of ['a\nb"c\n', 'a,b\n"x"y,1\n', '\uFEFF"a","b"\n', 'a\n"open\n1\n']) assert.throws(() => read(data), CsvError, data);
  });

  it('is not read into memory for a quote that never closes', () => {
    assert.throws(() => read(Buffer.concat([Buffer.from('a\n"'), Buffer.alloc(8_000_000, 'x\n')])), /longer than/u);
  });

  it('with any texts, delimiter and line ends reads as it was written, from any line on', () => {
    const texts = fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 2, maxLength: 2 }), { maxLength: 20 });
    const delimiters = fc.constantFrom(...(Object.keys(columnDelimiters) as ColumnDelimiter[]));
    const endings = fc.constantFrom(...(Object.keys(lineEndings) as LineEnding[]));
    fc.assert(
      fc.property(texts, delimiters, endings, fc.boolean(), (rows, delimiter, lineEnding, longFirst) => {
        const format = { columnDelimiter: delimiter, lineEnding };
        const first = longFirst ? [['x'.repeat(262_130), 'é"\n,']] : [];
        const written = [...first, ...rows].map((row) => row.map((text) => text.toWellFormed()));
        const lines = written.map((row) => csvLine(row, format));
        assert.deepEqual(read(lines.join(''), { delimiter }), written);
        const start = Buffer.byteLength(lines[0] ?? '');
        assert.deepEqual(read(lines.join(''), { delimiter, start }), written.slice(1));
      }),
      { numRuns: 300 },
    );
  });

  it('of any bytes at all either reads or is refused', () => {
    const bytes = fc.array(
      fc.constantFrom(...['"', ',', '\r', '\n', '\0', 'x', 'é'].map((text) => Buffer.from(text)), Buffer.from([0xff])),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(bytes, (parts) => {
        try {
          read(Buffer.concat(parts));
        } catch (error) {
          assert.ok(error instanceof CsvError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
