import { compileFormula } from '../formula/compileFormula.ts';
import type { FormulaContext, FormulaOptions, FormulaType } from '../formula/types.ts';
import type { Field, FieldType, FieldValue, Schema, SObjectType } from '../schema/types.ts';
import { formulaTypeOfField } from '../formula/fieldTypes.ts';
import { quoteName, toSql } from '../storage/columns.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { objectFormulaScope, startOf } from './formulaNames.ts';
import { globalValue } from './globalValues.ts';
import type { Parameter } from './sqlBuilder.ts';
import type { TableNode } from './tables.ts';

export { objectFormulaScope, referencedField } from './formulaNames.ts';

/** The formula type that a field of this type needs. */
export function formulaTypeOf(type: FieldType): FormulaType {
  return formulaTypeOfField(type) ?? 'text';
}

/**
 * Formula fields inside SQL: each is a function over the columns that it reads,
 * registered on the connection when first needed. One evaluator so serves
 * SELECT, WHERE, ORDER BY and the save.
 */
export class FormulaFields {
  readonly #database: OrgDatabase;
  readonly #schema: Schema;
  readonly #compiled = new Map<string, Registered>();
  readonly #globals = new Map<string, Parameter>();
  #context: FormulaContext = { now: 0, timeZone: 'UTC', isNew: false };

  constructor(database: OrgDatabase, schema: Schema) {
    this.#database = database;
    this.#schema = schema;
  }

  /** What TODAY, NOW and the user's zone are from now on. */
  setContext(context: FormulaContext): void {
    this.#context = context;
  }

  /**
   * The SQL of a formula field of the record in `table`.
   * @param exact without rounding to the field's decimals: a formula that reads a formula computes as if it were written inside
   */
  expression(table: TableNode, field: Field, exact = false): string {
    const { references, functionName } = this.#registered(table.object, field, exact);
    const values = references.map((path) => this.#reference(table, path));
    return `${quoteName(functionName)}(${values.join(', ')})`;
  }

  #registered(object: SObjectType, field: Field, exact: boolean): Registered {
    const functionName = `${exact ? 'exact' : 'formula'}_${object.name}_${field.name}`;
    const known = this.#compiled.get(functionName);
    if (known !== undefined) return known;
    const options = fieldFormulaOptions(field, exact);
    const formula = compileFormula(field.formula?.source ?? '', objectFormulaScope(this.#schema, object), options);
    this.#database.connection.function(functionName, { deterministic: true, varargs: true }, (...values: readonly unknown[]) =>
      toSql(formula.evaluate(values.map(plainValue), this.#context)),
    );
    const registered = { functionName, references: formula.references.map((reference) => reference.path) };
    this.#compiled.set(functionName, registered);
    return registered;
  }

  #reference(table: TableNode, path: readonly string[]): string {
    const parameter = this.#globalParameter(path);
    if (parameter !== undefined) return table.tables.builder.bind(parameter);
    const { global, rest } = startOf(path);
    const start = global === undefined ? table : table.tables.global(global);
    if (start === undefined) throw new Error(`there is no ${path.join('.')}`);
    const { owner, field } = this.#follow(start, rest);
    return field.formula === undefined ? owner.column(field.name) : this.expression(owner, field, true);
  }

  /** `$Label.x`, `$Setup.x`, ...: read once for each run of a statement. */
  #globalParameter(path: readonly string[]): Parameter | undefined {
    const key = path.join('.').toLowerCase();
    const known = this.#globals.get(key);
    const value = known === undefined ? globalValue(this.#schema, path) : undefined;
    if (value === undefined) return known;
    const parameter: Parameter = ({ globals }) => toSql(globals === undefined ? null : value.read(globals));
    this.#globals.set(key, parameter);
    return parameter;
  }

  #follow(table: TableNode, path: readonly string[]): { readonly owner: TableNode; readonly field: Field } {
    let owner = table;
    for (const segment of path.slice(0, -1)) {
      const step = owner.step(segment);
      const target = step?.targets[0];
      if (step === undefined || target === undefined) throw new Error(`${owner.object.name} has no parent ${segment}`);
      owner = owner.parent(step.field, target, false);
    }
    const field = owner.object.fields.get((path.at(-1) ?? '').toLowerCase());
    if (field === undefined) throw new Error(`${owner.object.name} has no field ${path.at(-1) ?? ''}`);
    return { owner, field };
  }
}

interface Registered {
  readonly functionName: string;
  readonly references: readonly (readonly string[])[];
}

/** How the formula of a field is compiled: its type, percents as percents, rounded to the field's decimals unless `exact`. */
export function fieldFormulaOptions(field: Field, exact = false): FormulaOptions {
  // Standard picklists that the platform works out, such as a status category, are written as texts.
  const expects = field.type === 'picklist' ? 'text' : formulaTypeOf(field.type);
  return {
    place: 'field',
    blanksAs: field.formula?.blanksAs ?? 'blank',
    expects,
    ...(field.type === 'percent' ? { percent: true } : {}),
    ...(expects === 'number' && !exact && field.scale !== undefined ? { scale: field.scale } : {}),
  };
}

/** What SQLite hands to a function: texts, numbers, nulls. */
function plainValue(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
