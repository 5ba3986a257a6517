import type { z } from 'zod';
import type { ConfigFile, KeyPath } from './configFile.ts';
import type { Problem } from './fillIn.ts';
import { alternatives, below, knownKeys } from './schemaPlaces.ts';

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

/** What Zod found, in our words; a misspelt key comes with the known ones. Values are never repeated: one may be a secret in a wrong place. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], schema: z.core.$ZodType): readonly Problem[] {
  return issues.flatMap((issue) => {
    const keyPath = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(placesAt(schema, keyPath));
      return issue.keys.map((key) => ({ keyPath: [...keyPath, key], message: unknownKey(key, known) }));
    }
    if (issue.code === 'invalid_union') {
      const [nearest] = [...issue.errors].sort((one, other) => depth(other) - depth(one) || one.length - other.length);
      const inner = nearest === undefined ? [] : problemsOf(nearest, schema);
      if (inner.length > 0) return inner.map((problem) => ({ keyPath: [...keyPath, ...problem.keyPath], message: problem.message }));
    }
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    return [{ keyPath, message: missing ? 'is missing' : issue.message }];
  });
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function placesAt(schema: z.core.$ZodType, keyPath: KeyPath): readonly z.core.$ZodType[] {
  return keyPath.reduce<readonly z.core.$ZodType[]>(below, alternatives(schema));
}

function unknownKey(key: string, known: readonly string[]): string {
  const similar = known.find((one) => distance(one.toLowerCase(), key.toLowerCase()) <= 2);
  return `is not known${similar === undefined ? '' : `; did you mean ${similar}?`}${known.length === 0 ? '' : ` Known here: ${known.join(', ')}`}`;
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
