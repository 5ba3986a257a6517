/** `{Name: 'Acme, Inc.'}` as `defaultFieldValues` of a page reference: `Name=Acme%2C%20Inc.`. */
export function encodeDefaultFieldValues(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value ?? ''))}`)
    .join(',');
}

/** The values again, as texts. */
export function decodeDefaultFieldValues(text: string | undefined): Record<string, string> {
  const pairs = (text ?? '').split(',').map((pair) => pair.split('='));
  return Object.fromEntries(pairs.flatMap(([name = '', value]) => (name === '' || value === undefined ? [] : [[name, decoded(value)]])));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
