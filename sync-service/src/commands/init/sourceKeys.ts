import type { z } from 'zod';
import { alternatives, isSecret } from '../../config/schemaPlaces.ts';
import { SetupError } from '../../errors.ts';
import { sourceKinds, sourceSection } from '../../sources/kinds.ts';

/** What a kind of source wants to know, read from its schema. */
export interface SourceKeys {
  readonly kind: string;
  readonly title: string;
  /** Keys of secrets but those that are only there while one is changed. */
  readonly secrets: readonly Key[];
  /** Texts that must be there. */
  readonly texts: readonly Key[];
  /** Lists of ids. */
  readonly lists: readonly Key[];
  /** The question with the rating must be named. */
  readonly needsRating: boolean;
}

export interface Key {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
}

/** Every kind of source there is. */
export function allSourceKeys(): readonly SourceKeys[] {
  return sourceSection.def.options.map((option) => {
    const shape: Readonly<Record<string, z.ZodType>> = option.def.shape;
    const entries = Object.entries(shape).filter(([name]) => name !== 'name' && name !== 'kind');
    const [kind = ''] = option.def.shape.kind.def.values;
    return {
      kind,
      title: sourceKinds.find((one) => one.kind === kind)?.title ?? kind,
      secrets: entries.filter(([name, schema]) => pointsElsewhere(name, schema)).map(keyOf),
      texts: entries.filter(([, schema]) => typeOf(schema) === 'string' && isRequired(schema)).map(keyOf),
      lists: entries
        .filter(([name, schema]) => /(Ids|forms)$/.test(name) && alternatives(schema).some((one) => typeOf(one) === 'array'))
        .map(keyOf),
      needsRating: shape['rating'] !== undefined && isRequired(shape['rating']),
    };
  });
}

/** @throws SetupError naming the kinds there are */
export function sourceKeysOf(kind: string): SourceKeys {
  const all = allSourceKeys();
  const found = all.find((one) => one.kind.toLowerCase() === kind.toLowerCase());
  if (found === undefined)
    throw new SetupError(`There is no kind of source called ${kind}. There are: ${all.map((one) => one.kind).join(', ')}.`);
  return found;
}

/** The variable that a secret of a source comes from, unless somebody says otherwise: `SHOP_API_KEY`. */
export function variableFor(source: string, key: string): string {
  return `${source}_${key}`
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

/** Secrets, and what belongs to one. */
function pointsElsewhere(name: string, schema: z.ZodType): boolean {
  return name === 'clientId' || (alternatives(schema).some(isSecret) && !name.startsWith('previous'));
}

function keyOf([name, schema]: [string, z.ZodType]): Key {
  return { name, description: schema.description ?? '', required: isRequired(schema) };
}

function typeOf(schema: z.core.$ZodType): string {
  return schema._zod.def.type;
}

function isRequired(schema: z.core.$ZodType): boolean {
  return !['optional', 'default', 'prefault'].includes(typeOf(schema));
}
