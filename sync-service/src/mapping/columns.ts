import { SourceError } from '../errors.ts';

/** Finds the place of a column in a row. */
export type FindColumn = (column: string, field: string) => number;

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
    if (place < 0) throw new SourceError(`The file has no column "${column}" (for ${field}). Its columns are: ${names.join(', ')}.`);
    return place;
  };
}

/** @throws SourceError when two columns have one name: a mapping could not tell them apart */
export function refuseRepeatedColumns(header: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of header.map((column) => column.trim())) {
    if (name !== '' && seen.has(name)) throw new SourceError(`The file has two columns called "${name}". Rename one of them.`);
    seen.add(name);
  }
}
