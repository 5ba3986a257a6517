import { compileFormula, FormulaError, type StrictFormula } from '../formula/compileFormula.ts';
import { emitSql } from '../formula/sql/emitSql.ts';
import type { FormulaContext, FormulaOptions, FormulaType, ReferencedField } from '../formula/types.ts';
import type { FieldType, FieldValue } from '../schema/types.ts';
import type { Expression } from '../soql/expressions.ts';
import type { Parameter, RunContext, SqlBuilder } from '../soql/sqlBuilder.ts';
import { quoteName, toSql } from '../storage/columns.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { RowFormula } from './definition.ts';

const TYPES: Readonly<Record<RowFormula['dataType'], { readonly field: FieldType; readonly formula: FormulaType }>> = {
  text: { field: 'string', formula: 'text' },
  number: { field: 'double', formula: 'number' },
  currency: { field: 'currency', formula: 'number' },
  percent: { field: 'percent', formula: 'number' },
  date: { field: 'date', formula: 'date' },
  datetime: { field: 'datetime', formula: 'datetime' },
  boolean: { field: 'boolean', formula: 'boolean' },
};

/** The type of the column that a row-level formula makes. */
export function rowFormulaType({ dataType }: RowFormula): FieldType {
  return TYPES[dataType].field;
}

/** How a formula's names are found: the column behind a dotted path. */
export type ColumnOfPath = (path: readonly string[]) => Expression | undefined;

/**
 * Row-level formulas inside SQL: as SQL where that is exact, else as a function over the
 * columns that the formula reads. Blank numbers count as zero, as in formula fields by default.
 */
export class RowFormulas {
  readonly #database: OrgDatabase;
  readonly #functions = new Map<string, string>();
  #context: FormulaContext = { now: 0, timeZone: 'UTC', isNew: false };

  constructor(database: OrgDatabase) {
    this.#database = database;
  }

  /** What TODAY and the zone are from now on. */
  enter({ now, timeZone }: RunContext): void {
    this.#context = { now, timeZone, isNew: false };
  }

  /** @throws FormulaError where the formula does not fit the columns */
  expression(formula: RowFormula, columnOf: ColumnOfPath, builder: SqlBuilder): Expression {
    const type = TYPES[formula.dataType];
    const options = optionsOf(formula);
    const compiled = compileFormula(formula.formula, { resolve: (path) => referenced(columnOf(path)) }, options);
    const column = (path: readonly string[]): Expression => {
      const found = columnOf(path);
      if (found === undefined) throw new FormulaError(`Field ${path.join('.')} does not exist. Check spelling.`, 0);
      return found;
    };
    const sql = plainSql(compiled, options, column, builder) ?? this.#called(formula, compiled, column);
    return { sql, type: type.field, name: formula.name, chain: [], scale: formula.scale };
  }

  #called(formula: RowFormula, compiled: StrictFormula, column: (path: readonly string[]) => Expression): string {
    const columns = compiled.references.map(({ path }) => column(path));
    const name = this.#registered(formula, compiled, columns);
    return `${quoteName(name)}(${columns.map(({ sql }) => sql).join(', ')})`;
  }

  /** One function for a formula over columns of the same types; none is ever changed. */
  #registered(formula: RowFormula, compiled: StrictFormula, columns: readonly Expression[]): string {
    const key = JSON.stringify([formula.formula, formula.dataType, formula.scale, columns.map(({ type }) => type)]);
    let name = this.#functions.get(key);
    if (name === undefined) {
      name = `report_formula_${String(this.#functions.size)}`;
      this.#functions.set(key, name);
      this.#database.connection.function(name, { deterministic: true, varargs: true }, (...values: readonly unknown[]) =>
        toSql(compiled.evaluate(values.map(plainValue), this.#context)),
      );
    }
    return name;
  }
}

function optionsOf({ dataType, scale }: RowFormula): FormulaOptions {
  const expects = TYPES[dataType].formula;
  return {
    place: 'field',
    blanksAs: 'zero',
    expects,
    ...(dataType === 'percent' ? { percent: true } : {}),
    ...(expects === 'number' ? { scale } : {}),
  };
}

/** A date that is blank makes no number of days: unlike numbers it never counts as zero. */
function plainSql(
  compiled: StrictFormula,
  options: FormulaOptions,
  column: (path: readonly string[]) => Expression,
  builder: SqlBuilder,
): string | undefined {
  const pure = emitSql(
    compiled,
    options,
    ({ path }) => {
      const { sql, field, scale = field?.type === 'int' ? 0 : field?.scale } = column(path);
      // What is computed may have any number of decimals.
      if (field?.formula !== undefined || (scale ?? 0) > 6) return undefined;
      return { kind: 'column', sql, scale: scale ?? 0 };
    },
    {
      bind: (value) => builder.bind(value),
      bindContext: (key, read) => builder.bind(contextParameter(key, read)),
    },
  );
  return pure?.guards.length === 0 ? `(${pure.sql})` : undefined;
}

const moments = new Map<string, Parameter>();

function contextParameter(key: string, read: (context: Pick<FormulaContext, 'now' | 'timeZone'>) => string | number): Parameter {
  let parameter = moments.get(key);
  if (parameter === undefined) moments.set(key, (parameter = ({ now, timeZone }) => read({ now, timeZone })));
  return parameter;
}

function referenced(expression: Expression | undefined): ReferencedField | undefined {
  if (expression === undefined) return undefined;
  const scale = expression.scale ?? expression.field?.scale;
  return scale === undefined ? { type: expression.type } : { type: expression.type, scale };
}

/** What SQLite hands to a function: texts, numbers, nulls. */
function plainValue(value: unknown): FieldValue {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
