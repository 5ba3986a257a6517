import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateFromWire, datetimeFromWire, datetimeToWire, timeFromWire, timeToWire } from './moments.ts';

describe('dates and times on the wire', () => {
  it('are read in each form that clients send', () => {
    const moment = Date.UTC(2022, 0, 1, 12, 30);
    for (const text of [
      '2022-01-01T12:30:00Z',
      '2022-01-01T12:30:00.000Z',
      '2022-01-01T12:30:00.999+0000',
      '2022-01-01T13:30:00+01:00',
      '2022-01-01T12:30Z',
      '2022-01-01T12:30:00',
    ]) {
      assert.equal(datetimeFromWire(text), moment, text);
    }
    assert.equal(datetimeFromWire('2022-01-01'), Date.UTC(2022, 0, 1));
    assert.equal(dateFromWire('2024-02-29'), '2024-02-29');
    assert.equal(dateFromWire('2022-01-01T23:30:00-0200'), '2022-01-02');
    assert.equal(timeFromWire('10:30:00.500Z'), ((10 * 60 + 30) * 60 + 0.5) * 1000);
  });

  it('are refused when there is no such day or hour', () => {
    for (const text of ['2022-02-29', '2022-13-01', '2022-02-30T10:00:00Z', '01/02/2022', '2022-01-01 10:00:00', '', 'x']) {
      assert.equal(datetimeFromWire(text), undefined, text);
      assert.equal(dateFromWire(text), undefined, text);
    }
    assert.equal(timeFromWire('25:00'), undefined);
  });

  it('are written in one form', () => {
    assert.equal(datetimeToWire(Date.UTC(2022, 0, 1, 12, 30)), '2022-01-01T12:30:00.000+0000');
    assert.equal(timeToWire(37_800_000), '10:30:00.000Z');
  });
});
