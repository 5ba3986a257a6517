import type { Json } from '../client.ts';

/** What the Analytics API answers for a run, as far as figures go. */
export interface RunAnswer {
  readonly allData: boolean;
  readonly factMap: Readonly<Record<string, Fact>>;
  readonly groupingsDown: { readonly groupings: readonly Group[] };
  readonly groupingsAcross: { readonly groupings: readonly Group[] };
  readonly reportMetadata: {
    readonly aggregates: readonly string[];
    readonly detailColumns: readonly string[];
    readonly reportFilters: readonly { readonly column: string; readonly operator: string; readonly value: string }[];
  } & Readonly<Record<string, unknown>>;
  readonly reportExtendedMetadata: {
    readonly aggregateColumnInfo: Readonly<Record<string, { readonly label: string; readonly dataType: string }>>;
  };
}

export interface Fact {
  readonly aggregates: readonly { readonly label: string; readonly value: Json }[];
  readonly rows?: readonly { readonly dataCells: readonly Cell[] }[];
}

export interface Cell {
  readonly label: string;
  readonly value: Json;
}

export interface Group {
  readonly key: string;
  readonly value: Json;
  readonly label: string;
  readonly groupings: readonly Group[];
}

/** A group with all above it, outermost first; the total has none. */
export interface PathOfGroups {
  readonly key: string;
  readonly groups: readonly Group[];
}

/** The total and every group of one side, parents before their children. */
export function pathsOf(groupings: readonly Group[]): readonly PathOfGroups[] {
  const below = (groups: readonly Group[], above: readonly Group[]): PathOfGroups[] =>
    groups.flatMap((group) => [{ key: group.key, groups: [...above, group] }, ...below(group.groupings, [...above, group])]);
  return [{ key: 'T', groups: [] }, ...below(groupings, [])];
}

/**
 * A figure as formulas have it: the API tells percents times 100 (42.5 for 42.5 %), an amount of money with its currency.
 */
export function figureAt({ factMap, reportMetadata, reportExtendedMetadata }: RunAnswer, key: string, place: number): Json {
  const value = figureOf(factMap[key]?.aggregates[place]?.value ?? null);
  const info = reportExtendedMetadata.aggregateColumnInfo[reportMetadata.aggregates[place] ?? ''];
  return info?.dataType === 'percent' && typeof value === 'number' ? value / 100 : value;
}

/** An amount of money is told with its currency; a figure alone. */
export function figureOf(value: Json): Json {
  return typeof value === 'object' && value !== null && 'amount' in value ? (value['amount'] ?? null) : value;
}
