import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalisePhone, phonePattern } from './phone.ts';

test('given one number in many ways of writing, when it is normalised, then it is one', () => {
  for (const text of ['+31 6 1234 5678', '0031612345678', '06-12345678', '+31(0)612345678', ' 06 1234 5678 ', 'tel:+31612345678'])
    assert.equal(normalisePhone(text, 'NL'), '+31612345678', text);
  assert.equal(normalisePhone('(415) 555-2671', 'US'), '+14155552671');
});

test('given a number without a country, or no number, when it is normalised, then it is none', () => {
  assert.deepEqual(
    ['06-12345678', 'call me', '', '12', null, undefined].map((text) => normalisePhone(text)),
    Array(6).fill(undefined),
  );
  assert.equal(normalisePhone('06-12345678', 'XX'), undefined, 'a country that does not exist');
});

test('given a number, when it is looked for in any way of writing, then each meets its pattern', () => {
  const pattern = phonePattern('+31612345678');
  assert.equal(pattern, '%6%1%2%3%4%5%6%7%8%');
  const likes = new RegExp(`^${pattern.replaceAll('%', '.*')}$`);
  for (const text of ['+31 6 1234 5678', '06-12345678', '(06) 123.456.78']) assert.match(text, likes);
});
