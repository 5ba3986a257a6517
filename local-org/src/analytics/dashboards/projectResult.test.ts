import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ReportResult } from '../../reports/types.ts';
import { groupingBy, resultWith } from '../testing/plainReport.ts';
import { projectResult } from './projectResult.ts';
import { levelsOf } from './resultView.ts';

const matrix = resultWith(['Bonn', 'Oslo', 'Rome'], ['2025', '2026'], {
  'T!T': [60, 6],
  '0!T': [30, 1],
  '1!T': [10, 2],
  '2!T': [20, 3],
  'T!0': [25, 4],
  'T!1': [35, 2],
  '0!0': [30, 1],
  '0!1': [null, 0],
  '1!0': [10, 2],
  '1!1': [0, 0],
  '2!0': [5, 1],
  '2!1': [15, 2],
});

const city = { column: 'City', aggregate: undefined, descending: false };

function labelsOf({ down }: ReportResult): readonly string[] {
  return down.map(({ label }) => label);
}

function figuresOf(result: ReportResult, key: string): readonly unknown[] {
  return result.factMap.get(key)?.aggregates.map(({ value }) => value) ?? [];
}

describe('projectResult', () => {
  it('given a figure to sort by and a limit, when a component takes its groups, then the greatest stand first, numbered anew', () => {
    const shown = projectResult(matrix, {
      levels: { down: 1, across: 0 },
      aggregates: ['F0'],
      orders: [{ ...city, aggregate: 'F0', descending: true }],
      most: 2,
    });
    assert.deepEqual(labelsOf(shown), ['Bonn', 'Rome']);
    assert.deepEqual(figuresOf(shown, '1!T'), [20, 3]);
    assert.equal(shown.factMap.has('2!T'), false);
  });

  it('given the figures in another order, when a component takes them, then its own come first and the others follow', () => {
    const shown = projectResult(matrix, { levels: { down: 0, across: 0 }, aggregates: ['F1'], orders: [], most: undefined });
    assert.deepEqual(figuresOf(shown, 'T!T'), [6, 60]);
    assert.deepEqual(
      shown.aggregates.map(({ name }) => name),
      ['F1', 'F0'],
    );
  });

  it('given a matrix, when a component shows rows with columns within, then each cell is where its groups meet', () => {
    const shown = projectResult(matrix, {
      levels: { down: 1, across: 1 },
      aggregates: ['F0'],
      orders: [city, { column: 'Year', aggregate: undefined, descending: true }],
      most: undefined,
    });
    assert.deepEqual(
      shown.down[2]?.groups.map(({ label, key }) => [label, key]),
      [
        ['2026', '2_0'],
        ['2025', '2_1'],
      ],
    );
    assert.deepEqual(figuresOf(shown, '2_0!T'), [15, 2]);
    assert.deepEqual(figuresOf(shown, '0_0!T'), [null, 0]);
  });

  it('given a matrix, when a component shows its columns alone, then their totals are taken', () => {
    const shown = projectResult(matrix, {
      levels: { down: 0, across: 1 },
      aggregates: [],
      orders: [{ column: 'Year', aggregate: undefined, descending: false }],
      most: undefined,
    });
    assert.deepEqual(figuresOf(shown, '1!T'), [35, 2]);
  });

  it('given groups without a value, when groups are sorted by it, then they come before all, and after all downwards', () => {
    const some = resultWith(['Bonn', 'Oslo', 'Rome'], [], { 'T!T': [1], '0!T': [2], '1!T': [null], '2!T': [1] });
    const by = (descending: boolean): readonly string[] =>
      labelsOf(
        projectResult(some, {
          levels: { down: 1, across: 0 },
          aggregates: ['F0'],
          orders: [{ ...city, aggregate: 'F0', descending }],
          most: undefined,
        }),
      );
    assert.deepEqual(by(false), ['Oslo', 'Rome', 'Bonn']);
    assert.deepEqual(by(true), ['Bonn', 'Rome', 'Oslo']);
  });
});

describe('levelsOf', () => {
  const report = { groupingsDown: [groupingBy('A'), groupingBy('B')], groupingsAcross: [groupingBy('C')] };

  it('finds first rows, first columns and both; nothing where a grouping stands deeper', () => {
    const levels = (...columns: readonly string[]): unknown => levelsOf(columns.map(groupingBy), report);
    assert.deepEqual(levels(), { down: 0, across: 0 });
    assert.deepEqual(levels('A'), { down: 1, across: 0 });
    assert.deepEqual(levels('A', 'B', 'C'), { down: 2, across: 1 });
    assert.deepEqual(levels('A', 'C'), { down: 1, across: 1 });
    assert.deepEqual(levels('C'), { down: 0, across: 1 });
    assert.equal(levels('B'), undefined);
    assert.equal(levels('C', 'A'), undefined);
  });
});
