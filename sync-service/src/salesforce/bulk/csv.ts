import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';
import { pipeline, Readable } from 'node:stream';

/** A value of a record as Bulk API 2.0 takes it: text as it is, `null` empties the field, `undefined` leaves it alone. */
export type CsvValue = string | number | boolean | null | undefined;

/** The platform's word for an emptied field. A text of exactly this word cannot be sent by the Bulk API. */
export const emptied = '#N/A';

/** One line of CSV without its end. */
export function csvLine(values: readonly CsvValue[]): string {
  // Blanks around a text are the customer's: without quotes the platform would trim them.
  return stringify([values.map(cell)], { eof: false, quoted_match: /^\s|\s$/ });
}

function cell(value: CsvValue): string {
  if (value === undefined) return '';
  return value === null ? emptied : String(value);
}

/** Rows of a job's results by the names of their columns, read as they come. @throws what ends the chunks early, such as a cut connection */
export async function* csvRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Readonly<Record<string, string>>> {
  const rows = parse({ columns: true, bom: true, relax_column_count: true });
  // A pipeline hands the source's error on to the parser, whose reader is told of it below.
  pipeline(Readable.from(chunks, { objectMode: false }), rows, () => undefined);
  for await (const row of rows) yield row as Readonly<Record<string, string>>;
}
