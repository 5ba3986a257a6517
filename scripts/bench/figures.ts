/** One line of the benchmark's table. */
export interface Figure {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly note?: string;
}

/** A plain table for the terminal. */
export function toTable(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map((figure) => figure.measure.length));
  return figures
    .map((figure) =>
      `${figure.measure.padEnd(width)}  ${format(figure.value).padStart(10)} ${figure.unit.padEnd(10)} ${figure.note ?? ''}`.trimEnd(),
    )
    .join('\n');
}

function format(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

/** The smallest value that at least this share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
