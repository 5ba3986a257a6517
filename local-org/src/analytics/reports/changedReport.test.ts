import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RunnableReport } from '../runnableReport.ts';
import { groupingBy, runnableWith } from '../testing/plainReport.ts';
import { changedReport } from './changedReport.ts';
import { readMetadataInput } from './metadataInput.ts';

const filtered = runnableWith({
  format: 'summary',
  groupingsDown: [groupingBy('A')],
  filters: [
    { column: 'A', operator: 'equals', value: 'x' },
    { column: 'B', operator: 'equals', value: 'y' },
  ],
  booleanFilter: '1 OR 2',
  dateFilter: { column: 'D', interval: 'INTERVAL_LAST90' },
  rowLimit: 5,
});

function changed(reportMetadata: object, report: RunnableReport = filtered): RunnableReport['definition'] {
  const input = readMetadataInput({ reportMetadata });
  assert.ok(input);
  return changedReport(report, input).definition;
}

describe('changedReport', () => {
  it('given nothing but a name, when it is applied, then everything stays', () => {
    assert.deepEqual(changed({ name: 'x' }), filtered.definition);
  });

  it('given other filters, when they are applied, then the old logic, which counts the old ones, does not hold', () => {
    const after = changed({ reportFilters: [{ column: 'A', operator: 'notEqual', value: 'z' }] });
    assert.deepEqual(after.filters, [{ column: 'A', operator: 'notEqual', value: 'z' }]);
    assert.equal(after.booleanFilter, undefined);
  });

  it('given as many filters as before, when they are applied, then the logic stays', () => {
    const two = [
      { column: 'A', operator: 'equals', value: 'q' },
      { column: 'B', operator: 'equals', value: 'r' },
    ];
    assert.equal(changed({ reportFilters: two }).booleanFilter, '1 OR 2');
    assert.equal(changed({ reportFilters: two, reportBooleanFilter: '1 AND 2' }).booleanFilter, '1 AND 2');
    assert.equal(changed({ reportFilters: two, reportBooleanFilter: null }).booleanFilter, undefined);
  });

  it('given groupings, when they are applied, then they make the format', () => {
    assert.equal(changed({ groupingsDown: [] }).format, 'tabular');
    const across = [{ name: 'C', sortOrder: 'desc', dateGranularity: 'Month' }];
    assert.equal(changed({ groupingsAcross: across }).format, 'matrix');
    assert.deepEqual(changed({ groupingsAcross: across }).groupingsAcross, [{ column: 'C', granularity: 'Month', sortOrder: 'Desc' }]);
  });

  it('given periods by any of their names, when they are applied, then they are the same', () => {
    const grain = (dateGranularity: string): unknown =>
      changed({ groupingsDown: [{ name: 'D', dateGranularity }] }).groupingsDown[0]?.granularity;
    assert.deepEqual(new Set(['MonthInYear', 'Calendar Month in Year', 'MONTH_IN_YEAR'].map(grain)), new Set(['MonthInYear']));
    assert.deepEqual(new Set(['Fiscal Quarter', 'FISCAL_QUARTER'].map(grain)), new Set(['FiscalQuarter']));
    assert.throws(() => grain('HOUR'), /HOUR is invalid/u);
  });

  it('given filters on figures or standard filters, when they are applied, then they are refused rather than left out', () => {
    const aggregateFilters = [{ column: 'RowCount', operator: 'greaterThan', value: '5' }];
    assert.throws(() => changed({ aggregateFilters }), /not run by local-org. \(reportMetadata.aggregateFilters\)/u);
    assert.throws(() => changed({ standardFilters: { open: 'x' } }), /not run by local-org/u);
    assert.deepEqual(changed({ aggregateFilters: [], standardFilters: null }), filtered.definition);
  });

  it('given days, when the standard date filter is changed, then the column stays', () => {
    const standardDateFilter = { durationValue: 'CUSTOM', startDate: '2026-01-01', endDate: '2026-01-31' };
    assert.deepEqual(changed({ standardDateFilter }).dateFilter, {
      column: 'D',
      interval: 'CUSTOM',
      startDate: '2026-01-01',
      endDate: '2026-01-31',
    });
    assert.equal(changed({ standardDateFilter: null }).dateFilter, undefined);
  });

  it('given mx! for the maximum, when figures are asked for, then it is known', () => {
    assert.deepEqual(changed({ aggregates: ['mx!A', 'RowCount'] }).aggregates, ['x!A', 'RowCount']);
  });

  it('given null for the limit of rows, when it is applied, then there is none', () => {
    assert.equal(changed({ topRows: null }).rowLimit, undefined);
    assert.equal(changed({ topRows: { rowLimit: 7, direction: 'Desc' } }).rowLimit, 7);
  });

  it('refuses what is wrong in the words of the API', () => {
    const message = (reportMetadata: object): string => {
      try {
        changed(reportMetadata);
      } catch (error) {
        return error instanceof Error ? error.message : '';
      }
      return 'taken';
    };
    assert.match(
      message({ reportFilters: [{ column: 'A', operator: 'is', value: '' }] }),
      /Specify a valid condition because is is invalid/u,
    );
    assert.match(message({ reportFilters: null }), /there are no filters/u);
    assert.match(message({ standardDateFilter: { durationValue: 'CUSTOM', startDate: '2026-02-30' } }), /start date of D .*is invalid/u);
    assert.match(
      message({
        sortBy: [
          { sortColumn: 'A', sortOrder: 'Asc' },
          { sortColumn: 'B', sortOrder: 'Asc' },
        ],
      }),
      /sorted by one column/u,
    );
    assert.match(message({ userOrHierarchyFilterId: '00E' }), /not run by local-org/u);
    assert.match(message({ nonsense: 1 }), /Unrecognized field "nonsense" at reportMetadata/u);
  });
});
