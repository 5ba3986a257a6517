import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ShopReports, valuesAt } from './testing/shopReports.ts';
import type { ReportDefinition } from './types.ts';

let shop: ShopReports;

before(() => {
  shop = new ShopReports();
});

after(() => {
  shop.close();
});

describe('filters', () => {
  const rows = [
    { Rating__c: 10, Channel__c: 'Web', City__c: 'Aarhus', Day__c: '2026-03-04', At__c: Date.parse('2026-03-03T23:15:00Z'), Done__c: true },
    { Rating__c: 0, Channel__c: 'Mail', City__c: 'Odense, DK', Day__c: '2026-03-03', At__c: Date.parse('2026-03-03T22:15:00Z') },
    { Rating__c: null, Channel__c: null, City__c: null, Day__c: null, At__c: Date.parse('2026-01-31T23:30:00Z') },
  ];
  const names = (changes: Partial<ReportDefinition>): string => {
    const result = shop.run({
      format: 'tabular',
      groupingsDown: [],
      detailColumns: ['Answer__c$Name'],
      sortBy: [{ column: 'Answer__c$Name', sortOrder: 'Asc' }],
      ...changes,
    });
    return (result.factMap.get('T!T')?.rows ?? []).map(([cell]) => cell?.label).join(' ');
  };
  const filtered = (column: string, operator: ReportDefinition['filters'][number]['operator'], value: string): string =>
    names({ filters: [{ column: `Answer__c$${column}`, operator, value }] });

  it('compare as the platform does: several values, blanks, labels, commas in quotation marks', () => {
    shop.fresh(rows);
    assert.equal(filtered('Channel__c', 'equals', 'Web,E-mail'), 'A0 A1');
    assert.equal(filtered('Channel__c', 'notEqual', 'Web'), 'A1 A2');
    assert.equal(filtered('Channel__c', 'equals', ''), 'A2');
    assert.equal(filtered('Channel__c', 'notEqual', ''), 'A0 A1');
    assert.equal(filtered('City__c', 'equals', '"odense, dk"'), 'A1');
    assert.equal(filtered('City__c', 'startsWith', 'aar'), 'A0');
    assert.equal(filtered('City__c', 'notContain', 'dense'), 'A0 A2');
    assert.equal(filtered('Rating__c', 'lessThan', '7'), 'A1');
    assert.equal(filtered('Rating__c', 'equals', '0'), 'A1');
    assert.equal(filtered('Rating__c', 'notEqual', '0'), 'A0 A2');
    assert.equal(filtered('Done__c', 'equals', 'True'), 'A0');
    assert.equal(filtered('Done__c', 'equals', '0'), 'A1 A2');
  });

  it('take a number with commas as one number and as several, in quotation marks as one', () => {
    shop.fresh([10_000, 10, 0, 7, null].map((rating) => ({ Rating__c: rating })));
    assert.equal(filtered('Rating__c', 'equals', '10,000'), 'A0 A1 A2');
    assert.equal(filtered('Rating__c', 'equals', '"10,000"'), 'A0');
    assert.equal(filtered('Rating__c', 'equals', '7,10'), 'A1 A3');
    assert.equal(filtered('Rating__c', 'notEqual', '"10,000",7,'), 'A1 A2');
    assert.equal(filtered('Rating__c', 'greaterOrEqual', '10,000'), 'A0');
    assert.throws(() => filtered('Rating__c', 'greaterOrEqual', '7,10'), /cannot be used/u);
  });

  it('take quotation marks round a value as marks, those within as a part of it', () => {
    shop.fresh(['He said "hi"', 'hi, all', '50% off', '50X off', 'a_b', 'aXb'].map((city) => ({ City__c: city })));
    assert.equal(filtered('City__c', 'equals', 'he said "hi"'), 'A0');
    assert.equal(filtered('City__c', 'equals', '"He said ""hi""", "hi, all"'), 'A0 A1');
    assert.equal(filtered('City__c', 'contains', '"hi, a",0%'), 'A1 A2');
    assert.equal(filtered('City__c', 'contains', 'a_b'), 'A4');
  });

  it('find the whole of a day whose midnight comes twice, or not at all', () => {
    const moments = ['2018-11-04T03:59:59Z', '2018-11-04T04:30:00Z', '2018-11-04T05:30:00Z', '2018-03-24T22:00:00Z'];
    shop.fresh(moments.map((moment) => ({ At__c: Date.parse(moment) })));
    const onDay = (value: string, zone: string): unknown => {
      const filters = [{ column: 'Answer__c$At__c', operator: 'equals', value }] as const;
      return valuesAt(shop.run({ format: 'tabular', groupingsDown: [], filters }, zone), 'T!T')[0];
    };
    // In Havana clocks went back from 1:00 to midnight, in Beirut forward from midnight to 1:00.
    assert.deepEqual([onDay('2018-11-03', 'America/Havana'), onDay('2018-11-04', 'America/Havana')], [1, 2]);
    assert.deepEqual([onDay('2018-03-24', 'Asia/Beirut'), onDay('2018-03-25', 'Asia/Beirut')], [0, 1]);
  });

  it('know whoever runs the report, and ids', () => {
    const other = shop.insert('User', [{ Name: 'Bo Berg', IsActive: true }])[0] ?? '';
    shop.fresh([{ OwnerId: other }, {}]);
    assert.equal(filtered('Owner', 'equals', '$USER.ID'), 'A1');
    assert.equal(filtered('Owner', 'notEqual', '$User.Id'), 'A0');
    assert.equal(filtered('Owner', 'equals', other), 'A0');
    assert.equal(filtered('Owner', 'equals', 'bo berg'), 'A0');
    assert.equal(filtered('Account__c', 'equals', ''), 'A0 A1');
  });

  it('read days in the zone of the reader', () => {
    shop.fresh(rows);
    assert.equal(filtered('At__c', 'equals', 'TODAY'), 'A0');
    assert.equal(filtered('At__c', 'equals', '2026-03-03'), 'A1');
    assert.equal(filtered('At__c', 'greaterThan', '3/3/2026'), 'A0');
    assert.equal(filtered('At__c', 'lessOrEqual', '2026-03-03T22:15:00Z'), 'A1 A2');
    assert.equal(filtered('At__c', 'equals', 'LAST_N_MONTHS:1'), 'A2');
    assert.equal(filtered('At__c', 'equals', 'LAST 2 DAYS'), 'A0 A1');
    assert.equal(filtered('Day__c', 'equals', 'YESTERDAY'), 'A1');
    assert.equal(filtered('Day__c', 'notEqual', 'TODAY'), 'A1 A2');
    const dateFilter = { column: 'Answer__c$At__c', interval: 'INTERVAL_THISMONTH' };
    assert.equal(names({ dateFilter }), 'A0 A1');
    assert.equal(names({ dateFilter: { ...dateFilter, interval: 'INTERVAL_CUSTOM' } }), 'A0 A1 A2');
    assert.equal(names({ dateFilter: { ...dateFilter, interval: 'CUSTOM', startDate: '2026-02-01', endDate: '2026-03-03' } }), 'A1 A2');
  });

  it('are joined by their logic, AND before OR', () => {
    shop.fresh(rows);
    const filters = [
      { column: 'Answer__c$Channel__c', operator: 'equals', value: 'Web' },
      { column: 'Answer__c$Channel__c', operator: 'equals', value: 'Mail' },
      { column: 'Answer__c$Rating__c', operator: 'equals', value: '0' },
    ] as const;
    assert.equal(names({ filters, booleanFilter: '1 OR 2 AND 3' }), 'A0 A1');
    assert.equal(names({ filters, booleanFilter: '(1 OR 2) AND NOT 3' }), 'A0');
    assert.throws(() => names({ filters, booleanFilter: '1 OR 4' }), /no filter line 4/u);
  });

  it('ask for related records that are there, or are not', () => {
    const ids = shop.fresh(rows);
    shop.insert('Visit__c', [{ Name: 'V', Answer__c: ids[1] ?? null, Hours__c: 3 }]);
    const cross = { column: 'Answer__c$Id', relatedObject: 'Visit__c', relatedField: 'Answer__c', filters: [] } as const;
    assert.equal(names({ crossFilters: [{ ...cross, operation: 'with' }] }), 'A1');
    assert.equal(names({ crossFilters: [{ ...cross, operation: 'without' }] }), 'A0 A2');
    const long = [{ column: 'Hours__c', operator: 'greaterThan', value: '4' }] as const;
    assert.equal(names({ crossFilters: [{ ...cross, operation: 'without', filters: long }] }), 'A0 A1 A2');
  });

  it('limit a list to its first rows, figures included', () => {
    shop.fresh(rows);
    const result = shop.run({
      format: 'tabular',
      groupingsDown: [],
      detailColumns: ['Answer__c$Name', 'Answer__c$Rating__c'],
      aggregates: ['RowCount', 's!Answer__c.Rating__c'],
      sortBy: [{ column: 'Answer__c$Rating__c', sortOrder: 'Desc' }],
      rowLimit: 1,
    });
    assert.deepEqual(valuesAt(result, 'T!T'), [1, 10]);
    assert.deepEqual(
      result.factMap.get('T!T')?.rows?.map((row) => row.map(({ label }) => label)),
      [['A0', '10.0']],
    );
    assert.equal(result.factMap.get('T!T')?.rows?.[0]?.[0]?.recordId?.length, 18);
  });

  it('limit a list of children to the same rows that its figures are of, whatever is shown of them', () => {
    const ids = shop.fresh([{ Rating__c: 5 }, { Rating__c: 5 }]);
    shop.insert(
      'Visit__c',
      Array.from({ length: 9 }, (_, n) => ({ Name: `V${String(n)}`, Answer__c: ids[n % 2] ?? null, Hours__c: n + 1 })),
    );
    for (const rowLimit of [1, 3, 7]) {
      const result = shop.run({
        format: 'tabular',
        reportType: 'AnswersWithVisits__c',
        groupingsDown: [],
        detailColumns: ['Answer__c.Visits__r$Hours__c', 'Answer__c$Account__c'],
        aggregates: ['s!Visit__c.Hours__c'],
        sortBy: [{ column: 'Answer__c$Rating__c', sortOrder: 'Desc' }],
        rowLimit,
      });
      const hours = result.factMap.get('T!T')?.rows?.map(([cell]) => Number(cell?.value)) ?? [];
      assert.deepEqual(valuesAt(result, 'T!T'), [hours.reduce((sum, one) => sum + one, 0)]);
    }
  });
});
