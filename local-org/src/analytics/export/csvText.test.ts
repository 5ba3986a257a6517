import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csvText, sheetCell, type SheetCell } from './csvText.ts';

/** A reader of RFC 4180, written for the test alone. */
function parse(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let place = 0; place < csv.length; place += 1) {
    const character = csv.charAt(place);
    if (quoted && character === '"' && csv.charAt(place + 1) === '"') {
      cell += '"';
      place += 1;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (!quoted && character === '\r' && csv.charAt(place + 1) === '\n') {
      rows.at(-1)?.push(cell);
      rows.push([]);
      cell = '';
      place += 1;
    } else cell += character;
  }
  return rows.slice(0, -1);
}

function read(cells: readonly SheetCell[]): readonly string[] {
  return parse(csvText([cells]).slice(1))[0] ?? [];
}

describe('csvText', () => {
  it('given any texts, when the file is read, then they are there, at most behind an apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (texts) => {
        const back = read(texts.map((text) => ({ text })));
        assert.equal(back.length, texts.length);
        for (const [place, text] of texts.entries()) assert.ok(back[place] === text || back[place] === `'${text}`);
      }),
    );
  });

  it('given texts that spreadsheets run as formulas, when the file is read, then none begins like one', () => {
    const formulas = ['=1+1', '+49 30 1', '-2+3', '@SUM(A1)', '\t=1', ' =HYPERLINK("http://x")', '\r=1'];
    for (const text of formulas) assert.equal(read([{ text }])[0], `'${text}`);
  });

  it('given negative numbers, when they are written, then they stay numbers', () => {
    assert.deepEqual(read([{ text: '-12.5', isNumber: true }]), ['-12.5']);
  });

  it('begins with a byte order mark, so that spreadsheets read it as UTF-8', () => {
    assert.equal(csvText([]).codePointAt(0), 0xfeff);
  });
});

describe('sheetCell', () => {
  it('writes numbers plain, blanks empty and the rest as people read it', () => {
    assert.deepEqual(sheetCell('double', 0.1 + 0.2, '0.30'), { text: '0.3', isNumber: true });
    assert.deepEqual(sheetCell('string', null, '-'), { text: '' });
    assert.deepEqual(sheetCell('date', '2026-01-31', '1/31/2026'), { text: '1/31/2026' });
  });
});
