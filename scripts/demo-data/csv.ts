/** Rows as CSV (RFC 4180 with line feeds), the column names first. */
export function toCsv<Row extends Readonly<Record<keyof Row, string>>>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): string {
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\n`;
  return line(columns) + rows.map((row) => line(columns.map((column) => row[column]))).join('');
}

function quoted(cell: string): string {
  return /[",\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
