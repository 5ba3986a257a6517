import { columnDelimiters, lineEndings, type ColumnDelimiter, type LineEnding } from './delimiters.ts';

export interface CsvFormat {
  readonly columnDelimiter: ColumnDelimiter;
  readonly lineEnding: LineEnding;
}

/** A line of CSV, every value in quotes, as Bulk API writes it. */
export function csvLine(values: readonly string[], { columnDelimiter, lineEnding }: CsvFormat): string {
  return values.map(quoted).join(columnDelimiters[columnDelimiter]) + lineEndings[lineEnding];
}

function quoted(value: string): string {
  return `"${value.includes('"') ? value.replaceAll('"', '""') : value}"`;
}
