/** A copy of a JSON value in which one place, drawn with the given numbers, is missing or holds another value. */
export function mutated(json: unknown, numbers: Iterable<number>, value: unknown): unknown {
  return change(json, numbers[Symbol.iterator](), value);
}

function change(json: unknown, numbers: Iterator<number>, value: unknown): unknown {
  const draw = (below: number): number => Number(numbers.next().value ?? 0) % below;
  if (typeof json !== 'object' || json === null) return value;
  if (Array.isArray(json)) {
    if (json.length === 0 || draw(4) === 0) return value;
    const place = draw(json.length);
    return json.map((one: unknown, index) => (index === place ? change(one, numbers, value) : one));
  }
  const entries = Object.entries(json);
  if (entries.length === 0) return value;
  const place = draw(entries.length);
  if (draw(3) === 0) return Object.fromEntries(entries.filter((_, index) => index !== place));
  return Object.fromEntries(entries.map(([name, one], index) => [name, index === place ? change(one, numbers, value) : one]));
}
