import type { FieldValue } from '../../schema/types.ts';
import type { FormulaContext } from '../types.ts';
import { Decimal, type Num } from './numbers.ts';

/**
 * A value while a formula runs. Its meaning follows from the static type:
 * - number: `Num`; text, picklists and ids: a string, never `''`
 * - date: days since 1970-01-01; datetime: milliseconds since then (UTC); time: milliseconds since midnight
 * - blank is `null`
 */
export type Value = Num | string | boolean | null;

/** Runs a part of a formula. */
export type Evaluator<T extends Value = Value> = (values: readonly FieldValue[], context: FormulaContext) => T;

/** What a function's parameter can ask for, and what it then gets. */
export interface ValueOf {
  number: Num | null;
  text: string | null;
  boolean: boolean | null;
  date: number | null;
  datetime: number | null;
  time: number | null;
  any: Value;
}

export type ValueKind = keyof ValueOf;

export function asNumber(value: Value): Num | null {
  return typeof value === 'number' || value instanceof Decimal ? value : null;
}

export function asText(value: Value): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function asBoolean(value: Value): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

export function asMoment(value: Value): number | null {
  return typeof value === 'number' ? value : null;
}

type Narrow = { readonly [K in ValueKind]: (value: Value) => ValueOf[K] };

/** The static types are checked at compile time; these only tell the TypeScript compiler so. */
export const narrow: Narrow = {
  number: asNumber,
  text: asText,
  boolean: asBoolean,
  date: asMoment,
  datetime: asMoment,
  time: asMoment,
  any: (value) => value,
};

/** The platform knows no empty text: it is blank. */
export function textOrBlank(text: string): string | null {
  return text === '' ? null : text;
}
