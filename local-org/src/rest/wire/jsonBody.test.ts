import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SalesforceError } from '../../errors.ts';
import { JsonValueError, parseJson } from './jsonBody.ts';
import { scanJson } from './jsonScanner.ts';

function messageOf(text: string): string {
  try {
    parseJson(text);
  } catch (error) {
    assert.ok(error instanceof SalesforceError);
    return error.message;
  }
  return 'parsed';
}

describe('a body that is no JSON', () => {
  it('is told what is wrong, and where', () => {
    assert.deepEqual(
      ['{"Name": ', '{"Name" "x"}', '{Name: 1}', '{"a": 1\n "b": 2}', '[1, tru]', '{"a": "x', '"\u0001"', '{} {}', ''].map(messageOf),
      [
        "Unexpected end-of-input: expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:10]",
        `Unexpected character ('"' (code 34)): was expecting a colon to separate field name and value at [line:1, column:9]`,
        "Unexpected character ('N' (code 78)): was expecting double-quote to start field name at [line:1, column:2]",
        `Unexpected character ('"' (code 34)): was expecting comma to separate OBJECT entries at [line:2, column:2]`,
        "Unrecognized token 'tru': was expecting 'null', 'true', 'false' or NaN at [line:1, column:5]",
        'Unexpected end-of-input in VALUE_STRING at [line:1, column:9]',
        'Illegal unquoted character ((CTRL-CHAR, code 1)): has to be escaped using backslash to be included in string value at [line:1, column:2]',
        "Unexpected character ('{' (code 123)): was expecting end of input at [line:1, column:4]",
        "Unexpected end-of-input: expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:1]",
      ],
    );
  });

  it('is one for the scanner and for JSON.parse alike', () => {
    const parts = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      ':',
      ',',
      '1',
      '-0.5e3',
      '01',
      'true',
      'nul',
      ' ',
      '\n',
      '"\\u00e9"',
      '"\\x"',
      '"',
    );
    const almostJson = fc.oneof(
      fc.array(parts, { maxLength: 12 }).map((list) => list.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(almostJson, (text) => {
        assert.equal(
          isFine(() => scanJson(text)),
          isFine(() => JSON.parse(text)),
          text,
        );
      }),
      { numRuns: 2000 },
    );
  });

  function isFine(work: () => unknown): boolean {
    try {
      work();
      return true;
    } catch {
      return false;
    }
  }
});

describe('a value of the wrong type', () => {
  it('is told where it stands', () => {
    const text = '{\n  "records": [{"Amount__c": "1"},\n {"Amount__c": "abc"}]}';
    const error = new JsonValueError('double', 'Amount__c', 'abc').located(text);
    assert.equal(
      error.message,
      'Cannot deserialize instance of double from VALUE_STRING value abc or request may be missing a required field at [line:3, column:16]',
    );
  });
});
