import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportSummary } from './importSummary.ts';
import { summaryText } from './summaryText.ts';

const nothing: ImportSummary = {
  ...{ file: 'a.csv', encoding: 'UTF-8', dryRun: false, seconds: 1, notes: [] },
  ...{ read: 0, accepted: 0, noRating: 0, rejected: 0, rejectedRows: [], repeated: 0 },
  ...{ created: 0, updated: 0, unchanged: 0, deadLetters: 0, parked: 0, refusals: [], waiting: 0, apiCalls: 0 },
};

test('a file without rows is said to be one', () => {
  assert.match(summaryText(nothing), /The file has no rows below its header/);
});

test('a second run says that nothing changed; a run that changed something does not', () => {
  const second = { ...nothing, read: 2, accepted: 2, unchanged: 2 };
  assert.match(summaryText(second), /Nothing changed: Salesforce has all of these answers already\.$/);
  assert.doesNotMatch(summaryText({ ...second, unchanged: 1, updated: 1 }), /Nothing changed/);
});

test('rejected rows are listed with row, line and reason, and counted where they are too many to list', () => {
  const rejectedRows = Array.from({ length: 20 }, (_, index) => ({ row: index + 1, line: index + 2, responseId: '', reason: 'why' }));
  const text = summaryText({ ...nothing, read: 30, rejected: 30, rejectedRows, rejectedFile: 'a.csv.rejected.csv' });
  assert.match(text, /rejected {4}30 rows, listed in a\.csv\.rejected\.csv\n {4}row 1 \(line 2\): why\n/);
  assert.match(text, /row 20 .*\n {4}and 10 more/);
});
