import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkbox, decimal, picklist, text } from '../schema/fields.ts';
import type { Field, FieldValue } from '../schema/types.ts';
import { rollupFilter } from './rollupFilter.ts';

const status = picklist('Status__c', 'Status', ['Accepted', 'Excluded']);
const flag = decimal('InWindow__c', 'In Window', 1, 0);
const note = text('Note__c', 'Note', 80);

const cases: readonly (readonly [Field, string, string, FieldValue, boolean])[] = [
  [status, 'equals', 'Accepted', 'Accepted', true],
  [status, 'equals', 'Accepted, Excluded', 'excluded', true],
  [status, 'equals', 'Accepted', null, false],
  [status, 'equals', '', null, true],
  [status, 'notEqual', 'Accepted', null, true],
  [flag, 'equals', '1', 1, true],
  [flag, 'equals', '1', 0, false],
  [flag, 'greaterThan', '0', 1, true],
  [flag, 'lessOrEqual', '0', null, false],
  [checkbox('Done__c', 'Done'), 'equals', 'True', true, true],
  [checkbox('Done__c', 'Done'), 'equals', 'False', true, false],
  [note, 'startsWith', 'dear', 'Dear all', true],
  [note, 'contains', 'all', 'Dear all', true],
  [note, 'notContain', 'all', 'Dear all', false],
];

describe('the filter of a roll-up', () => {
  for (const [field, operation, value, given, expected] of cases) {
    it(`${field.name} ${operation} '${value}' is ${String(expected)} for ${String(given)}`, () => {
      assert.equal(rollupFilter(field, { field: field.name, operation, value })(given), expected);
    });
  }

  it('refuses an operation that the platform does not have', () => {
    assert.throws(() => rollupFilter(note, { field: note.name, operation: 'sounds', value: 'x' }), /sounds/u);
  });
});
