import { z } from 'zod';
import { Secret } from '../secret.ts';

type Schema = z.core.$ZodType;

/** What may stand at a place of a schema: its alternatives, without what is wrapped around them (optional, default and such). */
export function alternatives(schema: Schema): readonly Schema[] {
  // Zod's own type of every schema it can make, told apart by the definition.
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return alternatives(def.innerType);
    case 'union':
      return def.options.flatMap(alternatives);
    case 'pipe':
      return [...alternatives(def.in), ...alternatives(def.out)];
    case 'lazy':
      return alternatives(def.getter());
    case 'intersection':
      return [...alternatives(def.left), ...alternatives(def.right)];
    default:
      return [schema];
  }
}

/** What may stand below a key or index of the given alternatives. */
export function below(places: readonly Schema[], key: string | number): readonly Schema[] {
  return places.flatMap((place) => {
    const { def } = (place as z.core.$ZodTypes)._zod;
    if (def.type === 'object') {
      const child = def.shape[String(key)] ?? def.catchall;
      return child === undefined ? [] : alternatives(child);
    }
    if (def.type === 'record') return alternatives(def.valueType);
    if (def.type === 'array') return alternatives(def.element);
    if (def.type === 'tuple') {
      return [def.items[Number(key)], def.rest].flatMap((item) => (item ? alternatives(item) : []));
    }
    return [];
  });
}

/**
 * Of the alternatives, those that the value is meant as: where they differ by a literal, such as the kind of a source, the value says which.
 * All of them where it says none of them.
 */
export function meantBy(places: readonly Schema[], value: unknown): readonly Schema[] {
  if (places.length < 2 || typeof value !== 'object' || value === null) return places;
  const meant = places.filter((place) => {
    const { def } = (place as z.core.$ZodTypes)._zod;
    return (
      def.type === 'object' &&
      Object.entries(def.shape).every(([key, child]) => {
        const [only] = alternatives(child);
        const literal = (only as z.core.$ZodTypes | undefined)?._zod.def;
        return literal?.type !== 'literal' || literal.values.some((one) => one === Reflect.get(value, key));
      })
    );
  });
  return meant.length === 0 ? places : meant;
}

/** The keys that are known at a place; none where any key may stand. */
export function knownKeys(places: readonly Schema[]): readonly string[] {
  const keys = places.flatMap((place) => {
    const { def } = (place as z.core.$ZodTypes)._zod;
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
  return [...new Set(keys)];
}

/** The words of which one must stand at a place, where nothing else may. */
export function literalsAt(places: readonly Schema[]): readonly string[] {
  const words = places.flatMap((place) => {
    const { def } = (place as z.core.$ZodTypes)._zod;
    if (def.type === 'literal') return def.values.map(String);
    return def.type === 'enum' ? Object.values(def.entries).map(String) : [];
  });
  return words.length < places.length ? [] : [...new Set(words)];
}

const probe = new Secret('', 'probe');

/** Whether a secret stands here: only `secret()` takes a `Secret` and nothing plain. */
export function isSecret(place: Schema): boolean {
  return (place as z.core.$ZodTypes)._zod.def.type === 'custom' && z.safeParse(place, probe).success && !z.safeParse(place, {}).success;
}

/** Whether a path stands here (`filePath()`). */
export function isFilePath(place: Schema): boolean {
  return z.globalRegistry.get(place)?.['filePath'] === true;
}

/** Whether a text or other single value may stand here. */
export function isScalar(place: Schema): boolean {
  const { type } = (place as z.core.$ZodTypes)._zod.def;
  return ['string', 'number', 'int', 'boolean', 'enum', 'literal', 'bigint', 'template_literal', 'null'].includes(type);
}
