/**
 * Lists as CSV files. What customers wrote goes into them, so no cell may be taken for a formula by the spreadsheet that
 * opens the file (OWASP, CSV injection).
 */

/** A number stays a number; text is text, whatever it begins with. */
export type Cell = string | number | null;

/** Tells Excel that the file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A type that downloads as it is; Lightning Web Security refuses `text/csv`. */
const FILE_TYPE = 'application/octet-stream';

/** What makes a spreadsheet take a cell for a formula, in full width also, which some input methods write. */
const FORMULA_START = '=+\\-@\uFF1D\uFF0B\uFF0D\uFF20';
const STARTS_LIKE_FORMULA = new RegExp(`^[\\s\\u0000-\\u001F]*[${FORMULA_START}]|^[\\t\\r\\n]`, 'u');

/** A spreadsheet that splits at another character than ours would begin a cell here. */
const FORMULA_BEHIND_SEPARATOR = new RegExp(`([,;\\t\\r\\n]["\\s]*)([${FORMULA_START}])(?=\\S)`, 'gu');

/** The text of a file: a line for the headings and one for each row. */
export function csvText(headings: readonly string[], rows: readonly (readonly Cell[])[], delimiter: string): string {
  const lines = [headings, ...rows].map((cells) => cells.map(csvCell).join(delimiter));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** Spreadsheets expect a semicolon where the comma divides decimals. */
export function csvDelimiter(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(0.5).some(({ type, value }) => type === 'decimal' && value === ',') ? ';' : ',';
}

/**
 * Hands a file to the person through a link of the component's own template.
 * @returns forgets the file; to be called before the next one, and when the component goes
 */
export function offerFile(link: HTMLAnchorElement, name: string, text: string): () => void {
  const url = URL.createObjectURL(new Blob([text], { type: FILE_TYPE }));
  link.href = url;
  link.download = name;
  link.click();
  return () => {
    URL.revokeObjectURL(url);
  };
}

/** A name that every file system takes. */
export function fileName(...parts: readonly string[]): string {
  const words = parts.map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '')).filter((part) => part !== '');
  return `${words.join('-')}.csv`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell) : `"${harmless(cell).replaceAll('"', '""')}"`;
}

/** The apostrophe makes it text; the blank inside keeps its meaning for readers and ends it for a formula. */
function harmless(text: string): string {
  const clean = text.replaceAll('\u0000', '').replace(/\r\n?/gu, '\n').replace(FORMULA_BEHIND_SEPARATOR, '$1 $2');
  return STARTS_LIKE_FORMULA.test(clean) ? `'${clean}` : clean;
}
