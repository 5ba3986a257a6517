import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { reportOf, ShopReports, valuesAt } from './testing/shopReports.ts';
import type { ReportDefinition, ReportResult } from './types.ts';

let shop: ShopReports;

before(() => {
  shop = new ShopReports();
});

after(() => {
  shop.close();
});

describe('columns that a report makes itself', () => {
  it('are buckets: ranges above one number up to the next, lists, the rest', () => {
    shop.fresh(
      [0, 6, 6.5, 7, 9, null].map((rating, index) => ({ Rating__c: rating, Channel__c: ['Web', 'Mail', 'Call', null][index % 4] ?? null })),
    );
    const range = { name: 'BucketField_1', label: 'Group', type: 'number', column: 'Answer__c$Rating__c', blankAsZero: false } as const;
    const values = [
      { label: 'Low', sources: [], to: 6 },
      { label: 'Middle', sources: [], from: 6, to: 8 },
      { label: 'High', sources: [], from: 8 },
    ];
    const groupingsDown = [{ column: 'BucketField_1', granularity: 'Day', sortOrder: 'Asc' }] as const;
    const told = (result: ReportResult): unknown => result.down.map(({ label, key }) => [label, valuesAt(result, `${key}!T`)[0]]);
    assert.deepEqual(told(shop.run({ buckets: [{ ...range, values }], groupingsDown })), [
      ['-', 1],
      ['Low', 2],
      ['Middle', 2],
      ['High', 1],
    ]);
    assert.deepEqual(
      told(shop.run({ buckets: [{ ...range, values, blankAsZero: true }], groupingsDown }))?.toString(),
      'Low,3,Middle,2,High,1',
    );
    const lists = {
      ...range,
      type: 'picklist',
      column: 'Answer__c$Channel__c',
      values: [{ label: 'Written', sources: ['Web', 'Mail'] }],
      otherLabel: 'Other',
    } as const;
    assert.equal(told(shop.run({ buckets: [lists], groupingsDown }))?.toString(), '-,1,Written,4,Other,1');
  });

  it('are formulas of each row, which can be filtered, grouped and summed up', () => {
    shop.fresh([{ Rating__c: 3 }, { Rating__c: 8 }, { Rating__c: null }]);
    const doubled = { name: 'CDF1', label: 'Doubled', formula: 'Answer__c.Rating__c * 2 + 0.5', dataType: 'number', scale: 1 } as const;
    const result = shop.run({
      rowFormulas: [doubled],
      aggregates: ['RowCount', 's!CDF1'],
      filters: [{ column: 'CDF1', operator: 'greaterThan', value: '1' }],
    });
    assert.deepEqual(valuesAt(result, 'T!T'), [2, 23]);
    const word = { ...doubled, formula: 'IF(Answer__c.Rating__c > 5, "good", "bad")', dataType: 'text' } as const;
    const grouped = shop.run({ rowFormulas: [word], groupingsDown: [{ column: 'CDF1', granularity: 'Day', sortOrder: 'Asc' }] });
    assert.deepEqual(
      grouped.down.map(({ label }) => label),
      ['bad', 'good'],
    );
  });
});

describe('summary formulas', () => {
  const rows = [
    { Channel__c: 'Web', Day__c: '2026-01-05', Rating__c: 4 },
    { Channel__c: 'Web', Day__c: '2026-02-05', Rating__c: 6 },
    { Channel__c: 'Mail', Day__c: '2026-02-06', Rating__c: 10 },
  ];
  const byMonth = { column: 'Answer__c$Day__c', granularity: 'Month', sortOrder: 'Asc' } as const;
  const formula = (text: string, more = {}): Partial<ReportDefinition> => ({
    aggregates: ['F'],
    summaryFormulas: [{ name: 'F', label: 'F', formula: text, dataType: 'number', scale: 2, ...more }],
  });

  it('reach the group that holds a group, and the one before it', () => {
    shop.fresh(rows);
    const share = shop.run({
      ...formula('RowCount / PARENTGROUPVAL(RowCount, GRAND_SUMMARY)', { dataType: 'percent', scale: 0 }),
      groupingsDown: [byMonth],
    });
    assert.deepEqual(share.factMap.get('1!T')?.aggregates, [{ value: 66.66666666666667, label: '67%' }]);
    const change = shop.run({
      ...formula('Answer__c.Rating__c:SUM - PREVGROUPVAL(Answer__c.Rating__c:SUM, Answer__c.Day__c)'),
      groupingsDown: [byMonth],
    });
    assert.deepEqual([valuesAt(change, '0!T'), valuesAt(change, '1!T'), valuesAt(change, 'T!T')], [[null], [12], [null]]);
    const matrix = shop.run({
      ...formula('RowCount / PARENTGROUPVAL(RowCount, Answer__c.Channel__c, COLUMN_GRAND_SUMMARY)'),
      format: 'matrix',
      groupingsAcross: [byMonth],
    });
    assert.deepEqual(valuesAt(matrix, '0!1'), [0.5]);
    assert.deepEqual(valuesAt(matrix, '1!1'), [1]);
  });

  it('tell an error where they divide by nothing, and are shown at their level only', () => {
    shop.fresh(rows);
    const result = shop.run({ ...formula('RowCount / Answer__c.Rated__c:SUM') });
    assert.deepEqual(result.factMap.get('T!T')?.aggregates, [{ value: null, label: '#Error!' }]);
    const atGroups = shop.run({ ...formula('RowCount', { downContext: 'Answer__c$Channel__c' }) });
    assert.deepEqual(atGroups.factMap.get('T!T')?.aggregates, [{ value: null, label: '' }]);
    assert.deepEqual(valuesAt(atGroups, '0!T'), [2]);
  });

  it('sort groups, as other figures do', () => {
    shop.fresh(rows);
    const result = shop.run({
      ...formula('Answer__c.Rating__c:MAX'),
      groupingsDown: [{ column: 'Answer__c$Channel__c', granularity: 'Day', sortOrder: 'Desc', sortAggregate: 'F' }],
    });
    assert.deepEqual(
      result.down.map(({ value }) => value),
      ['Mail', 'Web'],
    );
  });
});

describe('a definition that cannot be run', () => {
  const problems = (changes: Partial<ReportDefinition>): string =>
    shop.engine
      .check(reportOf(changes))
      .map(({ element, message }) => `${element}: ${message}`)
      .join('\n');
  const summary = (text: string): Partial<ReportDefinition> => ({
    aggregates: ['F'],
    summaryFormulas: [{ name: 'F', label: 'F', formula: text, dataType: 'number', scale: 0 }],
  });

  it('is refused with the element and the reason', () => {
    assert.equal(problems({}), '');
    assert.match(problems({ reportType: 'Nothing__c' }), /^reportType: There is no custom report type Nothing__c/u);
    assert.match(problems({ detailColumns: ['Answer__c$Nme'] }), /columns Answer__c\$Nme: there is no column/u);
    assert.match(problems({ detailColumns: ['Answer__c$Account__c.BillingCity'] }), /does not offer the column/u);
    assert.match(problems({ aggregates: ['s!Answer__c.City__c'] }), /sum of a column of type string/u);
    assert.match(problems({ filters: [{ column: 'Answer__c$Day__c', operator: 'equals', value: 'soon' }] }), /filter 1: .*is no date/u);
    assert.match(problems({ booleanFilter: '1 AND' }), /booleanFilter/u);
    assert.match(problems({ format: 'matrix' }), /groupingsAcross: a matrix report needs one/u);
    assert.match(problems({ rowLimit: 5 }), /rowLimit: only a tabular report/u);
    assert.match(problems(summary('Answer__c.Rated__c:SUM +')), /aggregates F: Syntax error/u);
    assert.match(problems(summary('Answer__c.Nothing__c:SUM')), /there is no column Answer__c.Nothing__c/u);
    assert.match(problems(summary('PREVGROUPVAL(RowCount, Answer__c.City__c)')), /not grouped by Answer__c.City__c/u);
    assert.match(problems(summary('"ten"')), /gives a number/u);
    assert.match(problems(summary('F')), /Field F does not exist/u);
  });
});
