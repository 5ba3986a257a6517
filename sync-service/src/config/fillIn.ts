import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { asError } from '../errors.ts';
import { Secret } from '../secret.ts';
import type { KeyPath } from './configFile.ts';
import { alternatives, below, isFilePath, isScalar, isSecret, meantBy } from './schemaPlaces.ts';

/** Something wrong at a place of the configuration. */
export interface Problem {
  readonly keyPath: KeyPath;
  readonly message: string;
}

/** What values are filled in from. */
export interface FillInWorld {
  readonly environment: NodeJS.ProcessEnv;
  /** Relative paths begin here. */
  readonly folder: string;
  /** True: what the file points to and is not there is left blank, for commands that do not need it. */
  readonly withoutSecrets: boolean;
  readonly problems: Problem[];
}

const reference = z.union([
  z.strictObject({ env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) }),
  z.strictObject({ file: z.string().min(1) }),
]);
type Reference = z.infer<typeof reference>;

/**
 * Puts in what the file only points to: secrets and other values by `{ env: NAME }` and `{ file: path }`; paths become absolute.
 * What the schema does not know is left as it is, for the check that follows.
 */
export function filledIn(value: unknown, schema: z.core.$ZodType, world: FillInWorld): unknown {
  return fill(value, alternatives(schema), [], world);
}

function fill(value: unknown, allPlaces: readonly z.core.$ZodType[], keyPath: KeyPath, world: FillInWorld): unknown {
  const places = meantBy(allPlaces, value);
  const pointer = reference.safeParse(value);
  if (pointer.success && places.some((place) => isSecret(place) || isScalar(place))) return pointedTo(pointer.data, places, keyPath, world);
  if (Array.isArray(value)) return value.map((one: unknown, index) => fill(one, below(places, index), [...keyPath, index], world));
  if (typeof value === 'object' && value !== null && !(value instanceof Secret)) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, below(places, key), [...keyPath, key], world)]));
  }
  if (typeof value === 'string' && value !== '' && places.some(isFilePath)) return path.resolve(world.folder, value);
  return value;
}

function pointedTo(pointer: Reference, places: readonly z.core.$ZodType[], keyPath: KeyPath, world: FillInWorld): unknown {
  const origin = 'env' in pointer ? pointer.env : path.resolve(world.folder, pointer.file);
  const secret = places.some(isSecret);
  const found = 'env' in pointer ? fromEnvironment(pointer.env, world) : fromFile(origin);
  if ('text' in found) return secret ? new Secret(found.text, origin) : scalar(found.text, places);
  if (!world.withoutSecrets) world.problems.push({ keyPath, message: found.problem });
  return secret ? new Secret('', origin) : `(${origin})`;
}

type Found = { readonly text: string } | { readonly problem: string };

function fromEnvironment(name: string, { environment }: FillInWorld): Found {
  const text = environment[name];
  return text === undefined || text === '' ? { problem: `the environment variable ${name} is not set` } : { text };
}

function fromFile(file: string): Found {
  try {
    const text = readFileSync(file, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/[\r\n]+$/, '');
    return text === '' ? { problem: `the file ${file} is empty` } : { text };
  } catch (thrown) {
    return { problem: `the file ${file} cannot be read (${asError(thrown).message})` };
  }
}

/** A variable is text; where a number or a yes or no is wanted and it looks like one, it becomes one. */
function scalar(text: string, places: readonly z.core.$ZodType[]): unknown {
  const types = places.map((place) => (place as z.core.$ZodTypes)._zod.def.type);
  if (types.includes('number') && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  if (types.includes('boolean') && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  return text;
}
