import type { FieldType, FieldValue } from '../../schema/types.ts';
import { compileFormula, type StrictFormula } from '../compileFormula.ts';
import type { FormulaContext, FormulaOptions } from '../types.ts';

/** A field of a test: its type, its value, and its value before the save. */
export interface TestField {
  readonly type: FieldType;
  readonly value?: FieldValue;
  readonly prior?: FieldValue;
}

export type TestFields = Readonly<Record<string, TestField>>;

/** 2026-03-15 23:30 UTC, a Sunday evening. */
export const NOW = Date.UTC(2026, 2, 15, 23, 30);

/** Compiles against fields named as in the record, in any case. */
export function compile(source: string, fields: TestFields = {}, options: Partial<FormulaOptions> = {}): StrictFormula {
  return compileFormula(source, { resolve: (path) => find(fields, path) }, { blanksAs: 'blank', ...options });
}

/** What a formula gives for the fields' values. */
export function evaluate(
  source: string,
  fields: TestFields = {},
  options: Partial<FormulaOptions> & Partial<FormulaContext> = {},
): FieldValue {
  const { now = NOW, timeZone = 'UTC', isNew = false } = options;
  const formula = compile(source, fields, options);
  const values = formula.references.map(({ path, prior }) => {
    const field = find(fields, path);
    return (prior ? field?.prior : field?.value) ?? null;
  });
  return formula.evaluateStrictly(values, { now, timeZone, isNew });
}

function find(fields: TestFields, path: readonly string[]): TestField | undefined {
  const name = path.join('.').toLowerCase();
  return Object.entries(fields).find(([key]) => key.toLowerCase() === name)?.[1];
}
