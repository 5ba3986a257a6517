import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { FieldValues } from '../schema/types.ts';
import { NOW, reportOf, ShopReports, valuesAt } from './testing/shopReports.ts';
import type { DateGranularity, ReportDefinition, ReportGroup } from './types.ts';

const DAY = 86_400_000;

interface Answer extends FieldValues {
  readonly Rating__c: number | null;
  readonly Rated__c: number;
  readonly Promoter__c: number;
  readonly Detractor__c: number;
  readonly At__c: number;
  readonly Channel__c: string | null;
  readonly City__c: string | null;
}

/** Ratings that are missing, and moments round months, years and changes of clocks. */
const answers: fc.Arbitrary<readonly Answer[]> = fc.array(
  fc
    .record({
      rating: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 4 }),
      at: fc.oneof(
        fc.integer({ min: NOW - 900 * DAY, max: NOW + 100 * DAY }),
        fc
          .constantFrom('2025-03-30T00:59:59.999Z', '2025-10-26T01:00:00Z', '2025-12-31T23:00:00Z', '2025-12-31T22:59:59.999Z')
          .map(Date.parse),
      ),
      channel: fc.constantFrom('Web', 'Mail', 'Call', null),
      city: fc.constantFrom('Aarhus', 'aarhus', 'Åbo', null),
    })
    .map(({ rating, at, channel, city }) => ({
      Rating__c: rating,
      Rated__c: rating === null ? 0 : 1,
      Promoter__c: rating !== null && rating >= 9 ? 1 : 0,
      Detractor__c: rating !== null && rating <= 6 ? 1 : 0,
      At__c: at,
      Channel__c: channel,
      City__c: city,
    })),
  { maxLength: 40 },
);

const nps = {
  name: 'FORMULA1',
  label: 'NPS',
  formula: 'IF(Answer__c.Rated__c:SUM = 0, NULL, (Answer__c.Promoter__c:SUM - Answer__c.Detractor__c:SUM) / Answer__c.Rated__c:SUM * 100)',
  dataType: 'number',
  scale: 1,
} as const;

let shop: ShopReports;

before(() => {
  shop = new ShopReports();
});

after(() => {
  shop.close();
});

function npsOf(list: readonly Answer[]): number | null {
  const rated = list.filter(({ Rating__c: rating }) => rating !== null);
  const difference = rated.reduce((sum, { Rating__c: rating }) => sum + (Number(rating) >= 9 ? 1 : 0) - (Number(rating) <= 6 ? 1 : 0), 0);
  return rated.length === 0 ? null : (difference / rated.length) * 100;
}

function close(one: unknown, other: number | null): void {
  if (other === null) assert.equal(one, null);
  else assert.ok(typeof one === 'number' && Math.abs(one - other) < 1e-9, `${String(one)} is not ${String(other)}`);
}

/** First day of the period, by a calendar of its own. */
function periodOf(at: number, zone: string, granularity: DateGranularity): string | number {
  const moment = DateTime.fromMillis(at, { zone });
  switch (granularity) {
    case 'Week': // British weeks begin on Monday.
      return moment.startOf('week').toISODate() ?? '';
    case 'Month':
      return moment.toFormat('yyyy-MM-01');
    case 'Quarter':
      return moment.startOf('quarter').toISODate() ?? '';
    case 'Year':
      return moment.toFormat('yyyy-01-01');
    case 'MonthInYear':
      return moment.month;
    case 'DayInMonth':
      return moment.day;
    default:
      return moment.toISODate() ?? '';
  }
}

describe('figures of a report', () => {
  it('are those of a plain recomputation: NPS, average and counts by channel and in total, blanks left out', () => {
    fc.assert(
      fc.property(answers, (list) => {
        shop.fresh(list);
        const result = shop.run({
          aggregates: ['RowCount', 's!Answer__c.Rated__c', 'a!Answer__c.Rating__c', 'FORMULA1'],
          summaryFormulas: [nps],
        });
        const check = (key: string, rows: readonly Answer[]): void => {
          const rated = rows.filter(({ Rating__c: rating }) => rating !== null);
          const [count, n, average, score] = valuesAt(result, key);
          assert.deepEqual([count, n], [rows.length, rated.length]);
          close(average, rated.length === 0 ? null : rated.reduce((sum, { Rating__c: rating }) => sum + Number(rating), 0) / rated.length);
          close(score, npsOf(rows));
        };
        check('T!T', list);
        for (const group of result.down)
          check(
            `${group.key}!T`,
            list.filter(({ Channel__c: channel }) => channel === group.value),
          );
        assert.equal(result.down.length, new Set(list.map(({ Channel__c: channel }) => channel)).size);
      }),
      { numRuns: 40 },
    );
  });

  it('are told by periods of the reader: whatever the zone, over changes of clocks and ends of years', () => {
    const zones = fc.constantFrom('Europe/Copenhagen', 'America/Los_Angeles', 'Asia/Kolkata', 'UTC', 'Australia/Lord_Howe');
    const grains = fc.constantFrom<DateGranularity>('Day', 'Week', 'Month', 'Quarter', 'Year', 'MonthInYear', 'DayInMonth');
    fc.assert(
      fc.property(answers, zones, grains, (list, zone, granularity) => {
        shop.fresh(list);
        const result = shop.run({ groupingsDown: [{ column: 'Answer__c.At__c', granularity, sortOrder: 'Asc' }] }, zone);
        const expected = Map.groupBy(list, ({ At__c: at }) => periodOf(at, zone, granularity));
        assert.deepEqual(
          result.down.map(({ value, key }) => [value, valuesAt(result, `${key}!T`)[0]]),
          [...expected].map(([value, rows]) => [value, rows.length] as const).sort((one, other) => (one[0] < other[0] ? -1 : 1)),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('agree in a matrix: cells add up to their rows, columns and total', () => {
    fc.assert(
      fc.property(answers, (list) => {
        shop.fresh(list);
        const result = shop.run({
          format: 'matrix',
          groupingsDown: [
            { column: 'Answer__c$City__c', granularity: 'Day', sortOrder: 'Desc' },
            { column: 'Answer__c$Channel__c', granularity: 'Day', sortOrder: 'Asc' },
          ],
          groupingsAcross: [{ column: 'Answer__c$At__c', granularity: 'Year', sortOrder: 'Asc' }],
          aggregates: ['RowCount', 'u!Answer__c.City__c'],
        });
        const rowsAt = (key: string): number => Number(valuesAt(result, key)[0]);
        for (const down of [{ key: 'T', groups: result.down }, ...result.down]) {
          const across = result.across.map(({ key }) => rowsAt(`${down.key}!${key}`));
          assert.equal(
            across.reduce((sum, count) => sum + count, 0),
            rowsAt(`${down.key}!T`),
          );
          assert.equal(
            down.groups.reduce((sum, { key }) => sum + rowsAt(`${key}!T`), 0),
            rowsAt(`${down.key}!T`),
          );
        }
        const cities = new Set(list.flatMap(({ City__c: city }) => city?.toUpperCase() ?? []));
        assert.equal(valuesAt(result, 'T!T')[1], cities.size);
        // Case makes no group of its own.
        assert.equal(result.down.filter(({ value }) => value !== null).length, cities.size);
      }),
      { numRuns: 40 },
    );
  });

  it('count a record once that stands in several rows, in every group and again in the total', () => {
    const [northwind = '', tailspin = ''] = shop.insert('Account', [
      { Name: 'Northwind', AnnualRevenue: 100 },
      { Name: 'Tailspin', AnnualRevenue: 30 },
    ]);
    shop.database.connection.exec('DELETE FROM "Answer__c"');
    const [one = '', two = ''] = shop.insert('Answer__c', [
      { Name: 'One', Account__c: northwind, Channel__c: 'Web', Rating__c: 10 },
      { Name: 'Two', Account__c: northwind, Channel__c: 'Mail', Rating__c: 4 },
      { Name: 'Three', Account__c: tailspin, Channel__c: 'Web', Rating__c: 4 },
    ]);
    const visits = [one, one, two].map((answer, index) => ({ Name: `V${String(index)}`, Answer__c: answer, Hours__c: 1.5 }));
    shop.database.connection.exec('DELETE FROM "Visit__c"');
    shop.insert('Visit__c', visits);
    const aggregates = ['RowCount', 's!Account.AnnualRevenue', 's!Answer__c.Rating__c', 'a!Answer__c.Rating__c', 's!Visit__c.Hours__c'];
    const named = aggregates.map((name) => name.replace('Account.', 'Answer__c.Account__c.'));
    const result = shop.run({ reportType: 'AnswersWithVisits__c', aggregates: named });
    assert.deepEqual(
      result.down.map(({ label }) => label),
      ['Web', 'E-mail'],
    );
    assert.deepEqual(valuesAt(result, '0!T'), [3, 130, 14, 7, 3]);
    assert.deepEqual(valuesAt(result, '1!T'), [1, 100, 4, 4, 1.5]);
    assert.deepEqual(valuesAt(result, 'T!T'), [4, 130, 18, 6, 4.5]);
  });
});

describe('records that stand in several rows', () => {
  it('are summed up and counted once in every cell and total, however the report is grouped', () => {
    const visits = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }), { minLength: 40, maxLength: 40 });
    const groupings = fc.constantFrom('Answer__c.Channel__c', 'Answer__c.City__c', 'Visit__c.Hours__c');
    fc.assert(
      fc.property(answers, visits, groupings, groupings, (list, hours, onDown, onAcross) => {
        const ids = shop.fresh(list);
        shop.insert(
          'Visit__c',
          list.flatMap((_, index) => (hours[index] ?? []).map((Hours__c) => ({ Name: 'V', Answer__c: ids[index] ?? null, Hours__c }))),
        );
        const rows = list.flatMap((answer, index) => {
          const own = hours[index] ?? [];
          return (own.length === 0 ? [null] : own).map((Hours__c) => ({ index, ...answer, Hours__c }));
        });
        const grouping = (column: string): Pick<ReportDefinition, 'groupingsDown'>['groupingsDown'] => [
          { column, granularity: 'Day', sortOrder: 'Asc' },
        ];
        const result = shop.run({
          format: 'matrix',
          reportType: 'AnswersWithVisits__c',
          groupingsDown: grouping(onDown),
          groupingsAcross: grouping(onAcross),
          aggregates: ['RowCount', 'u!Answer__c.Name', 's!Answer__c.Rating__c', 's!Visit__c.Hours__c'],
        });
        const valueOf = (row: (typeof rows)[number], column: string): unknown => {
          const value = new Map<string, unknown>(Object.entries(row)).get(column.split('.')[1] ?? '');
          return typeof value === 'string' ? value.toUpperCase() : value;
        };
        const isIn = (row: (typeof rows)[number], column: string, group: ReportGroup | undefined): boolean =>
          group === undefined || valueOf(row, column) === (typeof group.value === 'string' ? group.value.toUpperCase() : group.value);
        for (const down of [undefined, ...result.down]) {
          for (const across of [undefined, ...result.across]) {
            const here = rows.filter((row) => isIn(row, onDown, down) && isIn(row, onAcross, across));
            const distinct = new Map(here.map(({ index, Rating__c: rating }) => [index, rating ?? 0]));
            assert.deepEqual(valuesAt(result, `${down?.key ?? 'T'}!${across?.key ?? 'T'}`), [
              here.length,
              distinct.size,
              [...distinct.values()].reduce((sum, rating) => sum + rating, 0),
              here.reduce((sum, { Hours__c: spent }) => sum + (spent ?? 0), 0),
            ]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a record that is not there', () => {
  it('has no value, also where a formula would make one of blanks', () => {
    const [first = ''] = shop.fresh([{}, {}, {}]);
    shop.insert('Visit__c', [
      { Name: 'V0', Answer__c: first, Hours__c: 3 },
      { Name: 'V1', Answer__c: first, Hours__c: null },
    ]);
    const result = shop.run({
      format: 'summary',
      reportType: 'AnswersWithVisits__c',
      groupingsDown: [{ column: 'Visit__c.Long__c', granularity: 'Day', sortOrder: 'Asc' }],
      aggregates: ['RowCount', 'a!Visit__c.Long__c', 'm!Visit__c.Long__c', 'u!Visit__c.Long__c'],
    });
    assert.deepEqual(
      result.down.map(({ value, key }) => [value, valuesAt(result, `${key}!T`)[0]]),
      [
        [null, 2],
        [0, 1],
        [1, 1],
      ],
    );
    assert.deepEqual(valuesAt(result, 'T!T'), [4, 0.5, 0, 2]);
    const short = [{ column: 'Visit__c.Long__c', operator: 'equals', value: '0' }] as const;
    const filtered = shop.run({ format: 'tabular', reportType: 'AnswersWithVisits__c', groupingsDown: [], filters: short });
    assert.deepEqual(valuesAt(filtered, 'T!T'), [1]);
  });
});

describe('sums', () => {
  it('keep decimals that are stored beyond those that the field shows, and have no others', () => {
    const sum = (ratings: readonly number[]): unknown => {
      shop.fresh(ratings.map((rating) => ({ Rating__c: rating })));
      return valuesAt(shop.run({ aggregates: ['s!Answer__c.Rating__c'] }), 'T!T')[0];
    };
    assert.equal(sum([0.125, 0.1, 0.2]), 0.425);
    assert.equal(sum([0.1, 0.2]), 0.3);
  });
});

describe('the report type that every custom object has', () => {
  it('shows all its fields, by the names that the platform gives the standard ones', () => {
    shop.fresh([{ Rating__c: 7 }]);
    const result = shop.run({
      format: 'tabular',
      reportType: 'CustomEntity$Answer__c',
      groupingsDown: [],
      detailColumns: ['CUST_NAME', 'Answer__c.Rating__c', 'CUST_OWNER_NAME'],
    });
    assert.deepEqual(
      result.factMap.get('T!T')?.rows?.map((row) => row.map(({ label }) => label)),
      [['A0', '7.0', 'Ann Lee']],
    );
    assert.deepEqual(
      result.detailColumns.map(({ name }) => name),
      ['Answer__c.Name', 'Answer__c.Rating__c', 'Answer__c.Owner'],
    );
  });
});

describe('details', () => {
  it('are cut in the order of the report, while figures stay whole', () => {
    shop.fresh(Array.from({ length: 30 }, (_, index) => ({ Channel__c: ['Web', 'Mail', 'Call'][index % 3] ?? '', Rating__c: index })));
    const result = shop.engine.run(
      reportOf({ detailColumns: ['Answer__c$Rating__c'], sortBy: [{ column: 'Answer__c$Rating__c', sortOrder: 'Desc' }] }),
      shop.user,
      { includeDetails: true, mostRows: 12 },
    );
    const ratings = (key: string): unknown => result.factMap.get(key)?.rows?.map(([cell]) => cell?.value);
    assert.equal(result.allData, false);
    assert.deepEqual(valuesAt(result, 'T!T'), [30]);
    assert.deepEqual(ratings('0!T'), [27, 24, 21, 18, 15, 12, 9, 6, 3, 0]);
    assert.deepEqual(ratings('1!T'), [28, 25]);
    assert.deepEqual(ratings('2!T'), []);
  });

  it('of groups that are cut off stand nowhere, and count in the totals', () => {
    shop.fresh(Array.from({ length: 2050 }, (_, index) => ({ City__c: `City ${String(10_000 + index)}` })));
    const groupingsDown = [{ column: 'Answer__c$City__c', granularity: 'Day', sortOrder: 'Asc' }] as const;
    const result = shop.engine.run(reportOf({ groupingsDown, detailColumns: ['Answer__c$City__c'] }), shop.user, { includeDetails: true });
    assert.deepEqual([result.down.length, result.allData, valuesAt(result, 'T!T')], [2000, false, [2050]]);
    assert.deepEqual(
      result.factMap.get('0!T')?.rows?.map(([cell]) => cell?.label),
      ['City 10000'],
    );
  });
});
