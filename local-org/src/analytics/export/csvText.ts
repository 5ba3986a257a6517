import type { FieldType } from '../../schema/types.ts';

/** A cell of a spreadsheet. */
export interface SheetCell {
  readonly text: string;
  /** Numbers are written as they are: a minus sign begins no formula. */
  readonly isNumber?: boolean;
}

/** Spreadsheet programs read a file as UTF-8 only with this before it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** A text cell that begins like this is run as a formula by spreadsheet programs (OWASP, "CSV Injection"). */
const formulaStart = /^[=+\-@\t\r\n]/u;

/** Rows as CSV (RFC 4180). Texts that a spreadsheet would run as formulas get an apostrophe before them. */
export function csvText(rows: readonly (readonly SheetCell[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell({ text, isNumber = false }: SheetCell): string {
  const safe = !isNumber && formulaStart.test(text.trimStart()) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const numbers: ReadonlySet<string> = new Set<FieldType>(['int', 'double', 'currency', 'percent']);

/** A cell for a value and what people read of it: numbers plain and whole, blanks empty, the rest as it is read. */
export function sheetCell(type: string, value: unknown, label: string): SheetCell {
  if (value === null) return { text: '' };
  if (numbers.has(type) && typeof value === 'number') return { text: plainNumber(value), isNumber: true };
  return { text: label };
}

/** Without the noise of binary fractions. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}
