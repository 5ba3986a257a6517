import { compileFormula } from '../formula/compileFormula.ts';
import { FormulaError } from '../formula/errors.ts';
import type { FormulaOptions, FormulaType } from '../formula/types.ts';
import type { FieldType, FieldValue } from '../schema/types.ts';
import type { Expression } from './compiledFlow.ts';
import { asValue } from './data.ts';
import type { FlowType } from './flowType.ts';
import { FlowProblem } from './problems.ts';

/** Finds a merge field of a formula; `prior` asks for the value before the save. */
export type ResolveReference = (path: readonly string[], prior: boolean) => Expression;

const fieldTypes: Readonly<Record<FormulaType, FieldType>> = {
  number: 'double',
  text: 'string',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  time: 'time',
  picklist: 'picklist',
  multipicklist: 'multipicklist',
  id: 'id',
  location: 'location',
  null: 'string',
};

/** What a flow calls a text may be long: formulas take it as any text. */
function formulaFieldType(type: FlowType): { type: FieldType; scale?: number } | undefined {
  if (type.kind !== 'value') return undefined;
  if (type.type === 'longtextarea') return { type: 'string' };
  return type.scale === undefined ? { type: type.type } : { type: type.type, scale: type.scale };
}

/**
 * Compiles a formula whose names are found by `resolve`.
 * @throws FlowProblem when the formula does not parse, names what does not exist, or has the wrong type
 */
export function compileFlowFormula(source: string, options: FormulaOptions, resolve: ResolveReference): Expression {
  let unknown: FlowProblem | undefined;
  const scope = {
    resolve: (path: readonly string[]) => {
      try {
        return formulaFieldType(resolve(path, false).type);
      } catch (error) {
        if (!(error instanceof FlowProblem)) throw error;
        unknown ??= error;
        return undefined;
      }
    },
  };
  try {
    const formula = compileFormula(source, scope, options);
    const references = formula.references.map((reference) => resolve(reference.path, reference.prior));
    const values: FieldValue[] = references.map(() => null);
    return {
      type: { kind: 'value', type: fieldTypes[formula.type] },
      needs: references.flatMap((reference) => reference.needs),
      evaluate: (interview) => {
        for (let index = 0; index < references.length; index += 1) {
          const reference = references[index];
          values[index] = reference === undefined ? null : asValue(reference.evaluate(interview));
        }
        return formula.evaluate(values, interview.context);
      },
    };
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    if (unknown?.notRun === true) throw unknown;
    throw new FlowProblem(`The formula expression is invalid: ${unknown === undefined ? error.message : unknown.message}`);
  }
}
