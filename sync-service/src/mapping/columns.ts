import { SourceError } from '../errors.ts';

/** Most columns a message lists. */
const mostShown = 40;

/** Finds the place of a column in a row. */
export type FindColumn = (column: string, field: string) => number;

/**
 * Column names as a message may show them. A file without a header has a customer's words and address in its first line,
 * and a file that is no text has anything: what does not look like a name is only described.
 */
export function shownColumns(names: readonly string[]): string {
  const shown = names.slice(0, mostShown).map((name) => (looksLikeName(name) ? name : `(a text of ${name.length} characters)`));
  return names.length > mostShown ? `${shown.join(', ')} and ${names.length - mostShown} more` : shown.join(', ');
}

function looksLikeName(name: string): boolean {
  return name.length <= 60 && !/[@\p{Cc}\uFFFD]/u.test(name);
}

/** Looks like the first answer rather than like names: an address, a date, or a number stands there. */
function looksLikeValues(header: readonly string[]): boolean {
  return header.some((name) => /@|^\d+([-/.:]\d+)*([T ].*)?$/.test(name));
}

function advice(header: readonly string[]): string {
  if (header.some((name) => /[^\P{Cc}\t\r\n]/u.test(name))) return 'It does not look like a CSV text: save it as CSV (UTF-8) first.';
  if (looksLikeValues(header)) return 'Its first line does not look like the names of columns, which must stand there.';
  return `Its columns are: ${shownColumns(header)}. Correct the file, or say in a mapping (--mapping FILE) which column it is.`;
}

/**
 * Looks columns up by name, exactly first and else without regard to case.
 * @throws SourceError (from the finder) naming the missing column, what it was wanted for, and the columns that are there
 */
export function columnFinder(header: readonly string[]): FindColumn {
  const names = header.map((name) => name.trim());
  const lower = names.map((name) => name.toLowerCase());
  return (column, field) => {
    const exact = names.indexOf(column.trim());
    const place = exact >= 0 ? exact : lower.indexOf(column.trim().toLowerCase());
    if (place < 0)
      throw new SourceError(`The file has no column "${column}"${column === field ? '' : ` (for ${field})`}. ${advice(names)}`);
    return place;
  };
}

/** Columns of a file with the service's own names that are none of them: misspelt ones would otherwise be left out without a word. */
export function noteOnUnused(header: readonly string[], used: readonly string[]): readonly string[] {
  const unused = header.map((name) => name.trim()).filter((name) => name !== '' && !used.includes(name.toLowerCase()));
  return unused.length === 0 ? [] : [`Not used, because their names are none that are known: ${shownColumns(unused)}.`];
}

/** @throws SourceError when two columns have one name: a mapping could not tell them apart */
export function refuseRepeatedColumns(header: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of header.map((column) => column.trim())) {
    if (name !== '' && seen.has(name))
      throw new SourceError(`The file has two columns called "${shownColumns([name])}". Rename one of them.`);
    seen.add(name);
  }
}
