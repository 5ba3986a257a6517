import assert from 'node:assert/strict';
import { textOf, type Json } from '../client.ts';
import { figureAt, figureOf, pathsOf, type Group, type PathOfGroups, type RunAnswer } from './answer.ts';
import { Figures, type Cell } from './figures.ts';
import type { GroupingElement, ReportFile } from './reportFile.ts';
import { compared, type Expected, type KeyOf } from './run.ts';
import type { Values } from './tables.ts';

/** How much was compared. */
export interface Compared {
  readonly rows: number;
  readonly groups: number;
  readonly figures: number;
}

/**
 * Every figure of every group of an answer against the expected rows: which groups there are, their order, their
 * figures, the totals, and the rows below them. @throws AssertionError
 */
export function compareRun(report: ReportFile, expected: Expected, answer: RunAnswer): Compared {
  const figures = new Figures(report, expected.columns);
  const sides = {
    down: new Side(expected.down, report.groupingsDown, pathsOf(answer.groupingsDown.groupings), expected),
    across: new Side(expected.across, report.groupingsAcross, pathsOf(answer.groupingsAcross.groupings), expected),
  };
  sides.down.checkGroups(report.fullName);
  sides.across.checkGroups(report.fullName);
  let count = 0;
  for (const down of sides.down.paths) {
    for (const across of sides.across.paths) {
      const key = `${down.key}!${across.key}`;
      const fact = answer.factMap[key];
      assert.ok(fact, `${report.fullName}: the answer has no ${key}`);
      const cell = cellAt(sides, down, across);
      for (const [place, name] of answer.reportMetadata.aggregates.entries()) {
        const where = `${report.fullName}, ${told(down, across)}, ${name}`;
        if (!isShown(report, name, down, across)) continue;
        closeTo(figureAt(answer, key, place), figures.of(name, cell), where);
        checkLabel(report, answer, { key, place, name }, where);
        count += 1;
      }
    }
  }
  checkSortedByFigure(report, answer);
  return { rows: expected.rows.length, groups: sides.down.paths.length + sides.across.paths.length - 2, figures: count };
}

/** What a person reads is the figure, rounded to the decimals of its formula. */
function checkLabel(
  report: ReportFile,
  answer: RunAnswer,
  at: { readonly key: string; readonly place: number; readonly name: string },
  where: string,
): void {
  const formula = report.aggregates.find(({ developerName }) => developerName === at.name);
  if (formula === undefined) return;
  const fact = answer.factMap[at.key]?.aggregates[at.place];
  const value = figureOf(fact?.value ?? null);
  const label = fact?.label ?? '';
  if (typeof value !== 'number') {
    assert.ok(label === '-' || label === '#Error!', `${where}: ${label} is shown for nothing`);
    return;
  }
  const read = Number(label.replaceAll(/[^\d.-]/gu, ''));
  assert.ok(Math.abs(read - value) <= 0.5 * 10 ** -formula.scale + 1e-9, `${where}: ${label} is shown for ${String(value)}`);
  assert.equal(label.includes('%'), formula.datatype === 'percent', `${where}: ${label}`);
}

const told = (down: PathOfGroups, across: PathOfGroups): string =>
  [...down.groups, ...across.groups].map(({ label }) => label).join(' / ') || 'total';

/** A formula that is for one level only is not looked at elsewhere. */
function isShown(report: ReportFile, name: string, down: PathOfGroups, across: PathOfGroups): boolean {
  const formula = report.aggregates.find(({ developerName }) => developerName === name);
  const fits = (context: string | undefined, fields: readonly GroupingElement[], { groups }: PathOfGroups): boolean => {
    if (context === undefined || context === 'all') return true;
    const level = fields.findIndex(({ field }) => field === context);
    return groups.length === level + 1;
  };
  return (
    fits(formula?.downGroupingContext, report.groupingsDown, down) && fits(formula?.acrossGroupingContext, report.groupingsAcross, across)
  );
}

/** Two figures that differ by no more than the last digits of a double. @throws AssertionError */
export function closeTo(actual: Json, wanted: Json, where: string, within = 0): void {
  if (typeof actual === 'number' && typeof wanted === 'number') {
    const difference = Math.abs(actual - wanted);
    assert.ok(difference <= within + 1e-9 * Math.max(1, Math.abs(wanted)), `${where}: ${String(actual)} instead of ${String(wanted)}`);
    return;
  }
  assert.equal(actual, wanted, where);
}

interface Sides {
  readonly down: Side;
  readonly across: Side;
}

function cellAt({ down, across }: Sides, downPath: PathOfGroups, acrossPath: PathOfGroups): Cell {
  const cut = (one: PathOfGroups, other: PathOfGroups): readonly Values[] => {
    const others = new Set(across.rowsOf(other));
    return down.rowsOf(one).filter((row) => others.has(row));
  };
  return {
    rows: cut(downPath, acrossPath),
    // In a summary report one grouping is named, in a matrix one of each side.
    above: (row, column) =>
      cellAt({ down, across }, down.above(downPath, row), column === undefined ? acrossPath : across.above(acrossPath, column)),
    before: (grouping, back) => {
      const earlier = down.before(downPath, grouping, back);
      return earlier === undefined ? undefined : cellAt({ down, across }, earlier, acrossPath);
    },
  };
}

/** Groups of one side of an answer, and the rows that belong in each. */
class Side {
  readonly paths: readonly PathOfGroups[];
  readonly total: PathOfGroups;
  readonly #keys: readonly KeyOf[];
  readonly #groupings: readonly GroupingElement[];
  readonly #rows: readonly Values[];
  readonly #lookups: readonly boolean[];
  readonly #found = new Map<string, readonly Values[]>();

  constructor(keys: readonly KeyOf[], groupings: readonly GroupingElement[], paths: readonly PathOfGroups[], { columns, rows }: Expected) {
    this.#keys = keys;
    this.#groupings = groupings;
    this.#rows = rows;
    this.#lookups = groupings.map(({ field }) => columns.get(field)?.isLookup === true);
    this.paths = paths;
    this.total = { key: 'T', groups: [] };
  }

  rowsOf(path: PathOfGroups): readonly Values[] {
    const known = this.#found.get(path.key);
    if (known !== undefined) return known;
    const rows = this.#rows.filter((row) => path.groups.every((group, level) => this.#keys[level]?.(row) === this.#keyOf(group, level)));
    this.#found.set(path.key, rows);
    return rows;
  }

  above(path: PathOfGroups, grouping: string): PathOfGroups {
    const level = this.#levelOf(grouping);
    if (level < 0) return this.total;
    return (
      this.paths.find(
        ({ key, groups }) => groups.length === level + 1 && groups.every((group, n) => group === path.groups[n]) && key !== 'T',
      ) ?? this.total
    );
  }

  /** The sibling before a path's group at a level, with the same groups above. */
  before(path: PathOfGroups, grouping: string, back: number): PathOfGroups | undefined {
    const level = this.#levelOf(grouping);
    const own = path.groups[level];
    const siblings = this.paths.filter(
      ({ groups }) => groups.length === level + 1 && groups.slice(0, level).every((group, n) => group === path.groups[n]),
    );
    const place = siblings.findIndex(({ groups }) => groups[level] === own);
    return place < 0 ? undefined : siblings[place - back];
  }

  /** Each group that the rows make is there once, none is without rows, and they stand in their order. */
  checkGroups(name: string): void {
    for (const path of this.paths.filter(({ groups }) => groups.length < this.#keys.length)) {
      const level = path.groups.length;
      const key = this.#keys[level];
      if (key === undefined) continue;
      const wanted = new Set(this.rowsOf(path).map((row) => key(row)));
      const children = this.paths.filter(
        ({ groups }) => groups.length === level + 1 && path.groups.every((group, n) => group === groups[n]),
      );
      const found = children.map(({ groups }) => this.#keyOf(groups[level], level));
      const where = `${name}, groups below ${path.groups.map(({ label }) => label).join(' / ') || 'the total'}`;
      assert.deepEqual([...found].sort(compared), [...wanted].sort(compared), where);
      this.#checkOrder(found, level, where);
    }
  }

  #checkOrder(found: readonly Json[], level: number, where: string): void {
    const grouping = this.#groupings[level];
    if (grouping === undefined || grouping.sortByName !== undefined) return;
    // Texts are sorted by the collation of the language: only figures and dates are looked at here.
    if (found.some((value) => value !== null && typeof value !== 'number' && !/^\d{4}-\d\d-\d\d$/u.test(textOf(value)))) return;
    const sorted = [...found].sort(compared);
    assert.deepEqual(found, grouping.sortOrder === 'Desc' ? sorted.reverse() : sorted, `${where}: in order`);
  }

  #levelOf(grouping: string): number {
    return this.#groupings.findIndex(({ field }) => field === grouping || field.replace('$', '.') === grouping);
  }

  #keyOf(group: Group | undefined, level: number): Json {
    if (group === undefined || group.value === null) return null;
    return this.#lookups[level] === true ? group.label : figureOf(group.value);
  }
}

/** Groups that the file sorts by a figure: each is no smaller (or larger) than the next. */
function checkSortedByFigure(report: ReportFile, answer: RunAnswer): void {
  const check = (groupings: readonly GroupingElement[], groups: readonly Group[], keyOf: (group: Group) => string, level = 0): void => {
    const grouping = groupings[level];
    if (grouping?.sortByName !== undefined) {
      const place = answer.reportMetadata.aggregates.findIndex((name) => isSortedBy(name, grouping));
      if (place < 0) return;
      const figures = groups.map((group) => figureOf(answer.factMap[keyOf(group)]?.aggregates[place]?.value ?? null));
      const sorted = [...figures].sort(compared);
      assert.deepEqual(
        figures,
        grouping.sortOrder === 'Desc' ? sorted.reverse() : sorted,
        `${report.fullName}: sorted by ${grouping.sortByName}`,
      );
    }
    for (const group of groups) check(groupings, group.groupings, keyOf, level + 1);
  };
  check(report.groupingsDown, answer.groupingsDown.groupings, ({ key }) => `${key}!T`);
  check(report.groupingsAcross, answer.groupingsAcross.groupings, ({ key }) => `T!${key}`);
}

const PREFIXES: Readonly<Record<string, string>> = { Sum: 's!', Average: 'a!', Minimum: 'm!', Maximum: 'x!', Unique: 'u!' };

function isSortedBy(name: string, { aggregateType = '', sortByName = '' }: GroupingElement): boolean {
  if (name === sortByName) return true;
  const field = sortByName.split('$')[1] ?? sortByName;
  return name.startsWith(PREFIXES[aggregateType] ?? '') && name.endsWith(`.${field}`);
}
