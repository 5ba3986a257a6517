/**
 * The values of a filter, which stand with commas between them; one that has a comma stands in
 * quotation marks. An empty text is one blank value.
 */
export function splitValues(text: string): readonly string[] {
  const values: string[] = [];
  let value = '';
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) {
      values.push(value.trim());
      value = '';
    } else value += character;
  }
  return [...values, value.trim()];
}
