const words: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'yes', 'y', '1', 'x', 'on'].map((word) => [word, true] as const),
  ...['false', 'no', 'n', '0', 'off'].map((word) => [word, false] as const),
]);

/** What people write for yes and no; `undefined` for anything else. */
export function yesNo(text: string): boolean | undefined {
  return words.get(text.trim().toLowerCase());
}
