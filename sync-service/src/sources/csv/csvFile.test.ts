import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import fc from 'fast-check';
import { workFolder } from '../../testing/workFolder.ts';
import { openCsvFile } from './csvFile.ts';

interface Read {
  readonly header: readonly string[];
  readonly encoding: string;
  readonly notes: readonly string[];
  readonly rows: { row: number; line: number; cells: readonly string[] }[];
  readonly failure: string | undefined;
}

async function read(context: TestContext, content: string | Uint8Array): Promise<Read> {
  const source = await openCsvFile(workFolder(context).write('file.csv', content));
  const rows: Read['rows'] = [];
  let failure: string | undefined;
  try {
    for await (const batch of source.batches()) rows.push(...batch);
  } catch (thrown) {
    failure = thrown instanceof Error ? thrown.message : String(thrown);
  }
  return { header: source.header, encoding: source.encoding, notes: source.notes, rows, failure };
}

test('rows carry their number and the line they begin on, across line breaks in values', async (t) => {
  const { rows } = await read(t, 'a,b\r\n1,"two\r\nlines"\r\n\r\n2,"a ""quoted"" word"\r\n');
  assert.deepEqual(rows, [
    { row: 1, line: 2, cells: ['1', 'two\r\nlines'] },
    { row: 2, line: 5, cells: ['2', 'a "quoted" word'] },
  ]);
});

test('line numbers hold after line breaks of every kind in values and after several empty lines', async (t) => {
  const { rows } = await read(t, 'a,b\r\n1,"x\r\n\r\ny"\r\n2,"x\ny\rz"\r\n\r\n\r\n3,x\r\n');
  assert.deepEqual(
    rows.map(({ line }) => line),
    [2, 5, 10],
  );
});

test('a file put together of parts with different line ends loses no row', async (t) => {
  const { rows, failure } = await read(t, 'a,b\r\n1,2\n3,"4"\r\n5,6\r7,"8"\n');
  assert.deepEqual([rows.map(({ cells }) => cells.join()), failure], [['1,2', '3,4', '5,6', '7,8'], undefined]);
});

test('the line of a broken place counts the empty lines before it', async (t) => {
  assert.match((await read(t, 'a,b\n1,2\n\n\n3,"4" 5\n')).failure ?? '', /^Line 5: something follows a closing quote/);
});

test('a byte-order mark is no part of the first column', async (t) => {
  const { header, encoding } = await read(t, '\uFEFFresponse_id,b\n1,2\n');
  assert.deepEqual([header, encoding], [['response_id', 'b'], 'UTF-8']);
});

test('Windows-1252 bytes are read as what they mean, with a note that says near which line', async (t) => {
  const { rows, encoding, notes } = await read(
    t,
    Buffer.concat([Buffer.from('a,b\n1,plain\n2,caf'), Buffer.from([0xe9, 0x20, 0x80]), Buffer.from('\n')]),
  );
  assert.deepEqual([rows[1]?.cells[1], encoding], ['café €', 'Windows-1252']);
  assert.match(notes[0] ?? '', /near line 3/);
});

test('UTF-8 and UTF-16 texts come through', async (t) => {
  assert.equal((await read(t, 'a\n日本語 – café\n')).rows[0]?.cells[0], '日本語 – café');
  assert.equal((await read(t, Buffer.from('\uFEFFa\ncafé\n', 'utf16le'))).rows[0]?.cells[0], 'café');
});

test('UTF-16 without a byte-order mark is recognised', async (t) => {
  const text = Buffer.from('a,b\n1,2\n', 'utf16le');
  assert.deepEqual((await read(t, text)).header, ['a', 'b']);
  assert.deepEqual((await read(t, text.swap16())).header, ['a', 'b']);
});

test('semicolons and tabs are recognised in the header', async (t) => {
  assert.deepEqual((await read(t, 'a;b;"c,d"\n1;2,5;3\n')).rows[0]?.cells, ['1', '2,5', '3']);
  assert.deepEqual((await read(t, 'a\tb\n1\t2\n')).rows[0]?.cells, ['1', '2']);
});

for (const [what, broken, message] of [
  ['a quote that is never closed', '3,"open\n4,x\n', /^Line 4: a quote is opened in this row and never closed\./],
  ['a quote inside an unquoted value', '3,ab"c"\n4,x\n', /^Line 4: a quote stands in the middle/],
  ['text after a closing quote', '3,"ab"c\n4,x\n', /^Line 4: something follows a closing quote/],
] as const) {
  test(`${what}: the rows before it are given first, then the message with the line`, async (t) => {
    const { rows, failure } = await read(t, `a,b\n1,x\n2,y\n${broken}`);
    assert.deepEqual(
      rows.map(({ cells }) => cells[0]),
      ['1', '2'],
    );
    assert.match(failure ?? '', message);
  });
}

test('a line without end is no row: what stands before it is kept, and memory does not fill', async (t) => {
  const { rows, failure } = await read(t, `a,b\n1,2\n${','.repeat(3_000_000)}\n3,4\n`);
  assert.deepEqual(
    rows.map(({ cells }) => cells),
    [['1', '2']],
  );
  assert.match(failure ?? '', /^Line 3 is longer than 1000000 characters: it is no row of a table\. The rows before it are kept/);
  await assert.rejects(read(t, `${'a,'.repeat(20_000)}\n`), { name: 'SourceError', message: /has 20001 columns; at most 10000/ });
});

test('a file that is not there, a folder and an empty file are refused in words', async (t) => {
  const folder = workFolder(t);
  await assert.rejects(openCsvFile(`${folder.path}/none.csv`), /none\.csv cannot be read: ENOENT/);
  await assert.rejects(openCsvFile(folder.path), /is not a file/);
  await assert.rejects(openCsvFile(folder.write('empty.csv', '')), /is empty: its first line should name the columns/);
});

test('any values written by the rules of CSV are read back', async (t) => {
  const folder = workFolder(t);
  const values = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(values, async (rows) => {
      const quoted = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
      const source = await openCsvFile(folder.write('file.csv', ['a,b', ...quoted, ''].join('\n')));
      const read: (readonly string[])[] = [];
      for await (const batch of source.batches()) read.push(...batch.map(({ cells }) => cells));
      assert.deepEqual(read, rows);
    }),
    { numRuns: 60 },
  );
});
