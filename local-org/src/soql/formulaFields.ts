import { compileFormula, type StrictFormula } from '../formula/compileFormula.ts';
import { emitSql, type FormulaSql } from '../formula/sql/emitSql.ts';
import type { SqlBinding, SqlNames } from '../formula/sql/sqlEmitter.ts';
import type { FormulaContext, FormulaOptions, FormulaType } from '../formula/types.ts';
import { parentStep } from '../schema/paths.ts';
import type { Field, FieldType, FieldValue, Schema, SObjectType } from '../schema/types.ts';
import { formulaTypeOfField } from '../formula/fieldTypes.ts';
import { quoteName, toSql } from '../storage/columns.ts';
import type { OrgDatabase } from '../storage/database.ts';
import { objectFormulaScope, startOf } from './formulaNames.ts';
import { globalValue } from './globalValues.ts';
import type { Parameter } from './sqlBuilder.ts';
import { TemplateParts, type SqlTemplate } from './sqlTemplate.ts';
import type { TableNode } from './tables.ts';

export { objectFormulaScope, referencedField } from './formulaNames.ts';

/** Decimals of a field beyond which its numbers are not counted in whole units. */
const MOST_DECIMALS = 6;

/** The formula type that a field of this type needs. */
export function formulaTypeOf(type: FieldType): FormulaType {
  return formulaTypeOfField(type) ?? 'text';
}

/** A record of a template, from which names are followed. */
interface TemplatePlace {
  readonly parts: TemplateParts<TableNode>;
  /** How it is reached, for telling one column from another. */
  readonly path: string;
  readonly at: (root: TableNode) => TableNode;
}

/**
 * Formula fields inside SQL. What SQL computes exactly as the evaluator does is
 * written as SQL; anything else is a function over the columns that the formula
 * reads, registered on the connection when first needed, and it is the same
 * evaluator that serves the save. Formulas compute in system mode: they read
 * fields that are hidden from who asks for their result.
 */
export class FormulaFields {
  readonly #database: OrgDatabase;
  readonly #schema: Schema;
  readonly #compiled = new Map<string, StrictFormula>();
  readonly #templates = new Map<string, SqlTemplate<TableNode> | 'function'>();
  readonly #functions = new Set<string>();
  readonly #moments = new Map<string, Parameter>();
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
   * The SQL of a formula field of the record in `table`: pure SQL where that is exact, for other values a function.
   * @param exact without rounding to the field's decimals: a formula that reads a formula computes as if it were written inside
   */
  expression(table: TableNode, field: Field, exact = false): string {
    const pure = this.#pureSql(table, field, exact);
    if (pure !== undefined && pure.guards.length === 0) return `(${pure.sql})`;
    const { formula, functionName } = this.#registered(this.#whole(table), field, exact);
    const values = formula.references.map(({ path }) => this.#reference(table, path));
    const called = `${quoteName(functionName)}(${values.join(', ')})`;
    return pure === undefined ? called : `CASE WHEN ${pure.guards.join(' AND ')} THEN ${pure.sql} ELSE ${called} END`;
  }

  /** The table of the column that a formula field simply shows (`Account__r.Name`); undefined for one that computes. */
  columnTable(table: TableNode, field: Field): TableNode | undefined {
    const { tree } = this.#compiledFormula(this.#whole(table), field, true);
    if (tree.kind !== 'reference' || tree.type === 'number' || globalValue(this.#schema, tree.path) !== undefined) return undefined;
    const target = this.#target(table, tree.path);
    return target.field.formula === undefined ? target.owner : this.columnTable(target.owner, target.field);
  }

  #pureSql(table: TableNode, field: Field, exact: boolean): FormulaSql | undefined {
    const key = functionNameOf(table.object, field, exact);
    let template = this.#templates.get(key);
    if (template === undefined) this.#templates.set(key, (template = this.#template(table, field, exact)));
    return template === 'function' ? undefined : template(table);
  }

  /** The SQL of a formula for any table of its object: worked out once, because that takes longer than most queries run. */
  #template(table: TableNode, field: Field, exact: boolean): SqlTemplate<TableNode> | 'function' {
    const parts = new TemplateParts<TableNode>();
    const binding: SqlBinding = {
      bind: (value) => parts.add(({ tables }) => tables.builder.bind(value)),
      bindContext: (key, read) => parts.addOnce(`moment ${key}`, ({ tables }) => tables.builder.bind(this.#contextParameter(key, read))),
    };
    const formula = this.#compiledFormula(this.#whole(table), field, exact);
    const pure = emitSql(formula, fieldFormulaOptions(field, exact), this.#names(table, { parts, path: '', at: (root) => root }), binding);
    return pure === undefined ? 'function' : parts.template(pure);
  }

  /**
   * How the formulas of the record in `table` find their names in SQL.
   * @param place where the template has that record: found from the formula's own table by `at`
   */
  #names(table: TableNode, { parts, path: before, at }: TemplatePlace): SqlNames {
    return ({ path, type }) => {
      const parameter = this.#globalParameter(path);
      // A number that is bound counts as inexact in SQLite, so what is computed from it is left to the function.
      if (parameter !== undefined)
        return type === 'number'
          ? undefined
          : { kind: 'column', sql: parts.addOnce(`global ${path.join('.')}`, ({ tables }) => tables.builder.bind(parameter)), scale: 0 };
      const { owner, field } = this.#target(table, path);
      const here = [before, ...path].join('.');
      if (field.formula !== undefined) {
        const { tree } = this.#compiledFormula(this.#whole(owner), field, true);
        return {
          kind: 'formula',
          tree,
          options: fieldFormulaOptions(field, true),
          names: this.#names(owner, { parts, path: here, at: (root) => this.#target(at(root), path).owner }),
        };
      }
      const scale = field.type === 'int' ? 0 : (field.scale ?? 0);
      if (scale > MOST_DECIMALS) return undefined;
      return { kind: 'column', sql: parts.addOnce(here, (root) => this.#target(at(root), path).owner.column(field.name)), scale };
    };
  }

  #contextParameter(key: string, read: (context: Pick<FormulaContext, 'now' | 'timeZone'>) => string | number): Parameter {
    let parameter = this.#moments.get(key);
    if (parameter === undefined) {
      parameter = ({ now, timeZone }) => read({ now, timeZone });
      this.#moments.set(key, parameter);
    }
    return parameter;
  }

  #compiledFormula(object: SObjectType, field: Field, exact: boolean): StrictFormula {
    const key = functionNameOf(object, field, exact);
    let formula = this.#compiled.get(key);
    if (formula === undefined) {
      formula = compileFormula(field.formula?.source ?? '', objectFormulaScope(this.#schema, object), fieldFormulaOptions(field, exact));
      this.#compiled.set(key, formula);
    }
    return formula;
  }

  #registered(object: SObjectType, field: Field, exact: boolean): { readonly formula: StrictFormula; readonly functionName: string } {
    const functionName = functionNameOf(object, field, exact);
    const formula = this.#compiledFormula(object, field, exact);
    if (!this.#functions.has(functionName)) {
      this.#functions.add(functionName);
      this.#database.connection.function(functionName, { deterministic: true, varargs: true }, (...values: readonly unknown[]) =>
        toSql(formula.evaluate(values.map(plainValue), this.#context)),
      );
    }
    return { formula, functionName };
  }

  #reference(table: TableNode, path: readonly string[]): string {
    const parameter = this.#globalParameter(path);
    if (parameter !== undefined) return table.tables.builder.bind(parameter);
    const { owner, field } = this.#target(table, path);
    return field.formula === undefined ? owner.column(field.name) : this.expression(owner, field, true);
  }

  /** The field that a name means, and the table of the record that it belongs to. */
  #target(table: TableNode, path: readonly string[]): { readonly owner: TableNode; readonly field: Field } {
    const { global, rest } = startOf(path);
    const start = global === undefined ? table : table.tables.global(global);
    if (start === undefined) throw new Error(`there is no ${path.join('.')}`);
    return this.#follow(start, rest);
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

  /** The table's object with the fields that are hidden from who asks. */
  #whole({ object }: TableNode): SObjectType {
    return this.#schema.object(object.name) ?? object;
  }

  #follow(table: TableNode, path: readonly string[]): { readonly owner: TableNode; readonly field: Field } {
    let owner = table;
    for (const segment of path.slice(0, -1)) {
      const step = parentStep(this.#schema, this.#whole(owner), segment);
      const target = step?.targets[0];
      if (step === undefined || target === undefined) throw new Error(`${owner.object.name} has no parent ${segment}`);
      owner = owner.parent(step.field, target, false);
    }
    const field = this.#whole(owner).fields.get((path.at(-1) ?? '').toLowerCase());
    if (field === undefined) throw new Error(`${owner.object.name} has no field ${path.at(-1) ?? ''}`);
    return { owner, field };
  }
}

function functionNameOf(object: SObjectType, field: Field, exact: boolean): string {
  return `${exact ? 'exact' : 'formula'}_${object.name}_${field.name}`;
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
