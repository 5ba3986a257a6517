/** A value in quotation marks, up to the comma behind it or the end; `""` in it is one mark. */
const QUOTED = /^\s*"((?:[^"]|"")*)"\s*(?:,|$)/u;

/**
 * The values of a filter, which stand with commas between them; one that has a comma stands in
 * quotation marks. Marks within a value are part of it. An empty text is one blank value.
 */
export function splitValues(text: string): readonly string[] {
  const values: string[] = [];
  let rest: string | undefined = text;
  while (rest !== undefined) {
    const [whole, quoted] = QUOTED.exec(rest) ?? [];
    const comma = rest.indexOf(',');
    const length: number = whole?.length ?? (comma < 0 ? rest.length : comma + 1);
    const goesOn = rest.slice(0, length).endsWith(',');
    values.push(quoted?.replaceAll('""', '"') ?? rest.slice(0, goesOn ? length - 1 : length).trim());
    rest = goesOn ? rest.slice(length) : undefined;
  }
  return values;
}
