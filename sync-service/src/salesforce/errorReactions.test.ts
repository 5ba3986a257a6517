import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import { pauseBefore, retryAfter } from './backoff.ts';
import { listedReaction, reactionTo, reactionToRequest, reactionToStatus } from './errorReactions.ts';
import { withoutAddresses } from './errors.ts';
import { reactionTable } from './reactionTable.ts';

/** The codes of an enumeration of the partner WSDL, as Salesforce's own package of types has them. */
function codesOfWsdl(name: 'StatusCode' | 'ExceptionCode'): string[] {
  const types = createRequire(import.meta.url).resolve('@salesforce/types/partner');
  const text = readFileSync(types.replace(/\.js$/, '.d.ts'), 'utf8');
  const [, values = ''] = new RegExp(`type ${name} = ([^;]+);`).exec(text) ?? [];
  return [...values.matchAll(/'(\w+)'/g)].map(([, code = '']) => code);
}

test("every status code of the WSDL's list has a reaction of its own or of its family", () => {
  const codes = codesOfWsdl('StatusCode');
  assert.ok(codes.length > 600, `${codes.length} codes`);
  fc.assert(
    fc.property(fc.constantFrom(...codes), (code) => {
      assert.notEqual(listedReaction(code), undefined, `${code} is not in the table`);
    }),
    { numRuns: codes.length * 3 },
  );
  assert.deepEqual(
    codes.filter((code) => listedReaction(code) === undefined),
    [],
  );
});

test('every code of a refused request has a reaction by itself or by its status', () => {
  for (const code of codesOfWsdl('ExceptionCode')) {
    for (const status of [401, 403, 404, 429, 500, 503])
      assert.notEqual(reactionToRequest(status, code, ''), 'unknown', `${code} ${status}`);
  }
});

test('no code stands in two rows of the table', () => {
  const all = reactionTable.flatMap(([, codes]) => codes.trim().split(/\s+/));
  assert.deepEqual(
    all.filter((code, index) => all.indexOf(code) !== index),
    [],
  );
});

test('each kind of refusal has its reaction', () => {
  const expected = {
    UNABLE_TO_LOCK_ROW: 'retry smaller',
    SERVER_UNAVAILABLE: 'retry',
    REQUEST_LIMIT_EXCEEDED: 'pause',
    TXN_SECURITY_METERING_ERROR: 'pause',
    INVALID_SESSION_ID: 'log in',
    EXCEEDED_ID_LIMIT: 'bisect',
    INVALID_FIELD: 'park',
    INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: 'park',
    ENTITY_IS_DELETED: 'match again',
    STRING_TOO_LONG: 'dead letter',
    CART_NOT_FOUND: 'unknown',
    SOMETHING_NEW: 'unknown',
  };
  assert.deepEqual(Object.fromEntries(Object.keys(expected).map((code) => [code, reactionTo(code, '')])), expected);
});

test('a missing parent, and a failing flow, are told by the message', () => {
  assert.equal(
    reactionTo('INVALID_FIELD', 'Foreign key external ID: x not found for field Key__c in entity ContactPulse__c'),
    'create parent',
  );
  assert.equal(
    reactionTo('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'UNABLE_TO_LOCK_ROW, unable to obtain exclusive access'),
    'retry smaller',
  );
  assert.equal(reactionTo('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'Apex CPU time limit exceeded'), 'bisect');
  assert.equal(reactionTo('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'a trigger says no'), 'dead letter');
});

test('HTTP statuses without a code have theirs; a 401 is about the session whatever its code', () => {
  assert.deepEqual([401, 403, 404, 408, 413, 420, 429, 500, 503, 400].map(reactionToStatus), [
    'log in',
    'park',
    'park',
    'retry',
    'bisect',
    'retry',
    'retry',
    'retry',
    'retry',
    'unknown',
  ]);
  assert.equal(reactionToRequest(401, 'INVALID_LOGIN', ''), 'log in');
  assert.equal(reactionToRequest(503, 'ERROR_HTTP_503', ''), 'retry');
  assert.equal(reactionToRequest(403, 'REQUEST_LIMIT_EXCEEDED', ''), 'pause');
});

test('pauses double, are jittered, have an end, and are never shorter than the org asks', () => {
  const policy = { baseMs: 100, longestMs: 1_000, attempts: 9 };
  assert.deepEqual(
    [1, 2, 3, 9].map((attempt) => pauseBefore(attempt, policy, () => 1)),
    [100, 200, 400, 1_000],
  );
  assert.equal(
    pauseBefore(1, policy, () => 0),
    50,
  );
  assert.equal(
    pauseBefore(1, policy, () => 0, 7_000),
    7_000,
  );
  const now = Date.parse('2024-01-01T00:00:00Z');
  assert.deepEqual(
    [undefined, '3', 'Mon, 01 Jan 2024 00:00:05 GMT', 'soon'].map((header) => retryAfter(header, now)),
    [0, 3_000, 5_000, 0],
  );
});

test('an address in a message of Salesforce is masked', () => {
  assert.equal(withoutAddresses('Owner ann@example.com is inactive'), 'Owner (e-mail address) is inactive');
});

test('a refused value that Salesforce repeats is only described, unless it is short and plain', () => {
  const comment = 'You are thieves (max length=3), call 070-123 45 67\nor write to ann@example.com!';
  assert.equal(
    withoutAddresses(`Plan: data value too large: ${comment} (max length=20)`),
    `Plan: data value too large: (a text of ${comment.length} characters) (max length=20)`,
  );
  assert.equal(
    withoutAddresses('Email: invalid email address: ann@example.com.'),
    'Email: invalid email address: (a text of 16 characters)',
  );
  assert.equal(
    withoutAddresses('Plan: bad value for restricted picklist field: gold'),
    'Plan: bad value for restricted picklist field: "gold"',
  );
});
