import type { z } from 'zod';
import type { ConfigFile, KeyPath } from './configFile.ts';
import type { Problem } from './fillIn.ts';
import { alternatives, below, knownKeys, literalsAt, meantBy } from './schemaPlaces.ts';

/** A key as people write it: `sources[0].apiKey`. */
export function keyText(keyPath: KeyPath): string {
  return keyPath.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** Where a problem is: the variable that set the key, or the line of the file. */
export function problemLine({ keyPath, message }: Problem, config: ConfigFile, variables: ReadonlyMap<string, string>): string {
  const key = keyText(keyPath);
  const variable = variables.get(key);
  if (variable !== undefined) return `${variable} (${key}): ${message}`;
  const line = config.lineOf(keyPath);
  return `${line === undefined ? '' : `line ${line}: `}${key === '' ? 'the file' : key}: ${message}`;
}

/**
 * What Zod found, in our words; a misspelt key comes with the known ones. Values are never repeated: one may be a secret in a wrong place.
 * @param value what was checked
 */
export function problemsOf(issues: readonly z.core.$ZodIssue[], schema: z.core.$ZodType, value: unknown): readonly Problem[] {
  return issues.flatMap((issue) => {
    const keyPath = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(placesAt(schema, keyPath, value));
      return issue.keys.map((key) => ({ keyPath: [...keyPath, key], message: unknownKey(key, known) }));
    }
    if (issue.code === 'invalid_union') return [{ keyPath, message: unionMessage(issue, placesAt(schema, keyPath, value)) }];
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    return [{ keyPath, message: missing ? 'is missing' : issue.message }];
  });
}

/** Of several things that may stand somewhere, none does: what they are, where they are words; else what is wrong with the nearest. */
function unionMessage(issue: z.core.$ZodIssueInvalidUnion, places: readonly z.core.$ZodType[]): string {
  const words = literalsAt(places);
  if (words.length > 0) return `${issue.input === undefined ? 'is missing; it' : ''} must be one of ${words.join(', ')}`.trim();
  // A schema that has words of its own says what belongs there.
  if (issue.message !== 'Invalid input') return `${issue.input === undefined ? 'is missing; it ' : ''}${issue.message}`;
  const [nearest = []] = [...issue.errors].sort((one, other) => depth(other) - depth(one) || one.length - other.length);
  return (
    [...new Set(nearest.map((one) => [keyText(one.path.map(String)), one.message].filter((part) => part !== '').join(': ')))].join('; ') ||
    issue.message
  );
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function placesAt(schema: z.core.$ZodType, keyPath: KeyPath, value: unknown): readonly z.core.$ZodType[] {
  let node = value;
  let places = meantBy(alternatives(schema), node);
  for (const key of keyPath) {
    node = typeof node === 'object' && node !== null ? (Reflect.get(node, key) as unknown) : undefined;
    places = meantBy(below(places, key), node);
  }
  return places;
}

function unknownKey(key: string, known: readonly string[]): string {
  const similar = known.find((one) => distance(one.toLowerCase(), key.toLowerCase()) <= 2);
  return `is not known${similar === undefined ? '.' : `; did you mean ${similar}?`}${known.length === 0 ? '' : ` Known here: ${known.join(', ')}`}`;
}

/** Letters to change, add or take away to make one word the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
