import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FormulaError } from './compileFormula.ts';
import { compile, evaluate } from './testing/evaluate.ts';

const number = { type: 'double' } as const;
const text = { type: 'string' } as const;

describe('a formula that does not fit', () => {
  const refusals: readonly (readonly [string, string])[] = [
    ['Rating_c * 2', 'Field Rating_c does not exist. Check spelling.'],
    ['$Api.Session_ID', '$Api.Session_ID is not run by local-org'],
    ['SQUARE(2)', 'Unknown function SQUARE. Check spelling.'],
    ['DISTANCE(1, 2, "km")', "Incorrect parameter type for function 'DISTANCE()'. Expected Location, received Number"],
    ['PREDICT(1)', 'Function PREDICT is not run by local-org.'],
    ['URLFOR("x")', 'Function URLFOR may not be used in this type of formula.'],
    ['GEOLOCATION(1, 2)', 'Formula result is data type (Location), which no formula can give.'],
    ["ROUND('1', 2)", "Incorrect parameter type for function 'ROUND()'. Expected Number, received Text"],
    ['IF(TRUE, 1)', "Incorrect number of parameters for function 'IF()'. Expected 3, received 2"],
    ['NOW(1)', "Incorrect number of parameters for function 'NOW()'. Expected 0, received 1"],
    ['CASE(1, 2, 3)', "Incorrect number of parameters for function 'CASE()'. Expected 4, received 3"],
    ['1 & "a"', "Incorrect parameter type for operator '&'. Expected Text, received Number"],
    ['1 = "a"', "Incorrect parameter type for operator '='. Expected Number, received Text"],
    ['TODAY() = NOW()', "Incorrect parameter type for operator '='. Expected Date, received DateTime"],
    ['TODAY() + TODAY()', "Incorrect parameter type for operator '+'. Expected Number, received Date"],
    ['IF(TRUE, 1, "a")', "Incorrect parameter type for function 'IF()'. Expected Number, received Text"],
    ['Status__c = "Open"', 'Field Status__c is a picklist field. Picklist fields are only supported in certain functions.'],
    ['ISCHANGED(1)', "Incorrect parameter type for function 'ISCHANGED()'. Expected Field Reference"],
    ['(1 + 2', "Syntax error. Missing ')'"],
    ['1 + 2)', "Syntax error. Extra ')'"],
    ['1 +', 'Syntax error. Found end of formula'],
    ['1 2', "Syntax error. Extra '2'"],
    ['"open', 'Syntax error. Missing closing quotation mark'],
    ['1 ? 2', "Syntax error. Found '?'"],
    ['/* no end', "Syntax error. Missing '*/'"],
    ['REGEX("a", "(")', "Invalid regular expression '('"],
  ];
  for (const [source, message] of refusals) {
    it(`${source} is refused`, () => {
      assert.throws(
        () => compile(source, { Status__c: { type: 'picklist' } }),
        (error) => error instanceof FormulaError && error.message === message,
      );
    });
  }

  it('names the place of the mistake', () => {
    assert.throws(
      () => compile('1 + Wrong__c'),
      (error) => error instanceof FormulaError && error.position === 4,
    );
  });

  it('is refused when it is longer than the platform allows', () => {
    assert.throws(() => compile(`1${' + 1'.repeat(1000)}`), {
      message: 'Formula is too long (4,001 characters). Maximum length is 3,900 characters.',
    });
  });

  it('may be as long as the platform allows', () => {
    assert.equal(evaluate(`1${'+1'.repeat(1949)}`), 1950);
  });

  it('is refused when its owner needs another type', () => {
    assert.throws(() => compile('1 + 1', {}, { expects: 'text' }), {
      message: 'Formula result is data type (Number), incompatible with expected data type (Text).',
    });
  });

  it('is refused rather than exhausting the stack', () => {
    assert.throws(() => compile('('.repeat(3000)), { message: 'Formula is nested too deeply' });
  });
});

describe('references', () => {
  it('lists each value once, whatever the case it is written in', () => {
    const formula = compile('Rating__c + rating__C * {!Account.Pulse__r.Score__c}', {
      Rating__c: number,
      'Account.Pulse__r.Score__c': number,
    });
    assert.deepEqual(formula.references, [
      { path: ['Rating__c'], prior: false },
      { path: ['Account', 'Pulse__r', 'Score__c'], prior: false },
    ]);
  });

  it('asks for the value before the save where the formula looks back', () => {
    const formula = compile('ISCHANGED(Rating__c)', { Rating__c: number });
    assert.deepEqual(
      formula.references.map((reference) => reference.prior),
      [false, true],
    );
  });

  it('reads flow names as written in flows', () => {
    const fields = { '$Record.Rating__c': { ...number, value: 8 }, myLimit: { ...number, value: 7 } };
    assert.equal(evaluate('{!$Record.Rating__c} >= {!myLimit}', fields), true);
  });
});

describe('operators', () => {
  const results: readonly (readonly [string, unknown])[] = [
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2*3^2', 36],
    ['-2^2', 4],
    ['2^3^2', 64],
    ['10 - 4 - 3', 3],
    ['0.1 + 0.2', 0.3],
    ['7 / 2', 3.5],
    ['1 <> 2 && 1 != 2', true],
    ['1 = 1 || 1/0 = 1', true],
    ['1 == 2', false],
    ['!TRUE', false],
    ['NOT TRUE', false],
    ['NOT(TRUE) || TRUE', true],
    ['"a" & "b" + "c"', 'abc'],
    ["'it\\'s'", "it's"],
    ['"a" < "b"', true],
    ['1 /* one */ + /* two */ 2', 3],
    ['DATE(2026, 3, 1) - DATE(2026, 2, 1)', 28],
    ['DATE(2026, 1, 31) + 1.9', '2026-02-01'],
    ['DATETIMEVALUE("2026-01-01 12:00:00") + 0.5', Date.UTC(2026, 0, 2)],
  ];
  for (const [source, expected] of results) {
    it(`${source} is ${String(expected)}`, () => assert.equal(evaluate(source), expected));
  }
});

describe('blanks', () => {
  it('count as zero when the field says so', () => {
    const fields = { A__c: number, B__c: { ...number, value: 5 } };
    assert.equal(evaluate('A__c + B__c', fields, { blanksAs: 'zero' }), 5);
    assert.equal(evaluate('ISBLANK(A__c)', fields, { blanksAs: 'zero' }), false);
  });

  it('make arithmetic blank when the field says so', () => {
    const fields = { A__c: number, B__c: { ...number, value: 5 } };
    assert.equal(evaluate('A__c + B__c', fields), null);
    assert.equal(evaluate('ISBLANK(A__c)', fields), true);
    assert.equal(evaluate('BLANKVALUE(A__c, 3)', fields), 3);
  });

  it('are equal texts, and count as false', () => {
    assert.equal(evaluate('A__c = ""', { A__c: text }), true);
    assert.equal(evaluate('A__c & "x"', { A__c: text }), 'x');
    assert.equal(evaluate('IF(N__c > 1, "yes", "no")', { N__c: number }), 'no');
    assert.equal(evaluate('N__c > 1', { N__c: number }), false);
  });

  it('are never empty texts', () => {
    assert.equal(evaluate('""'), null);
    assert.equal(evaluate('TRIM("  ")'), null);
  });
});

describe('a run-time error', () => {
  it('gives a blank to whoever does not ask', () => {
    const formula = compile('1 / A__c', { A__c: number });
    assert.equal(formula.evaluate([0], { now: 0, timeZone: 'UTC', isNew: false }), null);
  });

  it('is told apart from a blank by whoever asks', () => {
    assert.throws(() => evaluate('1 / 0'), { name: 'FormulaRunError', message: 'Division by zero' });
  });

  it('does not touch the branch that is not taken', () => {
    assert.equal(evaluate('IF(A__c = 0, 0, 1 / A__c)', { A__c: { ...number, value: 0 } }), 0);
    assert.equal(evaluate('AND(FALSE, 1 / 0 = 1)'), false);
  });
});

describe('the default of a date field', () => {
  it('may be a moment, which is then the day of the user', () => {
    const options = { place: 'default', expects: 'date', now: Date.UTC(2026, 0, 31, 23, 30), timeZone: 'Europe/Copenhagen' } as const;
    assert.equal(evaluate('NOW() /* day */', {}, options), '2026-02-01');
    assert.throws(() => evaluate('NOW()', {}, { ...options, place: 'field' }), /incompatible with expected data type \(Date\)/u);
  });
});

describe('percent and scale', () => {
  it('computes with one hundredth of a percent field and gives back a hundredfold', () => {
    const fields = { Share__c: { type: 'percent', value: 50 } } as const;
    assert.equal(evaluate('Share__c * 3', fields), 1.5);
    assert.equal(evaluate('Share__c * 3', fields, { percent: true }), 150);
  });

  it('rounds half away from zero to the decimals of the field', () => {
    assert.equal(evaluate('2 / 3', {}, { scale: 2 }), 0.67);
    assert.equal(evaluate('-0.125', {}, { scale: 2 }), -0.13);
    assert.equal(evaluate('1.005', {}, { scale: 2 }), 1.01);
  });
});
