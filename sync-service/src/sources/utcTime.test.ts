import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utcTime } from './utcTime.ts';

test('a time without an offset is UTC wherever the service runs', (t) => {
  const zone = process.env['TZ'];
  t.after(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  const expected = Date.parse('2025-11-22T20:00:00Z');
  for (const place of ['America/Los_Angeles', 'Pacific/Auckland', 'UTC']) {
    process.env['TZ'] = place;
    for (const text of ['2025-11-22T20:00:00', '2025-11-22 20:00', '2025-11-22T20:00:00.000Z', '2025-11-22T21:00:00+01:00'])
      assert.equal(utcTime(text), expected, `${text} at ${place}`);
    assert.equal(utcTime('2025-11-22'), Date.parse('2025-11-22T00:00:00Z'));
    assert.ok([undefined, '', 'soon'].every((text) => Number.isNaN(utcTime(text))));
  }
});
