/** A text as SOQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** `%` and `_` of the text itself stand behind one backslash in a SOQL pattern. */
export function likePattern(before: string, text: string, after: string): string {
  const inside = quoted(text)
    .slice(1, -1)
    .replaceAll(/[%_]/gu, String.raw`\$&`);
  return `'${before}${inside}${after}'`;
}
