import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Authenticity, WebhookRequest } from '../source.ts';
import { openForTest } from './opened.ts';
import type { SourceSubject } from './sourceConformance.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
const body = Buffer.from('{"some": "body", "with": "ünïcode"}');

/** Only what the platform signed is taken, over the bytes as they came. */
export function signatureConformance(name: string, { section, webhook }: SourceSubject): void {
  if (webhook === undefined) return;
  const source = openForTest(section('https://platform.example'));
  const check = (request: WebhookRequest): Authenticity | undefined => source.authenticate?.(request, now);
  const isGenuine = (request: WebhookRequest): boolean => check(request)?.genuine === true;

  test(`${name}: a request with the right signature is genuine, also with the key before`, () => {
    assert.ok(isGenuine(webhook.sign(body, now, 'right')));
    if (webhook.hasPrevious) assert.ok(isGenuine(webhook.sign(body, now, 'previous')));
  });

  test(`${name}: a wrong signature and none are told apart, in the log only`, () => {
    assert.deepEqual(check(webhook.sign(body, now, 'wrong')), { genuine: false, reason: 'wrong signature' });
    const unsigned = { headers: {}, path: '', query: {}, rawBody: Buffer.from('{}') };
    assert.deepEqual(check(unsigned), { genuine: false, reason: 'no signature' });
  });

  test(`${name}: signatures of any form refuse and never throw`, () => {
    const signed = webhook.sign(body, now, 'right');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (garbage) => {
        const headers = Object.fromEntries(Object.keys(signed.headers).map((header) => [header, garbage]));
        const path = signed.path === '' ? '' : garbage;
        fc.pre(path !== signed.path || signed.path === '');
        const rawBody = webhook.covers.includes('body') && Object.keys(headers).length === 0 ? Buffer.from(garbage) : signed.rawBody;
        assert.equal(isGenuine({ headers, path, query: {}, rawBody }), false);
      }),
      { numRuns: 30 },
    );
  });

  if (webhook.covers.includes('body')) {
    test(`${name}: any changed byte of the body is noticed`, () => {
      const { rawBody, ...signed } = webhook.sign(body, now, 'right');
      const { meaning = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1') } = webhook;
      fc.assert(
        fc.property(fc.nat(rawBody.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
          const changed = Buffer.from(rawBody);
          changed[place] = (changed[place] ?? 0) ^ change;
          // A form says the same with %2C as with %2c: only what it says is signed.
          fc.pre(meaning(changed) !== meaning(rawBody));
          assert.equal(isGenuine({ ...signed, rawBody: changed }), false);
        }),
      );
    });
  }

  if (webhook.covers.includes('time')) {
    test(`${name}: a signature is good for five minutes, in either direction`, () => {
      assert.deepEqual(check(webhook.sign(body, minutes(-5.1), 'right')), { genuine: false, reason: 'too old' });
      assert.deepEqual(check(webhook.sign(body, minutes(5.1), 'right')), { genuine: false, reason: 'too old' });
      assert.ok(isGenuine(webhook.sign(body, minutes(-4.9), 'right')));
    });
  }
}
