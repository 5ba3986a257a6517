import type { FactCell, ReportGroup, ReportResult, SummaryValue } from '../../reports/types.ts';
import type { GroupOrder } from './componentSort.ts';
import { resultView, type Levels, type ViewGroup } from './resultView.ts';

/** What a component takes of a run that it may share with others. */
export interface Projection {
  readonly levels: Levels;
  /** Figures that come first, in the component's order; the run's others follow. */
  readonly aggregates: readonly string[];
  /** One for each level of groups shown. */
  readonly orders: readonly GroupOrder[];
  /** Groups of the first level at most. */
  readonly most: number | undefined;
}

/** A run as a component shows it: its figures, its groups in its order, nested as rows and numbered anew. */
export function projectResult(result: ReportResult, { levels, aggregates, orders, most }: Projection): ReportResult {
  const own = aggregates.map((name) => result.aggregates.findIndex((column) => column.name === name)).filter((place) => place >= 0);
  const places = [...new Set([...own, ...result.aggregates.keys()])];
  const figures = (cell: FactCell | undefined): FactCell => ({
    aggregates: places.map((place) => cell?.aggregates[place] ?? { value: null, label: '-' }),
  });
  const factMap = new Map([['T!T', figures(result.factMap.get('T!T'))]]);
  const arrange = (groups: readonly ViewGroup[], level: number, prefix: string): readonly ReportGroup[] => {
    const order = orders[level];
    if (order === undefined) return [];
    const sorted = sortedGroups(groups, order, result);
    const shown = level === 0 && most !== undefined ? sorted.slice(0, most) : sorted;
    return shown.map(({ group, cell, inner }, place) => {
      const key = `${prefix}${place}`;
      factMap.set(`${key}!T`, figures(cell));
      return { ...group, key, groups: arrange(inner, level + 1, `${key}_`) };
    });
  };
  const columns = [...result.groupingsDown.slice(0, levels.down), ...result.groupingsAcross.slice(0, levels.across)];
  return {
    ...result,
    detailColumns: [],
    groupingsDown: columns.map((column, level) => ({ ...column, level })),
    groupingsAcross: [],
    aggregates: places.flatMap((place) => result.aggregates[place] ?? []),
    down: arrange(resultView(result, levels), 0, ''),
    across: [],
    factMap,
    hasDetailRows: false,
  };
}

/** A run has its groups in their natural order. */
function sortedGroups(groups: readonly ViewGroup[], { aggregate, descending }: GroupOrder, result: ReportResult): readonly ViewGroup[] {
  const place = aggregate === undefined ? -1 : result.aggregates.findIndex(({ name }) => name === aggregate);
  if (place < 0) return descending ? groups.toReversed() : groups;
  const figure = ({ cell }: ViewGroup): SummaryValue['value'] => cell?.aggregates[place]?.value ?? null;
  return groups.toSorted((one, other) => {
    const compared = compareFigures(figure(one), figure(other));
    return descending ? -compared : compared;
  });
}

/** Nothing comes before everything. */
function compareFigures(one: SummaryValue['value'], other: SummaryValue['value']): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}
