import { aggregateColumn, aggregatesAt, groupingLabel, groupsAcross, groupsDown, groupUrl, numberIn } from './facts.ts';
import type { WireCell, WireGroup, WireResult } from './wire.ts';

export type ChartKind = 'bar' | 'column' | 'line' | 'ring' | 'funnel' | 'scatter';

export type Stacking = 'none' | 'stacked' | 'hundred';

/** What is asked of a chart. */
export interface ChartWish {
  readonly kind: ChartKind;
  readonly stacking: Stacking;
  readonly isCumulative: boolean;
  /** Names of the groupings: the categories, and what splits them into series. */
  readonly groupings: readonly string[];
  /** Names of the aggregates that are drawn. */
  readonly aggregates: readonly string[];
  readonly title: string;
  readonly showsValues: boolean;
  /** For the names of months. */
  readonly locale: string;
}

/** One series: a figure for each category, and how it is written; null where there is none. */
export interface ChartSeries {
  readonly label: string;
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
  /** Which colour of the palette, where the value names one; absent: the next. */
  readonly colour?: number;
  /** Drawn as a line over columns. */
  readonly isLine?: boolean;
}

/** A group, and all figures of the report there. */
export interface ChartCategory {
  readonly label: string;
  /** For the axis, where there is little room. */
  readonly short?: string;
  readonly colour?: number;
  readonly url?: string;
  readonly facts: readonly string[];
}

/** What a chart shows. */
export interface ChartModel {
  readonly kind: ChartKind;
  readonly stacking: Stacking;
  readonly title: string;
  readonly showsValues: boolean;
  /** What the categories are: `Touchpoint`. */
  readonly categoryLabel: string;
  /** What is drawn: `NPS`. */
  readonly valueLabel: string;
  readonly categories: readonly ChartCategory[];
  /** What the first series comes to as the report has it; absent where that is not the sum of what is drawn. */
  readonly total?: string;
  readonly series: readonly ChartSeries[];
  /** All figures of the report for each category, as a table beside the drawing. */
  readonly columns: readonly string[];
}

/** The kind of a chart by the platform's name for it: `Horizontal Bar`, `ColumnStacked`, `LineGroupedCumulative`, ... */
export function chartKind(type: string): ChartKind {
  const name = type.toLowerCase();
  if (/donut|pie/u.test(name)) return 'ring';
  if (name.includes('funnel')) return 'funnel';
  if (/scatter|bubble/u.test(name)) return 'scatter';
  if (/column|vertical/u.test(name)) return 'column';
  return name.includes('line') ? 'line' : 'bar';
}

/** How series of a chart stand, by its name and by what a dashboard says of it. */
export function chartStacking(type: string, groupByType: string | null | undefined): Stacking {
  const text = `${type} ${groupByType ?? ''}`.toLowerCase();
  if (/stacked ?(?:to ?)?100/u.test(text)) return 'hundred';
  return text.includes('stacked') ? 'stacked' : 'none';
}

/** What a chart shows of a result; undefined where nothing is grouped or no figure is there. */
export function chartModel(result: WireResult, wish: ChartWish): ChartModel | undefined {
  const { reportMetadata: metadata } = result;
  const aggregates = wish.aggregates.filter((name) => metadata.aggregates.includes(name));
  const drawn = aggregates.length > 0 ? aggregates : metadata.aggregates.slice(0, 1);
  const dimensions = wish.groupings.map((name) => dimensionOf(result, name)).filter((found) => found !== undefined);
  const [first, second] = dimensions.length > 0 ? dimensions : firstDimension(result);
  if (first === undefined || drawn.length === 0) return undefined;
  const categories = categoriesOf(result, first);
  if (categories.length === 0) return undefined;
  const indexes = drawn.map((name) => metadata.aggregates.indexOf(name));
  const labels = drawn.map((name) => aggregateColumn(result, name).label);
  const bySecond = second === undefined ? undefined : splitSeries(result, { first, second, categories, index: indexes[0] ?? 0 });
  const series =
    bySecond ?? indexes.map((index, at) => ({ label: labels[at] ?? '', ...valuesOf(categories.map((one) => one.cells[index])) }));
  return {
    kind: wish.kind,
    stacking: series.length > 1 ? wish.stacking : 'none',
    title: wish.title,
    showsValues: wish.showsValues,
    categoryLabel: groupingLabel(result, first.name),
    valueLabel: bySecond === undefined ? labels.join(', ') : (labels[0] ?? ''),
    categories: categories.map(({ label, url, cells, group }, index) => ({
      label,
      ...namedColour(group.value),
      ...shortLabel(result, first, { group, isFirst: index === 0, locale: wish.locale }),
      ...(url === undefined ? {} : { url }),
      facts: metadata.aggregates.map((_name, index) => cells[index]?.label ?? ''),
    })),
    ...totalOf(result, indexes[0] ?? 0, series[0]),
    columns: metadata.aggregates.map((name) => aggregateColumn(result, name).label),
    series: wish.isCumulative ? series.map(cumulative) : series,
  };
}

/** Bands are called by colours: what is called red is not drawn green. */
const namedColours: Readonly<Record<string, number>> = { yellow: 1, green: 2, red: 5 };

function namedColour(value: unknown): { readonly colour?: number } {
  const colour = value === null ? 6 : typeof value === 'string' ? namedColours[value.toLowerCase()] : undefined;
  return colour === undefined ? {} : { colour };
}

/** Months with their year only where it begins. */
function shortLabel(
  { reportMetadata }: WireResult,
  { axis, level }: Dimension,
  { group, isFirst, locale }: { readonly group: WireGroup; readonly isFirst: boolean; readonly locale: string },
): Pick<ChartCategory, 'short'> {
  const groupings = axis === 'down' ? reportMetadata.groupingsDown : reportMetadata.groupingsAcross;
  const isMonth = groupings[level]?.dateGranularity === 'Month' && level === 0;
  if (!isMonth || typeof group.value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(group.value)) return {};
  const date = new Date(`${group.value}T00:00:00Z`);
  const year = isFirst || date.getUTCMonth() === 0 ? { year: 'numeric' as const } : {};
  return { short: new Intl.DateTimeFormat(locale, { month: 'short', ...year, timeZone: 'UTC' }).format(date) };
}

function totalOf(result: WireResult, index: number, series: ChartSeries | undefined): Pick<ChartModel, 'total'> {
  const cell = aggregatesAt(result, 'T', 'T')[index];
  const sum = (series?.values ?? []).reduce<number>((total, value) => total + (value ?? 0), 0);
  return cell !== undefined && Math.abs((numberIn(cell) ?? Number.NaN) - sum) < 1e-6 ? { total: cell.label } : {};
}

interface Dimension {
  readonly name: string;
  readonly axis: 'down' | 'across';
  readonly level: number;
}

interface Category {
  readonly label: string;
  readonly url: string | undefined;
  readonly group: WireGroup;
  readonly cells: readonly WireCell[];
}

function dimensionOf({ reportMetadata }: WireResult, name: string): Dimension | undefined {
  for (const axis of ['down', 'across'] as const) {
    const level = (axis === 'down' ? reportMetadata.groupingsDown : reportMetadata.groupingsAcross).findIndex((one) => one.name === name);
    if (level >= 0) return { name, axis, level };
  }
  return undefined;
}

function firstDimension({ reportMetadata }: WireResult): readonly Dimension[] {
  const [name] = reportMetadata.groupingsDown.map((one) => one.name);
  return name === undefined ? [] : [{ name, axis: 'down', level: 0 }];
}

/** The groups of a level; those of an inner level carry the names of the groups around them. */
function categoriesOf(result: WireResult, { axis, level }: Dimension): readonly Category[] {
  const walk = (groups: readonly WireGroup[], depth: number, before: readonly string[]): readonly Category[] =>
    groups.flatMap((group) => {
      const labels = [...before, group.label];
      if (depth < level) return walk(group.groupings, depth + 1, labels);
      const cells = axis === 'down' ? aggregatesAt(result, group.key, 'T') : aggregatesAt(result, 'T', group.key);
      return [{ label: labels.join(', '), url: groupUrl(group), group, cells }];
    });
  return walk(axis === 'down' ? groupsDown(result) : groupsAcross(result), 0, []);
}

/** One series for each group of the second grouping: found inside the category, or across it. */
function splitSeries(
  result: WireResult,
  asked: { readonly first: Dimension; readonly second: Dimension; readonly categories: readonly Category[]; readonly index: number },
): readonly ChartSeries[] | undefined {
  const { first, second, categories, index } = asked;
  if (first.axis === second.axis) {
    if (second.level !== first.level + 1) return undefined;
    const values = new Map(categories.flatMap(({ group }) => group.groupings.map(({ label, value }) => [label, value] as const)));
    return [...values].map(([label, value]) => {
      const cells = categories.map(({ group }) => {
        const inside = group.groupings.find((one) => one.label === label);
        if (inside === undefined) return undefined;
        return (first.axis === 'down' ? aggregatesAt(result, inside.key, 'T') : aggregatesAt(result, 'T', inside.key))[index];
      });
      return { label, ...namedColour(value), ...valuesOf(cells) };
    });
  }
  return categoriesOf(result, second).map(({ label, group }) => {
    const cells = categories.map((category) => {
      const [down, across] = first.axis === 'down' ? [category.group.key, group.key] : [group.key, category.group.key];
      return aggregatesAt(result, down, across)[index];
    });
    return { label, ...namedColour(group.value), ...valuesOf(cells) };
  });
}

function valuesOf(cells: readonly (WireCell | undefined)[]): Pick<ChartSeries, 'values' | 'texts'> {
  return { values: cells.map((cell) => numberIn(cell) ?? null), texts: cells.map((cell) => cell?.label ?? '') };
}

function cumulative(series: ChartSeries): ChartSeries {
  let sum = 0;
  const values = series.values.map((value) => (sum += value ?? 0));
  return { ...series, values, texts: values.map(String) };
}
