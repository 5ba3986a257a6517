import type { CompiledAggregate } from './compileReport.ts';
import type { GroupNode, GroupSide } from './facts.ts';
import { groupOrder, groupTexts, type GroupWords } from './groupLabels.ts';
import type { CompiledGrouping } from './groupings.ts';
import { MOST_GROUPS, type ReportGroup } from './result.ts';
import type { Summed } from './summaryValues.ts';

/** How the groups of a side are put in their order. */
export interface SideOrder {
  readonly groupings: readonly CompiledGrouping[];
  readonly words: GroupWords;
  /** The aggregates to sort by, by lower-cased name. */
  readonly aggregates: ReadonlyMap<string, CompiledAggregate>;
  /** The value of one for a group as a whole. */
  readonly valueOf: (aggregate: CompiledAggregate, node: GroupNode) => Summed;
}

/** Cells that the two sides of a matrix make at most. */
const MOST_CELLS = 200_000;

/** The innermost groups of one side that a report may have where the other has so many. */
export function mostBeside(side: GroupSide): number {
  return Math.max(1, Math.min(MOST_GROUPS, Math.floor(MOST_CELLS / eachGroup(side.root).length)));
}

/**
 * Sorts the groups of a side at every level and keeps the first innermost ones.
 * @returns whether all were kept
 */
export function sortSide(side: GroupSide, order: SideOrder, most = MOST_GROUPS): boolean {
  const kept = { left: most, all: true };
  sortChildren(side.root, order, kept);
  return kept.all;
}

function sortChildren(node: GroupNode, order: SideOrder, kept: { left: number; all: boolean }): void {
  const grouping = order.groupings[node.depth];
  if (grouping === undefined) {
    kept.left -= 1;
    return;
  }
  const sorted: GroupNode[] = [];
  for (const child of [...node.children.values()].sort(comparison(grouping, order))) {
    if (kept.left <= 0) {
      kept.all = false;
      break;
    }
    child.index = sorted.length;
    sorted.push(child);
    sortChildren(child, order, kept);
  }
  node.sorted = sorted;
}

function comparison(grouping: CompiledGrouping, { words, aggregates, valueOf }: SideOrder): (one: GroupNode, other: GroupNode) => number {
  const ascending = groupOrder(grouping, words);
  const sign = grouping.sortOrder === 'Desc' ? -1 : 1;
  const aggregate = grouping.sortAggregate === undefined ? undefined : aggregates.get(grouping.sortAggregate.toLowerCase());
  if (aggregate === undefined) return (one, other) => sign * ascending(one, other);
  return (one, other) => sign * compareValues(valueOf(aggregate, one), valueOf(aggregate, other)) || ascending(one, other);
}

/** What has no value is less than what has one. */
function compareValues(one: Summed, other: Summed): number {
  const [first, second] = [one, other].map((value) => (typeof value === 'symbol' ? null : value));
  if (first === second) return 0;
  if (first === null || first === undefined) return -1;
  if (second === null || second === undefined) return 1;
  return first < second ? -1 : 1;
}

/** The sorted groups of a side as the result has them. */
export function groupsOf(node: GroupNode, groupings: readonly CompiledGrouping[], words: GroupWords): readonly ReportGroup[] {
  const grouping = groupings[node.depth];
  if (grouping === undefined) return [];
  return node.sorted.map((child) => ({
    key: keyOf(child),
    ...groupTexts(grouping, child.raw, words),
    groups: groupsOf(child, groupings, words),
  }));
}

/** Its place in keys of the fact map: `T`, `0`, `0_1`. */
export function keyOf(node: GroupNode): string {
  if (node.parent === undefined) return 'T';
  return node
    .path()
    .slice(1)
    .map(({ index }) => String(index))
    .join('_');
}

/** The total and every group that was kept, each before those within it. */
export function eachGroup(node: GroupNode): readonly GroupNode[] {
  return [node, ...node.sorted.flatMap(eachGroup)];
}
