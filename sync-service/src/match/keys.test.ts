import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { recordId } from '../salesforce/recordId.ts';
import { queriesByValue, soqlText } from '../salesforce/soql.ts';
import { normaliseEmail } from './email.ts';
import {
  accountKey,
  anonymousKey,
  anonymousPrefix,
  contactKey,
  emailKey,
  reasonKey,
  respondentKey,
  sourceKey,
  sourceShards,
} from './keys.ts';

test('keys have the forms of the data model', () => {
  assert.equal(accountKey('001000000000001AAA'), 'A:001000000000001AAA');
  assert.equal(contactKey('003000000000001AAA', '001000000000001AAA'), 'C:003000000000001AAA:001000000000001AAA');
  assert.equal(contactKey('003000000000001AAA', undefined), 'C:003000000000001AAA:');
  assert.equal(emailKey('a@example.com'), 'E:08168cd80dfd534ab0f10af10f1303fe00af2d43ab5c1432360d137f8197e17a');
  assert.equal(respondentKey('typeform', 'x'), 'R:typeform:x');
  assert.equal(anonymousKey(anonymousPrefix('typeform', '2024-03-31T23:00:00.000Z'), 2), 'X:typeform:202403:2');
  assert.match(sourceKey('typeform', 'R:typeform:x'), /^S:typeform:\d+$/);
});

test('respondents without an account spread evenly over the shards of their source, always the same way', () => {
  const counts = new Map<string, number>();
  for (let person = 0; person < 32_000; person++) {
    const key = sourceKey('s', `R:s:${person}`);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  assert.equal(counts.size, sourceShards);
  assert.ok(Math.max(...counts.values()) < 1_200);
});

test("a reason's key always fits, and differs for different answers and reasons", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 255 }), fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (response, one, other) => {
      assert.ok(reasonKey(response, one).length <= 255);
      assert.equal(reasonKey(response, one) === reasonKey(response, other), one === other);
    }),
  );
});

test('an e-mail address has one normal form, and what is none has no form', () => {
  for (const text of ['Ann.Lee@Example.COM', ' ann.lee@example.com ', 'Ann Lee <ann.lee@example.com>', 'mailto:ann.lee@example.com']) {
    assert.equal(normaliseEmail(text), 'ann.lee@example.com');
  }
  assert.deepEqual(['', 'ann', 'ann@', 'a b@example.com', 'ann@example', null, undefined].map(normaliseEmail), Array(7).fill(undefined));
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      assert.equal(normaliseEmail(address.toUpperCase()), normaliseEmail(address));
    }),
  );
});

test('ids of 15 characters get the three that tell capitals apart; what is no id of the object is none', () => {
  assert.equal(recordId('0013000000Gqv1w', '001'), '0013000000Gqv1wAAB');
  assert.equal(recordId(' 0013000000Gqv1wAAB ', '001'), '0013000000Gqv1wAAB');
  assert.deepEqual(
    ['0033000000Gqv1w', '001', "001' OR Id != '", null].map((text) => recordId(text, '001')),
    Array(4).fill(undefined),
  );
});

test('a value in a query is only ever a value', () => {
  assert.equal(soqlText("o'neil\\"), "'o\\'neil\\\\'");
  assert.deepEqual(queriesByValue('SELECT Id FROM Contact', 'Email', ["x'); DELETE"]), [
    "SELECT Id FROM Contact WHERE Email IN ('x\\'); DELETE')",
  ]);
  assert.deepEqual(queriesByValue('SELECT Id FROM Contact', 'Email', []), []);
  const many = queriesByValue(
    'SELECT Id FROM Contact',
    'Email',
    Array.from({ length: 2_000 }, (_, person) => `person${person}@example.com`),
  );
  assert.ok(many.length > 1 && many.every((query) => encodeURIComponent(query).length < 12_000));
});
