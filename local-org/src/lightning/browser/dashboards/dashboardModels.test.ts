import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { textsFor } from '../../texts/texts.ts';
import { summarySample } from '../reports/testing/samples.ts';
import type { WireComponent, WireComponentData } from '../reports/wire.ts';
import { bandOf, bandsOf } from './bands.ts';
import { gaugeDrawing } from './gaugeDrawing.ts';
import { gridColumns, placedTiles } from './layout.ts';
import { tileView } from './tileView.ts';

const texts = textsFor('en_US');
const words = { total: 'Total', subtotal: 'Subtotal', yes: 'Yes', no: 'No', locale: 'en-US' };
const breaks = [
  { color: 'c23934', lowerBound: -100, upperBound: 0 },
  { color: '#ffb75d', lowerBound: 0, upperBound: 30 },
  { color: null, lowerBound: 30, upperBound: 100 },
];
const bands = bandsOf({ breakPoints: [{ breaks }] }, texts, String);

function component(visualizationType: string): WireComponent {
  return {
    id: '01a000000000001AAA',
    componentData: 0,
    header: 'NPS',
    title: null,
    footer: 'Fewer than 30 answers are few.',
    reportId: '00O000000000001AAA',
    type: 'Report',
    properties: { visualizationType, aggregates: [{ name: 'FORMULA1' }], groupings: [{ name: 'Month' }] },
  };
}

const data: WireComponentData = {
  componentId: '01a000000000001AAA',
  reportResult: summarySample,
  status: { dataStatus: 'DATA', errorMessage: null, refreshDate: null },
};

describe('a component of a dashboard', () => {
  it('given what it draws, takes its figure, its groups or its rows', () => {
    const kinds = ['Metric', 'Gauge', 'Column', 'FlexTable', 'Donut'].map((type) => tileView(component(type), data, words).kind);
    assert.deepEqual(kinds, ['metric', 'gauge', 'chart', 'table', 'chart']);
    const view = tileView(component('Metric'), data, words);
    assert.deepEqual(view.kind === 'metric' && view.figure, { label: 'NPS', value: 50, text: '50' });
  });

  it('given a report that failed, says why', () => {
    const failed = { ...data, reportResult: null, status: { dataStatus: 'ERROR', errorMessage: 'It is gone.', refreshDate: null } };
    assert.deepEqual(tileView(component('Bar'), failed, words), { kind: 'problem', text: 'It is gone.' });
  });

  it('given no data, says so', () => {
    assert.deepEqual(tileView(component('Bar'), undefined, words), { kind: 'nothing' });
  });
});

describe('ranges of a figure', () => {
  it('given limits, tells the range by words, colour and shape; an end belongs to the range above it', () => {
    assert.deepEqual(
      [-100, -0.1, 0, 29.9, 30, 100].map((value) => bandOf(bands, value)?.text),
      ['-100 to 0', '-100 to 0', '0 to 30', '0 to 30', '30 to 100', '30 to 100'],
    );
    assert.deepEqual(
      bands.map(({ colour }) => colour),
      ['#c23934', '#ffb75d', '#706e6b'],
    );
    assert.equal(new Set(bands.map(({ shape }) => shape)).size, 3);
    assert.equal(bandOf(bands, undefined), undefined);
  });

  it('given any figure, the gauge stays between its ends, and without a figure has no needle', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const { needle = '', low, high } = gaugeDrawing(bands, value);
        assert.deepEqual([low, high], [-100, 100]);
        assert.ok((needle.match(/-?[\d.]+/gu) ?? []).every((number) => Number(number) >= -5 && Number(number) <= 205));
      }),
    );
    assert.equal(gaugeDrawing(bands, undefined).needle, undefined);
    assert.equal(gaugeDrawing([], undefined).arcs.length, 1);
  });
});

describe('the place of a component', () => {
  it('given a grid, is where the dashboard says, and is read row by row', () => {
    const components = [
      { column: 6, row: 0, colspan: 6, rowspan: 4 },
      { column: 0, row: 4, colspan: 12, rowspan: 8 },
      { column: 0, row: 0, colspan: 6, rowspan: 4 },
    ];
    const layout = { gridLayout: true, numColumns: 12, rowHeight: 36, components };
    assert.deepEqual(
      placedTiles(layout, 3).map(({ index }) => index),
      [2, 0, 1],
    );
    assert.equal(placedTiles(layout, 3)[0]?.style, 'grid-column: 1 / span 6; grid-row: 1 / span 4');
    assert.equal(gridColumns(layout), 12);
  });

  it('given columns, is below the one before it', () => {
    const layout = { gridLayout: false, columns: [{ components: [0, 1] }, { components: [] }, { components: [2] }] };
    assert.deepEqual(
      placedTiles(layout, 3).map(({ style }) => style),
      [
        'grid-column: 1 / span 6; grid-row: 1 / span 8',
        'grid-column: 1 / span 6; grid-row: 9 / span 8',
        'grid-column: 7 / span 6; grid-row: 1 / span 8',
      ],
    );
  });
});
