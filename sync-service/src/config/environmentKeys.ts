import { parse } from 'yaml';
import type { z } from 'zod';
import { asError } from '../errors.ts';
import type { KeyPath } from './configFile.ts';
import { alternatives, below, knownKeys } from './schemaPlaces.ts';

/** What variables that name keys begin with: `CUSTOMER_PULSE__SERVE__PORT` sets `serve.port`. */
const prefix = 'CUSTOMER_PULSE__';

/** A key that is set by a variable. */
export interface KeyFromEnvironment {
  readonly variable: string;
  readonly keyPath: KeyPath;
  readonly value: unknown;
}

/** Older names of variables and the keys they set. */
const namedVariables: Readonly<Record<string, KeyPath>> = {
  CUSTOMER_PULSE_DATA: ['store', 'data'],
};

/**
 * The keys that the environment sets. A key's words may be written together or apart (`BULK_ABOVE` or `BULKABOVE` for `bulkAbove`);
 * an element of a list is named by its position from 0. Values are read as YAML: `9000`, `true`, `[a, b]`, a text.
 * @returns keys, and a problem for each variable that names no key
 */
export function keysFromEnvironment(
  environment: NodeJS.ProcessEnv,
  schema: z.core.$ZodType,
): { readonly keys: readonly KeyFromEnvironment[]; readonly problems: readonly string[] } {
  const keys: KeyFromEnvironment[] = [];
  const problems: string[] = [];
  for (const [variable, text] of Object.entries(environment).sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (text === undefined || text === '') continue;
    const named = namedVariables[variable];
    if (named !== undefined) keys.push({ variable, keyPath: named, value: text });
    if (!variable.startsWith(prefix)) continue;
    const keyPath = keyPathOf(variable.slice(prefix.length).split('__'), schema);
    if (typeof keyPath === 'string') problems.push(`${variable}: ${keyPath}`);
    else keys.push({ variable, keyPath, value: readValue(text) });
  }
  return { keys, problems };
}

function readValue(text: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (thrown) {
    asError(thrown);
    return text;
  }
}

/** @returns the path, or what is wrong */
function keyPathOf(words: readonly string[], schema: z.core.$ZodType): KeyPath | string {
  let places = alternatives(schema);
  const keyPath: (string | number)[] = [];
  for (const word of words) {
    const known = knownKeys(places);
    const key = /^\d+$/.test(word)
      ? Number(word)
      : (known.find((one) => plain(one) === plain(word)) ?? (known.length === 0 ? word : undefined));
    if (key === undefined) return `names no key: ${[...keyPath, word.toLowerCase()].join('.')} is not known; known are ${known.join(', ')}`;
    keyPath.push(key);
    places = below(places, key);
    if (places.length === 0) return `names no key: ${keyPath.join('.')} has nothing below it`;
  }
  return keyPath;
}

function plain(key: string): string {
  return key.replace(/_/g, '').toLowerCase();
}
