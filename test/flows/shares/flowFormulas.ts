import { join } from 'node:path';
import { compileFormula } from '../../../local-org/src/formula/compileFormula.ts';
import type { FormulaContext } from '../../../local-org/src/formula/types.ts';
import { readFlow } from '../../../local-org/src/metadata/flow.ts';
import { readPackageSource } from '../../../local-org/src/metadata/packageSource.ts';
import type { FieldType, FieldValue } from '../../../local-org/src/schema/types.ts';

/** Values by the name of a variable, constant or `$` path of the flow; formulas need none. */
export type Known = Readonly<Record<string, FieldValue>>;

/** Works out a formula of a flow as it is deployed, from what is known. */
export type FormulaOf = (name: string, known: Known) => FieldValue;

const types: Readonly<Record<string, FieldType>> = {
  String: 'string',
  Number: 'double',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'datetime',
};
const context: FormulaContext = { now: 0, timeZone: 'UTC', isNew: false };

/**
 * The formulas of one flow of the package, each with the formulas that it reads.
 * @throws Error for a flow or a resource that is not there
 */
export async function flowFormulas(flow: string): Promise<FormulaOf> {
  const source = await readPackageSource(join(import.meta.dirname, '../../../force-app/main/default'));
  const file = source.files.find((one) => one.type === 'Flow' && one.name === flow);
  if (file === undefined) throw new Error(`The package has no flow ${flow}.`);
  const { formulas, constants, variables } = readFlow(file);
  const typeOf = (name: string): FieldType | undefined => {
    const found = [...formulas, ...constants, ...variables].find((one) => one.name === name);
    return found === undefined ? typeOfPath(name) : types[found.dataType];
  };
  const compiled = new Map(
    formulas.map((formula) => {
      const scope = {
        resolve: (path: readonly string[]) => {
          const type = typeOf(path.join('.'));
          return type === undefined ? undefined : { type };
        },
      };
      const compile = (): ReturnType<typeof compileFormula> =>
        compileFormula(formula.expression, scope, { blanksAs: 'blank', place: 'flow' });
      return [formula.name, lazily(compile)] as const;
    }),
  );
  const fixed = new Map(constants.map(({ name, value }) => [name, value !== undefined && 'value' in value ? value.value : null]));
  const evaluate: FormulaOf = (name, known) => {
    const given = known[name];
    if (given !== undefined) return given;
    const formula = compiled.get(name)?.();
    if (formula === undefined) return fixed.get(name) ?? null;
    return formula.evaluate(
      formula.references.map(({ path }) => evaluate(path.join('.'), known)),
      context,
    );
  };
  return evaluate;
}

function typeOfPath(path: string): FieldType | undefined {
  if (path === '$Flow.CurrentDateTime') return 'datetime';
  if (!path.includes('.')) return undefined;
  return path.endsWith('PulseSegment__c') ? 'picklist' : 'string';
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
