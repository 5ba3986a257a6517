/** A text as a SOQL literal. */
export function soqlText(value: string): string {
  return `'${value.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}

/** Longest query sent; as part of an address it grows by encoding, and addresses end at 16 KB. */
const longestEncodedList = 10_000;

/**
 * Queries that together ask for every value: `<select> WHERE <field> IN (...)`, each short enough for an address.
 * @param select such as `SELECT Id FROM Contact`
 */
export function queriesByValue(select: string, field: string, values: readonly string[]): string[] {
  const queries: string[] = [];
  let list: string[] = [];
  let length = 0;
  const flush = (): void => {
    if (list.length > 0) queries.push(`${select} WHERE ${field} IN (${list.join(',')})`);
    list = [];
    length = 0;
  };
  for (const value of values) {
    const literal = soqlText(value);
    const encoded = encodeURIComponent(literal).length + 3;
    if (length + encoded > longestEncodedList) flush();
    list.push(literal);
    length += encoded;
  }
  flush();
  return queries;
}
