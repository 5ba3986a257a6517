import { stringify } from 'csv-stringify/sync';

/**
 * One line of CSV that is safe to open in a spreadsheet: a value that a spreadsheet would take for a formula gets an apostrophe in
 * front, which makes it text.
 */
export function csvLine(values: readonly string[]): string {
  // The library's own `escape_formulas` looks at the first character alone; spreadsheets skip blanks before it.
  return stringify([values.map(asText)], { record_delimiter: 'windows', quoted_match: /^\s|\s$|^'/ });
}

function asText(value: string): string {
  return /^\s*[=+@]|^-|^[\t\r\n]/.test(value) ? `'${value}` : value;
}
