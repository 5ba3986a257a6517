import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet takes for the beginning of a formula; the wide forms are what a Japanese keyboard writes. */
const formula = /^\s*[=+@＝＋＠]|^[-－]|^[\t\r\n]/;

/**
 * The same within a value. Where the list separator is a semicolon (as in most of Europe), a spreadsheet parts lines of CSV at
 * semicolons and line ends, whatever is in quotes. Smileys stay.
 */
const formulaWithin = /([;\t\r\n][\s"]*)(?=[=+@＝＋＠]|[-－](?!\)|\((?:\s|$)))/g;

/**
 * One line of CSV that is safe to open in a spreadsheet: what a spreadsheet would take for a formula gets an apostrophe in front,
 * which makes it text.
 */
export function csvLine(values: readonly string[]): string {
  // The library's own `escape_formulas` looks at the first character alone; spreadsheets skip blanks before it.
  return stringify([values.map(asText)], { record_delimiter: 'windows', quoted_match: /^\s|\s$|^'|[\r\n;]/ });
}

function asText(value: string): string {
  const text = value.replace(formulaWithin, "$1'");
  return formula.test(value) ? `'${text}` : text;
}
