import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { textsFor } from '../../texts/texts.ts';
import { barDrawing, columnDrawing, lineDrawing } from './barDrawing.ts';
import { shares, stacked, valueAxis } from './chartAxes.ts';
import { chartKind, chartModel, chartStacking, type ChartWish } from './chartModel.ts';
import { chartRows, chartSentence, legendOf, pointLines } from './chartWords.ts';
import { addressWith, draftOf, filtersOfAddress, withPeriod } from './filterDraft.ts';
import { allFilters, filterSentence, joinValues, splitValues } from './filterWords.ts';
import { matrixTable } from './matrixTable.ts';
import { ringDrawing } from './ringDrawing.ts';
import { sortChanges, sortedBy } from './sorting.ts';
import { groupTable, recordTable } from './tableModel.ts';
import { describeSample, matrixSample, summarySample } from './testing/samples.ts';

const texts = textsFor('en_US');
const words = { total: 'Total', subtotal: 'Subtotal', yes: 'Yes', no: 'No' };
const wish: ChartWish = {
  kind: 'column',
  stacking: 'none',
  isCumulative: false,
  groupings: ['Month'],
  aggregates: ['FORMULA1'],
  title: 'NPS by month',
  showsValues: true,
  locale: 'en-US',
};
const context = { texts, locale: 'en-US', describe: describeSample, extended: summarySample.reportExtendedMetadata };

describe('the table of a report', () => {
  it('given groups with rows, shows them as a tree with figures, and what they come to', () => {
    const { heads, rows } = groupTable(summarySample, new Set(), words);
    assert.deepEqual(
      heads[0]?.map(({ label }) => label),
      ['Month › Touchpoint › Answer', 'NPS', 'Rated', 'Useful'],
    );
    assert.deepEqual(
      rows.map(({ kind, level, head, cells }) => [kind, level, head.text, ...cells.map(({ text }) => text)]),
      [
        ['group', 0, 'Oct 2026', '50', '4', ''],
        ['group', 1, 'Sales', '50', '4', ''],
        ['detail', 2, 'PR-1', '', '', 'Yes'],
        ['group', 0, 'Nov 2026', '-', '0', ''],
        ['total', 0, 'Total', '50', '4', ''],
      ],
    );
    assert.equal(rows[2]?.head.url, '/lightning/r/a03000000000012AAA/view');
  });

  it('given a closed group, leaves out what is in it', () => {
    const { rows } = groupTable(summarySample, new Set(['0']), words);
    assert.deepEqual(
      rows.map(({ id, isOpen }) => [id, isOpen]),
      [
        ['0', false],
        ['1', undefined],
        ['T', undefined],
      ],
    );
  });

  it('given groups across, has a heading over the figures of each, and totals both ways', () => {
    const { heads, rows } = matrixTable(matrixSample, new Set(), words);
    assert.deepEqual(
      heads.map((line) => line.map(({ label, columns, rows: high }) => [label, columns, high])),
      [
        [
          ['Touchpoint', 1, 2],
          ['A', 2, 1],
          ['B', 2, 1],
          ['Total', 2, 1],
        ],
        ['NPS', 'Rated', 'NPS', 'Rated', 'NPS', 'Rated'].map((label) => [label, 1, 1]),
      ],
    );
    assert.deepEqual(
      rows.map(({ head, cells }) => [head.text, ...cells.map(({ text }) => text)]),
      [
        ['Sales', '10', '1', '', '', '10', '1'],
        ['Total', '10', '1', '20', '2', '15', '3'],
      ],
    );
  });

  it('given rows of a matrix, lists each with the groups it is in', () => {
    const { rows } = recordTable(matrixSample, words);
    assert.deepEqual(
      rows.map(({ head, cells }) => [head.text, ...cells.map(({ text }) => text)]),
      [['PR-1', 'No', 'Sales', 'A']],
    );
  });
});

describe('sorting a report', () => {
  it('given a figure, takes the highest first, then the lowest, and leaves months inside groups alone', () => {
    const { reportMetadata } = summarySample;
    const column = { kind: 'aggregate', name: 'FORMULA1' } as const;
    const changed = { ...reportMetadata, ...sortChanges(reportMetadata, column) };
    assert.equal(sortedBy(reportMetadata, { kind: 'group' }), 'ascending');
    assert.equal(sortedBy(changed, column), 'descending');
    assert.equal(sortedBy({ ...changed, ...sortChanges(changed, column) }, column), 'ascending');
    const months = { ...reportMetadata, groupingsDown: [...reportMetadata.groupingsDown].reverse() };
    assert.equal(sortChanges(months, column).groupingsDown?.[1]?.sortAggregate, null);
  });

  it('given a column of rows, sorts by it', () => {
    const column = { kind: 'detail', name: 'Name' } as const;
    assert.deepEqual(sortChanges(summarySample.reportMetadata, column).sortBy, [{ sortColumn: 'Name', sortOrder: 'Asc' }]);
  });
});

describe('filters of a report', () => {
  it('given all kinds, says them in words', () => {
    assert.deepEqual(
      allFilters(summarySample.reportMetadata, context).map(({ text, isLocked }) => [text, isLocked]),
      [
        ['All answers', false],
        ['Answered At: last 365 days (Nov 22, 2025 – Nov 22, 2026)', false],
        ['Program is Relational survey', true],
        ['Answered At: from last 12 months', false],
        ['Useful is Yes', false],
      ],
    );
    const blank = { column: 'Program', operator: 'notEqual', value: '' };
    assert.equal(filterSentence(blank, context), 'Program is not blank');
    assert.equal(filterSentence({ ...blank, operator: 'equals', value: 'A,"B, C"' }, context), 'Program is A or B, C');
  });

  it('given a formula of each row, which has no values to choose from, says it too', () => {
    const describe = context.describe;
    assert.ok(describe);
    const formula = { label: 'Days ago', dataType: 'double', filterable: false, filterValues: null };
    const categories = [...describe.reportTypeMetadata.categories, { label: 'Row-Level Formula', columns: { CDF1: formula } }];
    const withFormula = { ...context, describe: { ...describe, reportTypeMetadata: { ...describe.reportTypeMetadata, categories } } };
    assert.equal(filterSentence({ column: 'CDF1', operator: 'lessOrEqual', value: '30' }, withFormula), 'Days ago is at most 30');
    assert.equal(
      filterSentence({ column: 'CDF1', operator: 'greaterThan', value: '1,000' }, withFormula),
      'Days ago is greater than 1,000',
    );
  });

  it('given any values, keeps them when they are joined and taken apart', () => {
    const value = fc.stringMatching(/^[a-z][a-z, ]{0,8}[a-z]$/u);
    fc.assert(fc.property(fc.array(value), (values) => assert.deepEqual(splitValues(joinValues(values)), values)));
  });

  it('given values in an address, takes them for filters that are not locked, and writes them back', () => {
    const { reportMetadata } = summarySample;
    assert.deepEqual(filtersOfAddress('?fv0=Transactional', reportMetadata), {});
    const changed = filtersOfAddress('?fv1=LAST_N_MONTHS:3', reportMetadata).reportFilters ?? [];
    assert.equal(changed[1]?.value, 'LAST_N_MONTHS:3');
    assert.equal(addressWith('http://org/view', reportMetadata.reportFilters ?? [], changed), '/view?fv1=LAST_N_MONTHS%3A3');
  });

  it('given another period, forgets the days of the one before', () => {
    const draft = withPeriod(draftOf(summarySample.reportMetadata), { durationValue: 'THIS_MONTH' });
    assert.deepEqual(draft.date, { column: 'AnsweredAt', durationValue: 'THIS_MONTH', startDate: null, endDate: null });
  });
});

describe('a chart', () => {
  it('given names of charts of reports and dashboards, knows their kind', () => {
    const kinds = ['HorizontalBarStacked', 'VerticalColumnLine', 'ColumnStacked100', 'LineCumulative', 'Pie', 'Funnel', 'Scatter'].map(
      chartKind,
    );
    assert.deepEqual(kinds, ['bar', 'column', 'column', 'line', 'ring', 'funnel', 'scatter']);
    assert.deepEqual(
      [chartStacking('BarStackedTo100', undefined), chartStacking('Column', 'stacked'), chartStacking('Bar', 'grouped')],
      ['hundred', 'stacked', 'none'],
    );
  });

  it('given one grouping, draws what is there, leaves a gap where nothing is, and tells all figures', () => {
    const model = chartModel(summarySample, wish);
    assert.ok(model);
    assert.deepEqual(model.series[0]?.values, [50, null]);
    assert.deepEqual(
      model.categories.map(({ short }) => short),
      ['Oct 2026', 'Nov'],
    );
    assert.deepEqual(pointLines(model, { x: 0, y: 0, category: 0, series: 0 }), ['Month: Oct 2026', 'NPS: 50', 'Rated: 4']);
    assert.equal(chartSentence(model, texts), 'NPS by Month. Highest: Oct 2026, 50. Lowest: Oct 2026, 50.');
    assert.deepEqual(chartRows(model).heads, ['Month', 'NPS', 'Rated']);
    assert.equal(columnDrawing(model, 600, 260, String).points.length, 1);
    assert.equal(lineDrawing(model, 600, 260, String).points.length, 1);
  });

  it('given groups down and across, has a series for each group across, in the colour that it is called by', () => {
    const model = chartModel(matrixSample, { ...wish, groupings: ['Touchpoint', 'Band'] });
    assert.ok(model);
    assert.deepEqual(
      model.series.map(({ label, values, colour }) => [label, values, colour]),
      [
        ['A', [10], 5],
        ['B', [null], undefined],
      ],
    );
    assert.deepEqual(legendOf(model), [
      { label: 'A', colour: 5 },
      { label: 'B', colour: 1 },
    ]);
  });

  it('given nothing to draw, is none', () => {
    assert.equal(chartModel({ ...summarySample, groupingsDown: { groupings: [] } }, wish), undefined);
  });

  it('given any values, keeps every mark inside its field', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.integer({ min: 200, max: 1200 }), (drawn, width) => {
        const model = chartModel(summarySample, wish);
        assert.ok(model);
        const categories = drawn.map((_value, index) => ({ label: `Category ${String(index)}`, facts: [] }));
        const many = { ...model, categories, series: [{ label: 'NPS', values: drawn, texts: drawn.map(String) }] };
        for (const { points, width: wide, height } of [
          columnDrawing(many, width, 260, String),
          barDrawing({ ...many, showsValues: false }, width, 260, String),
          lineDrawing(many, width, 260, String),
          ringDrawing(many, width, 260, ''),
        ]) {
          for (const { x, y } of points) assert.ok(x >= -1 && x <= wide + 1 && y >= -1 && y <= height + 1, `${String(x)}, ${String(y)}`);
        }
      }),
    );
  });
});

describe('the axis of a chart', () => {
  const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 });

  it('given any values, holds them between round ends', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const axis = valueAxis(values, [0, 100], { count: 5, withZero: true });
        const slack = (axis.to - axis.from) * 1e-6;
        assert.ok(axis.from <= Math.min(0, ...values) + slack && axis.to >= Math.max(0, ...values) - slack);
        assert.ok(axis.ticks.length >= 2 && axis.ticks.length <= 14);
      }),
    );
  });

  it('given counts, has no halves', () => {
    assert.deepEqual(valueAxis([1, 2], [0, 100], { count: 5, withZero: true }).ticks, [0, 1, 2]);
    assert.deepEqual(valueAxis([0], [0, 100], { count: 5, withZero: true }).ticks, [0, 1]);
  });

  it('given a stack, ends where its values come to, upwards and downwards apart', () => {
    assert.deepEqual(stacked([2, null, -1, 3]), [
      [0, 2],
      [2, 2],
      [0, -1],
      [2, 5],
    ]);
    assert.deepEqual(shares([1, null, 3]), [25, null, 75]);
  });
});
