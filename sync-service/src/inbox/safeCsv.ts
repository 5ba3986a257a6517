/**
 * One line of CSV that is safe to open in a spreadsheet: a value that a spreadsheet would take for a formula gets an apostrophe in
 * front, which makes it text.
 */
export function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(',')}\r\n`;
}

function csvValue(value: string): string {
  const text = /^[=+\-@\t\r\n]/.test(value.trimStart() === '' ? '' : value) || /^\s*[=+@]/.test(value) ? `'${value}` : value;
  return /[",\r\n']|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
