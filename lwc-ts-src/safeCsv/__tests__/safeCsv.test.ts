import fc from 'fast-check';
import { csvDelimiter, csvText, fileName, offerFile } from 'c/safeCsv';

/** An independent reader of CSV, as a spreadsheet that splits at a character does it. */
function readCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    rows.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === delimiter) end();
    else if (character === '\n') {
      end();
      rows.push([]);
    } else if (character !== '\r') cell += character;
  }
  return rows.slice(0, -1);
}

/** A sign with something to reckon behind it; a spreadsheet takes a lone one for text. */
const FORMULA = /^[\t\r]*[=+\-@][^\s"]/u;

describe('a safe CSV file', () => {
  it('begins with a byte order mark and ends each line as spreadsheets expect', () => {
    expect(csvText(['Rating', 'Comment'], [[9, 'Fine']], ',')).toBe('\uFEFF"Rating","Comment"\r\n9,"Fine"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\n=1', '\uFF1D1+1'])('makes text of %j', (text) => {
    expect(csvText([], [[text]], ',')).toMatch(/^\uFEFF\r\n"'/u);
  });

  it('keeps what a customer wrote where it is harmless', () => {
    const text = 'It cost 100,- and was "late";\nnever again';
    expect(readCsv(csvText([], [[text]], ','), ',').at(-1)).toEqual([text]);
  });

  it('keeps numbers as numbers, and blank cells blank', () => {
    expect(csvText([], [[-1, null, 0]], ';')).toContain('-1;;0');
  });

  it('gives back every text but for the marks against formulas', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const read = readCsv(csvText(['a'], rows, ',').slice(1), ',').slice(1);
        return rows.every((row, index) =>
          row.every((text, column) => (read[index]?.[column] ?? '').replaceAll(/['\s]/gu, '') === text.replaceAll(/['\s\0]/gu, '')),
        );
      }),
    );
  });

  it('never gives a cell that a spreadsheet takes for a formula, whichever separator it uses', () => {
    const nasty = fc.stringMatching(/^[=+\-@,;"'\t\r\n a1]{0,12}$/u);
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty), { minLength: 1, maxLength: 4 }), fc.constantFrom(',', ';', '\t'), (rows, other) =>
        readCsv(csvText(['a', 'b'], rows, ',').slice(1), other)
          .flat()
          .every((cell) => !FORMULA.test(cell)),
      ),
    );
  });

  it.each([
    ['en-US', ','],
    ['da-DK', ';'],
    ['de-DE', ';'],
    ['ja-JP', ','],
  ])('divides by the character that %s expects', (locale, delimiter) => {
    expect(csvDelimiter(locale)).toBe(delimiter);
  });

  it('has a name that every file system takes', () => {
    expect(fileName('Answers: <all>', '2026-11-22')).toBe('Answers-all-2026-11-22.csv');
  });

  it('is handed over by a link, and forgotten', () => {
    const made: Blob[] = [];
    const revoked: string[] = [];
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${String(made.push(blob))}`,
      revokeObjectURL: (url: string) => revoked.push(url),
    });
    const link = document.createElement('a');
    const clicked = jest.spyOn(link, 'click').mockImplementation();
    const forget = offerFile(link, 'answers.csv', 'x');
    expect([link.download, link.href, clicked.mock.calls.length, made[0]?.type]).toEqual([
      'answers.csv',
      'blob:1',
      1,
      'application/octet-stream',
    ]);
    forget();
    expect(revoked).toEqual(['blob:1']);
  });
});
