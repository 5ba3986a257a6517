/**
 * The value at a dotted name of an object (`person.email`, `answers.0.text`), as the text that a cell of a CSV file would have.
 * A name that stands there with its dots goes before its parts. Lists of single values are joined by semicolons.
 * @returns undefined where there is nothing of that name
 */
export function cellAt(json: unknown, name: string): string | undefined {
  const value = valueAt(json, name);
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every(isSingle)) return value.map(text).join(';');
  return isSingle(value) ? text(value) : JSON.stringify(value);
}

function valueAt(json: unknown, name: string): unknown {
  if (typeof json !== 'object' || json === null) return undefined;
  if (Object.hasOwn(json, name)) return Reflect.get(json, name) as unknown;
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
    const first = name.slice(0, dot);
    if (!Object.hasOwn(json, first)) continue;
    const found = valueAt(Reflect.get(json, first), name.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

type Single = string | number | boolean | null;

function isSingle(value: unknown): value is Single {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function text(value: Single): string {
  return value === null ? '' : String(value);
}
