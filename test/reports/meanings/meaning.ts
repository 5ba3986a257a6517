import assert from 'node:assert/strict';
import type { Json } from '../client.ts';
import { figureAt, pathsOf, type Group, type PathOfGroups, type RunAnswer } from '../reference/answer.ts';
import { closeTo } from '../reference/compare.ts';
import { compared } from '../reference/run.ts';
import type { Viewer } from '../reference/filters.ts';
import type { Raw } from './raw.ts';

/**
 * What a report is to tell, by the words of its name and description, computed from raw records: not from its file, nor
 * from a flag, formula or roll-up of the package.
 */
export interface Meaning<Item> {
  /** In a few words, for the table of all reports. */
  readonly figure: string;
  /** What the report is about, of all that the viewer can read. */
  readonly of: (raw: Raw, viewer: Viewer) => readonly Item[];
  /** Groups down, outermost first: the value or label of the group that an item is in. */
  readonly by: readonly ((item: Item, viewer: Viewer) => Json)[];
  /** Groups across. */
  readonly across?: readonly ((item: Item, viewer: Viewer) => Json)[];
  /** Every figure that the report shows, by its label. */
  readonly figures: Readonly<Record<string, (items: readonly Item[], viewer: Viewer) => number | null>>;
  /** Figures that are parts of the whole: of the items of a group and those of the group (and column) that it is a part of. At the innermost groups. */
  readonly partOfAll?: Readonly<Record<string, (items: readonly Item[], all: readonly Item[]) => number | null>>;
  /** By how much a figure may differ, where records show less than the whole of a number. */
  readonly roundedBy?: Readonly<Record<string, number>>;
  /** Of reports with details: which records are listed, by the id that the column shows. */
  readonly records?: { readonly column: string; readonly id: (item: Item) => Json };
}

/** A meaning whose kind of item nobody needs to know. */
export interface CheckedMeaning {
  readonly figure: string;
  /** Compares every figure of an answer; gives how many. @throws AssertionError */
  check(name: string, raw: Raw, viewer: Viewer, answer: RunAnswer): number;
}

export function meaning<Item>(given: Meaning<Item>): CheckedMeaning {
  return { figure: given.figure, check: (name, raw, viewer, answer) => checkMeaning(given, name, raw, viewer, answer) };
}

function checkMeaning<Item>(given: Meaning<Item>, name: string, raw: Raw, viewer: Viewer, answer: RunAnswer): number {
  const items = given.of(raw, viewer);
  const down = pathsOf(answer.groupingsDown.groupings);
  const across = pathsOf(answer.groupingsAcross.groupings);
  const keys = { down: given.by, across: given.across ?? [] };
  checkGroups(`${name}, down`, items, keys.down, down, viewer);
  checkGroups(`${name}, across`, items, keys.across, across, viewer);
  let count = 0;
  for (const downPath of down) {
    for (const acrossPath of across) {
      const own = items.filter((item) => isIn(item, keys.down, downPath, viewer) && isIn(item, keys.across, acrossPath, viewer));
      const whole = items.filter((item) => isIn(item, keys.across, acrossPath, viewer));
      const where = `${name}, ${[...downPath.groups, ...acrossPath.groups].map(({ label }) => label).join(' / ') || 'total'}`;
      const isInnermost = downPath.groups.length === keys.down.length && acrossPath.groups.length === keys.across.length;
      count += checkFigures(given, { own, whole, isInnermost }, where, answer, `${downPath.key}!${acrossPath.key}`, viewer);
    }
  }
  if (given.records !== undefined) checkRecords(name, given.records, items, answer);
  return count;
}

/** Items of a cell, and all those of its column. */
interface CellItems<Item> {
  readonly own: readonly Item[];
  readonly whole: readonly Item[];
  readonly isInnermost: boolean;
}

function checkFigures<Item>(
  { figures, partOfAll, roundedBy }: Meaning<Item>,
  { own, whole, isInnermost }: CellItems<Item>,
  where: string,
  answer: RunAnswer,
  key: string,
  viewer: Viewer,
): number {
  const { reportMetadata, reportExtendedMetadata } = answer;
  const labels = reportMetadata.aggregates.map((name) => reportExtendedMetadata.aggregateColumnInfo[name]?.label ?? name);
  for (const [place, label] of labels.entries()) {
    const actual = figureAt(answer, key, place);
    const part = partOfAll?.[label];
    if (part !== undefined) {
      if (isInnermost) closeTo(actual, part(own, whole), `${where}, ${label}`);
      continue;
    }
    const figure = figures[label] ?? (label === 'Record Count' ? (all: readonly Item[]) => all.length : undefined);
    assert.ok(figure, `${where}: nothing checks the figure "${label}"`);
    closeTo(actual, figure(own, viewer), `${where}, ${label}`, roundedBy?.[label]);
  }
  return labels.length;
}

type Key<Item> = (item: Item, viewer: Viewer) => Json;

const isIn = <Item>(item: Item, keys: readonly Key<Item>[], { groups }: PathOfGroups, viewer: Viewer): boolean =>
  groups.every((group, level) => isGroup(group, keys[level]?.(item, viewer) ?? null));

const isGroup = ({ value, label }: Group, key: Json): boolean => (key === null ? value === null : value === key || label === key);

/** Each group that the items make is there, and no other. */
function checkGroups<Item>(
  where: string,
  items: readonly Item[],
  keys: readonly Key<Item>[],
  paths: readonly PathOfGroups[],
  viewer: Viewer,
): void {
  assert.equal(Math.max(...paths.map(({ groups }) => groups.length)) <= keys.length, true, `${where}: more groupings than expected`);
  const wanted = new Set<string>();
  for (const item of items) {
    let found: PathOfGroups | undefined;
    for (const [level] of keys.entries()) {
      found = paths.find(({ groups }) => groups.length === level + 1 && isIn(item, keys, { key: '', groups }, viewer));
      assert.ok(found, `${where}: no group for ${JSON.stringify(keys.slice(0, level + 1).map((key) => key(item, viewer)))}`);
      wanted.add(found.key);
    }
  }
  const extra = paths
    .filter(({ key }) => key !== 'T' && !wanted.has(key))
    .map(({ groups }) => groups.map(({ label }) => label).join(' / '));
  assert.deepEqual(extra, [], `${where}: groups of nothing`);
}

function checkRecords<Item>(
  name: string,
  { column, id }: { readonly column: string; readonly id: (item: Item) => Json },
  items: readonly Item[],
  { factMap, reportMetadata }: RunAnswer,
): void {
  const place = reportMetadata.detailColumns.indexOf(column);
  assert.notEqual(place, -1, `${name}: no column ${column}`);
  const listed = Object.values(factMap).flatMap(({ rows }) => (rows ?? []).map(({ dataCells }) => dataCells[place]?.value ?? null));
  assert.deepEqual([...listed].sort(compared), items.map(id).sort(compared), `${name}: the records listed`);
}
