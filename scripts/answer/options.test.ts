import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAnswer } from './options';

test('given a rating alone, somebody of the demo answers about its service', () => {
  assert.deepEqual(readAnswer(['--rating', '0'], '/here'), {
    rating: 0,
    comment: undefined,
    contact: undefined,
    survey: 'after-service',
    dataFolder: '/here/.customer-pulse',
    serviceUrl: 'http://127.0.0.1:8081',
  });
});

for (const rating of ['11', '-1', '5.5', '', 'ten']) {
  test(`given the rating '${rating}', it is refused`, () => {
    assert.throws(() => readAnswer([`--rating=${rating}`], '/here'), { message: /--rating must be a whole number from 0 to 10/u });
  });
}
