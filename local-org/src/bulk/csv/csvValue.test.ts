import assert from 'node:assert/strict';
import { it } from 'node:test';
import { csvValue, javaDouble } from './csvValue.ts';

it('decimals are written as Java writes a double', () => {
  const written = {
    0: '0.0',
    1: '1.0',
    100: '100.0',
    '-2.5': '-2.5',
    0.001: '0.001',
    0.0001: '1.0E-4',
    9999999: '9999999.0',
    1e7: '1.0E7',
    139000000: '1.39E8',
  };
  for (const [number, text] of Object.entries(written)) assert.equal(javaDouble(Number(number)), text);
});

it('values are written as Bulk API writes them', () => {
  const moment = Date.UTC(2026, 1, 28, 8, 30);
  assert.deepEqual(
    [
      csvValue('datetime', moment),
      csvValue('date', '2026-02-28'),
      csvValue('time', 3_600_000),
      csvValue('boolean', true),
      csvValue('int', 20_000_000),
      csvValue('currency', 5),
      csvValue('string', null),
    ],
    ['2026-02-28T08:30:00.000Z', '2026-02-28', '01:00:00.000Z', 'true', '20000000', '5.0', ''],
  );
});
