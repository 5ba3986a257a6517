import type { FactCell, ReportGroup, ReportGrouping, ReportResult } from '../../reports/types.ts';

/** A group of a run as a component nests it: columns of a matrix may stand within its rows, or alone. */
export interface ViewGroup {
  readonly group: ReportGroup;
  readonly cell: FactCell | undefined;
  readonly inner: readonly ViewGroup[];
}

/** How many levels of rows, and then of columns, of a report a component shows. */
export interface Levels {
  readonly down: number;
  readonly across: number;
}

interface Grouped {
  readonly groupingsDown: readonly ReportGrouping[];
  readonly groupingsAcross: readonly ReportGrouping[];
}

/**
 * Where the wanted groupings stand in a report: its first rows, its first
 * columns, or first rows with first columns within them. Undefined: a run of
 * the report as it is does not have them, so it takes one of their own.
 */
export function levelsOf(wanted: readonly ReportGrouping[], { groupingsDown, groupingsAcross }: Grouped): Levels | undefined {
  const down = commonStart(wanted, groupingsDown);
  const rest = wanted.slice(down);
  const across = commonStart(rest, groupingsAcross);
  return across === rest.length ? { down, across } : undefined;
}

function commonStart(wanted: readonly ReportGrouping[], there: readonly ReportGrouping[]): number {
  const different = wanted.findIndex((grouping, level) => JSON.stringify(grouping) !== JSON.stringify(there[level]));
  return different < 0 ? wanted.length : different;
}

/** The groups of a run, nested as the levels say. */
export function resultView(result: ReportResult, levels: Levels): readonly ViewGroup[] {
  const acrossOf = (downKey: string): readonly ViewGroup[] => nested(result.across, levels.across, (group) => `${downKey}!${group.key}`);
  const nested = (
    groups: readonly ReportGroup[],
    depth: number,
    factKey: (group: ReportGroup) => string,
    innermost: (group: ReportGroup) => readonly ViewGroup[] = () => [],
  ): readonly ViewGroup[] =>
    depth === 0
      ? []
      : groups.map((group) => ({
          group,
          cell: result.factMap.get(factKey(group)),
          inner: depth === 1 ? innermost(group) : nested(group.groups, depth - 1, factKey, innermost),
        }));
  if (levels.down === 0) return acrossOf('T');
  return nested(
    result.down,
    levels.down,
    (group) => `${group.key}!T`,
    (group) => acrossOf(group.key),
  );
}
