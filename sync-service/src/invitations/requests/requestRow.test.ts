import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findColumns } from './columns.ts';
import { requestRow } from './requestRow.ts';

test('given the export of a report, when its columns are looked for, then their labels are understood', () => {
  const { columns, unused } = findColumns(['Contact ID', 'Full Name', 'E-Mail Address', 'Case ID', 'Survey Key', 'Delay Hours']);
  assert.deepEqual(Object.fromEntries(columns), { contact_id: 0, email: 2, related_record_id: 3, survey: 4, delay_hours: 5 });
  assert.deepEqual(unused, ['Full Name']);
});

test('given columns with names of their own, when they are named, then those are used', () => {
  const { columns } = findColumns(['Kunde', 'Fall', 'Case ID'], { contact_id: 'kunde', related_record_id: 'Fall' });
  assert.deepEqual(Object.fromEntries(columns), { contact_id: 0, related_record_id: 1 });
  assert.throws(() => findColumns(['Kunde'], { contact_id: 'Kunden' }), /no column "Kunden" \(for contact_id\)\. Its columns are: Kunde/);
});

test('given a file that says nobody, or one thing twice, when its columns are looked for, then it is refused with what to do', () => {
  assert.throws(() => findColumns(['Name', 'Phone']), /No column says who is to be asked.*--column contact_id/);
  assert.throws(
    () => findColumns(['Email', 'Case ID', 'Opportunity ID']),
    /"Case ID" and "Opportunity ID" could both be the field related_record_id/,
  );
});

test('given rows, when they are read, then each is a request or every reason why not, without its values', () => {
  const { columns } = findColumns(['contact_id', 'lead_id', 'email', 'survey', 'related_record_id', 'delay_hours', 'language']);
  const row = (...cells: string[]): unknown => requestRow(cells, columns, undefined);
  assert.deepEqual(row('003Lo0000000001', '', ' jane@example.com ', 'case-closed', '500Lo0000000001IAA', '1,5', 'da'), {
    request: {
      contactId: '003Lo0000000001IAA',
      email: 'jane@example.com',
      surveyKey: 'case-closed',
      relatedRecordId: '500Lo0000000001IAA',
      delayHours: 1.5,
      language: 'da',
    },
  });
  assert.deepEqual(row('001Lo0000000001IAA', 'x', '', '', '?', 'soon', ''), {
    problems: [
      'contact_id is no id of a contact (15 or 18 letters and digits, from 003)',
      'lead_id is no id of a lead (15 or 18 letters and digits, from 00Q)',
      'related_record_id is no id of a record (15 or 18 letters and digits)',
      'names no survey: fill the column survey, or name one for the whole file with --survey',
      'delay_hours must be a number of hours from 0 to 8760',
    ],
  });
  assert.deepEqual(requestRow(['', '', '', '', '', '', ''], columns, 'nps'), {
    problems: ['names nobody: contact_id, lead_id and email are blank'],
  });
  assert.deepEqual(requestRow(['', '', 'a@example.com', '', '', '', ''], columns, 'a05Lo0000000001IAA'), {
    request: { email: 'a@example.com', surveyId: 'a05Lo0000000001IAA' },
  });
});
