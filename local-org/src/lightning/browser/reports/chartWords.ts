import { fillText, type Texts } from '../../texts/fillText.ts';
import { colourOf } from './barDrawing.ts';
import type { ChartModel } from './chartModel.ts';
import type { ChartPoint } from './drawing.ts';
import { slicesOf } from './ringDrawing.ts';

/** What a chart shows, in a sentence: what by what, and where the highest and the lowest are. */
export function chartSentence(model: ChartModel, texts: Texts): string {
  const { categories, categoryLabel, valueLabel, series } = model;
  const subject = fillText(texts.chartOf, [valueLabel, categoryLabel]);
  const found = series.flatMap(({ values, texts: written, label }) =>
    values.flatMap((value, index) => {
      const category = categories[index]?.label ?? '';
      const place = series.length > 1 ? `${category}, ${label}` : category;
      return value === null ? [] : [{ value, text: written[index] ?? '', place }];
    }),
  );
  const [first] = found;
  if (first === undefined) return subject;
  const highest = found.reduce((best, one) => (one.value > best.value ? one : best), first);
  const lowest = found.reduce((best, one) => (one.value < best.value ? one : best), first);
  return fillText(texts.chartSummary, [subject, highest.place, highest.text, lowest.place, lowest.text]);
}

/** What is said of one point: its category, its figure, and the report's other figures there, the number of answers among them. */
export function pointLines(
  { categories, series, columns, categoryLabel }: ChartModel,
  { category, series: at }: ChartPoint,
): readonly string[] {
  const { label = '', facts = [] } = categories[category] ?? {};
  const one = series[at];
  const own = one === undefined ? [] : [`${one.label}: ${one.texts[category] ?? ''}`];
  const isSplit = one !== undefined && !columns.includes(one.label);
  const others = isSplit ? [] : columns.map((name, index) => `${name}: ${facts[index] ?? ''}`).filter((text) => !own.includes(text));
  return [`${categoryLabel}: ${label}`, ...own, ...others];
}

/** Words beside the colours; none where there is one colour. A ring says what each piece comes to. */
export function legendOf(model: ChartModel): readonly { readonly label: string; readonly colour: number }[] {
  const { kind, categories, series } = model;
  if (kind === 'ring') {
    const written = new Map(slicesOf(model).map(({ category, from, to }) => [category, Math.round((to - from) * 100)]));
    return categories.map(({ label: name, colour = -1 }, index) => {
      const share = written.get(index);
      const label = `${name}: ${series[0]?.texts[index] ?? ''}${share === undefined ? '' : ` (${String(share)} %)`}`;
      return { label, colour: colour === -1 ? index : colour };
    });
  }
  return series.length > 1 && kind !== 'scatter' ? series.map(({ label }, index) => ({ label, colour: colourOf(model, index) })) : [];
}

/** The figures of a chart as a table: all of the report for each category, or one for each series. */
export function chartRows({ categories, categoryLabel, columns, series }: ChartModel): {
  readonly heads: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly label: string;
    readonly url?: string;
    readonly cells: readonly { readonly key: string; readonly text: string }[];
  }[];
} {
  const isSplit = series.some(({ label }) => !columns.includes(label));
  return {
    heads: [categoryLabel, ...(isSplit ? series.map(({ label }) => label) : columns)],
    rows: categories.map(({ label, url, facts }, index) => {
      const cells = isSplit ? series.map((one) => one.texts[index] ?? '') : facts;
      return {
        key: String(index),
        label,
        ...(url === undefined ? {} : { url }),
        cells: cells.map((text, at) => ({ key: String(at), text })),
      };
    }),
  };
}
