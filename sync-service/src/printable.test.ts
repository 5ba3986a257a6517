import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printable } from './printable.ts';

test('what a customer wrote cannot steer a terminal', () => {
  assert.equal(printable('\u001b]0;mine\u0007Hi\u009b31m\tשלום 👋\r\n'), '\\u001b]0;mine\\u0007Hi\\u009b31m\tשלום 👋\r\n');
  const json = JSON.stringify({ comment: 'a\u009bb\u007f' });
  assert.deepEqual(JSON.parse(printable(json)), JSON.parse(json));
});
