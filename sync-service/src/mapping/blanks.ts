/** Tells whether a cell says nothing. */
export type IsBlank = (cell: string) => boolean;

/**
 * A cell is blank when nothing is left after trimming, or when each of its lines is a text the mapping lists
 * (compared without regard to case): exports write "Did not answer" once for every question they merge.
 */
export function blankTest(listed: readonly string[]): IsBlank {
  const blanks = new Set(listed.map(normalised));
  return (cell) => cell.split(/\r\n|\r|\n/).every((line) => line.trim() === '' || blanks.has(normalised(line)));
}

function normalised(text: string): string {
  return text.trim().toLowerCase();
}
