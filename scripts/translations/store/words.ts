import { existsSync, readFileSync } from 'node:fs';

/** A flat JSON file of texts; empty when there is none. */
export function readWords(path: string): Readonly<Record<string, string>> {
  const words: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  if (typeof words !== 'object' || words === null) throw new Error(`${path} is no JSON object`);
  return Object.fromEntries(Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
