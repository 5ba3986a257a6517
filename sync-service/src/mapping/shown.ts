/**
 * A cell as a message may show it: in quotes when it is short and plain. Anything else may be a customer's words or address
 * in the wrong column, and is only described.
 */
export function shown(cell: string): string {
  const text = cell.trim();
  return /^[\p{L}\p{N} .,:/+-]{0,20}$/u.test(text) ? `"${text}"` : `(a text of ${text.length} characters)`;
}
