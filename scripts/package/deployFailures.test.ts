import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deployFailures } from './deployFailures';

test('given refused components, each is told with its file, line and reason', () => {
  const answer = {
    status: 1,
    result: { details: { componentFailures: [{ fileName: 'flows/A.flow', lineNumber: '12', problem: 'There is no field B__c.' }] } },
  };
  assert.deepEqual(deployFailures(answer), ['flows/A.flow:12: There is no field B__c.']);
});

test('given a command that never got that far, its own message is told', () => {
  assert.deepEqual(deployFailures({ status: 1, message: 'No authorization information found for pulse.' }), [
    'No authorization information found for pulse.',
  ]);
});
