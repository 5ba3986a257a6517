import assert from 'node:assert/strict';
import { test } from 'node:test';
import { columnFinder, noteOnUnused, refuseRepeatedColumns } from './columns.ts';

function refusal(header: readonly string[], column = 'response_id', field = column): string {
  try {
    columnFinder(header)(column, field);
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : '';
  }
  return '';
}

test('a missing column: the message names it, what is there, and what to do', () => {
  const message = refusal(['id', 'when'], 'Antwort', 'comment');
  assert.match(message, /no column "Antwort" \(for comment\)\. Its columns are: id, when\. .*--mapping/);
});

test('a first line that holds an answer is not repeated: it is a customer’s words and address', () => {
  const message = refusal(['x1', '2022-09-01', '7', 'My private complaint', 'joe@example.com']);
  assert.match(message, /first line does not look like the names of columns/);
  assert.doesNotMatch(message, /complaint|joe/);
});

test('a file that is no text is said to be none, without printing its bytes', () => {
  const message = refusal(['PK\u0003\u0004\u0014\u0000', '\u001b[31m']);
  assert.match(message, /does not look like a CSV text/);
  assert.doesNotMatch(message, /\p{Cc}/u);
});

test('long texts and very many columns are described, not listed', () => {
  const message = refusal(['x'.repeat(61), ...Array.from({ length: 50 }, (_, index) => `c${index}`)]);
  assert.match(message, /\(a text of 61 characters\), c0, .* and 11 more\./);
});

test('two columns of one name are refused', () => {
  assert.throws(() => refuseRepeatedColumns(['a', 'b', 'a']), /two columns called "a"/);
});

test('columns that are left out of a canonical file are named', () => {
  assert.deepEqual(noteOnUnused(['Response_ID', 'ratng', ''], ['response_id', 'responded_at']), [
    'Not used, because their names are none that are known: ratng.',
  ]);
  assert.deepEqual(noteOnUnused(['response_id'], ['response_id']), []);
});
