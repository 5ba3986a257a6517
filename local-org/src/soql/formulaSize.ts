import { FormulaError } from '../formula/errors.ts';
import { tokenize } from '../formula/syntax/lexer.ts';
import type { Schema, SObjectType } from '../schema/types.ts';
import { referencedField } from './formulaNames.ts';

/** Characters of a compiled formula, as on the platform. */
export const LARGEST_SIZE = 15_000;
/** Formulas within formulas; deeper ones are circles, which are refused elsewhere. */
const DEEPEST = 20;

/**
 * At least how large the platform's compiled form of a formula is: its own text
 * without blanks and comments, with the formulas that it reads in their places.
 * The true form is larger; what this measure refuses, the platform refuses.
 */
export function expandedSize(schema: Schema, object: SObjectType, source: string, depth = 0): number {
  let size = 0;
  for (const token of tokensOf(source)) {
    const path = token.kind === 'name' ? token.text.split('.') : [];
    const found = path.length === 0 ? undefined : referencedField(schema, object, path);
    const inner = found?.field.formula?.source;
    size +=
      found === undefined || inner === undefined || depth >= DEEPEST
        ? token.text.length
        : expandedSize(schema, found.object, inner, depth + 1);
    if (size > LARGEST_SIZE * 10) return size;
  }
  return size;
}

function tokensOf(source: string): ReturnType<typeof tokenize> {
  try {
    return tokenize(source);
  } catch (error) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}
