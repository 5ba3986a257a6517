import type { FieldValue } from '../schema/types.ts';
import { checkFormula } from './checker.ts';
import { emit, writer } from './emit.ts';
import { FormulaError, FormulaRunError } from './errors.ts';
import { fits, typeName } from './functions/definition.ts';
import { parseFormula } from './syntax/parser.ts';
import type { TypedNode } from './typedTree.ts';
import type { CompiledFormula, FormulaContext, FormulaOptions, FormulaScope, FormulaType } from './types.ts';

export { FormulaError } from './errors.ts';

/** A compiled formula that tells a run-time error apart from a blank result. */
export interface StrictFormula extends CompiledFormula {
  /** The formula's typed tree, for those who compile it to SQL. */
  readonly tree: TypedNode;
  /** As `evaluate`. @throws FormulaRunError where the platform shows `#Error!` */
  evaluateStrictly(values: readonly FieldValue[], context: FormulaContext): FieldValue;
}

/**
 * Parses, checks and compiles a formula of a field, rule or flow.
 * @throws FormulaError with the platform's text and the place in the source
 * @example
 * const formula = compileFormula('Rating__c * 2', { resolve: () => ({ type: 'double' }) }, { blanksAs: 'blank' });
 * formula.evaluate([4], { now: 0, timeZone: 'UTC', isNew: false }); // 8
 */
export function compileFormula(source: string, scope: FormulaScope, options: FormulaOptions): StrictFormula {
  const { tree, references } = checkFormula(parseFormula(source), scope, options.place);
  // The default of a date field may be a moment: `NOW()` is then the user's day.
  if (options.place === 'default' && options.expects === 'date' && tree.type === 'datetime')
    return compileFormula(`DATEVALUE(${source}\n)`, scope, options);
  const type = resultType(tree.type, options.expects);
  const run = emit(tree, options);
  const write = writer(type, options);

  const evaluateStrictly = (values: readonly FieldValue[], context: FormulaContext): FieldValue => write(run(values, context));
  return {
    type,
    references,
    tree,
    evaluateStrictly,
    evaluate(values, context) {
      try {
        return evaluateStrictly(values, context);
      } catch (error) {
        if (error instanceof FormulaRunError) return null;
        throw error;
      }
    },
  };
}

function resultType(type: FormulaType, expected: FormulaType | undefined): FormulaType {
  if (type === 'location') throw new FormulaError('Formula result is data type (Location), which no formula can give.', 0);
  if (expected === undefined) return type;
  if (!fits(type, expected)) {
    throw new FormulaError(
      `Formula result is data type (${typeName(type)}), incompatible with expected data type (${typeName(expected)}).`,
      0,
    );
  }
  return expected;
}
