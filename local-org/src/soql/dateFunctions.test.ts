import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { plainDateSql } from './dateFunctions.ts';

const parts: Readonly<Record<string, (moment: DateTime) => number | string | null>> = {
  CALENDAR_MONTH: (moment) => moment.month,
  CALENDAR_QUARTER: (moment) => moment.quarter,
  CALENDAR_YEAR: (moment) => moment.year,
  DAY_IN_MONTH: (moment) => moment.day,
  DAY_IN_YEAR: (moment) => moment.ordinal,
  DAY_ONLY: (moment) => moment.toISODate(),
  HOUR_IN_DAY: (moment) => moment.hour,
};

describe('date functions as plain SQL', () => {
  const database = new DatabaseSync(':memory:');
  const moments = fc.integer({ min: Date.UTC(1700, 0, 1), max: Date.UTC(3999, 11, 31) });

  for (const [name, part] of Object.entries(parts)) {
    it(`${name} tells the same as a calendar, of moments and of days`, () => {
      const ofMoment = database.prepare(`SELECT ${plainDateSql(name, '?', 'datetime') ?? ''} AS part`);
      const ofDay = name === 'HOUR_IN_DAY' ? undefined : database.prepare(`SELECT ${plainDateSql(name, '?', 'date') ?? ''} AS part`);
      fc.assert(
        fc.property(moments, (moment) => {
          const day = DateTime.fromMillis(moment, { zone: 'utc' });
          assert.equal(ofMoment.get(moment)?.['part'], part(day));
          if (ofDay !== undefined) assert.equal(ofDay.get(day.toISODate())?.['part'], part(day.startOf('day')));
        }),
      );
    });

    it(`${name} of nothing is nothing`, () => {
      assert.equal(database.prepare(`SELECT ${plainDateSql(name, '?', 'datetime') ?? ''} AS part`).get(null)?.['part'], null);
    });
  }

  it('leaves weeks and fiscal years to the calendar', () => {
    assert.equal(plainDateSql('WEEK_IN_YEAR', 'x', 'date'), undefined);
  });
});
