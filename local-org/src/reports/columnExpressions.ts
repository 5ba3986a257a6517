import { SalesforceError } from '../errors.ts';
import { FormulaError } from '../formula/errors.ts';
import type { Schema } from '../schema/types.ts';
import { fieldExpression, type Expression, type SelectScope } from '../soql/expressions.ts';
import type { TableNode } from '../soql/tables.ts';
import { bucketExpression, bucketMismatch } from './buckets.ts';
import { findColumn, type FieldColumn } from './columns.ts';
import type { BucketField, ReportDefinition, RowFormula } from './definition.ts';
import { HiddenPartError, ReportPartError } from './reportError.ts';
import type { ReportShape } from './reportShape.ts';
import type { RowFormulas } from './rowFormulas.ts';

/** A column of a report inside a statement. */
export interface ColumnExpression {
  readonly value: Expression;
  /** Of names and lookups: the SQL of the id of the record that they are a link to. */
  readonly idSql?: string;
  /** Of names of records: SQL that tells one from another. */
  readonly recordSql?: string;
  /** What ids of those records begin with. */
  readonly keyPrefixes?: readonly string[];
  /** The record that has the value. */
  readonly place: ColumnPlace;
  /**
   * SQL that tells the record that has the value, where rows of the report may share one:
   * a parent's. Sums and averages take such a record once.
   */
  readonly sharedId?: string;
  readonly source: FieldColumn | BucketField | RowFormula;
}

/** A record of a row: that of a table of the report type, or one reached from it by lookups. */
export interface ColumnPlace {
  readonly table: number;
  readonly steps: readonly string[];
}

/** Whether all rows that have the same record at `place` have the same record at `other`. */
export function determines(place: ColumnPlace, other: ColumnPlace): boolean {
  if (place.steps.length === 0) return other.table <= place.table;
  return other.table === place.table && place.steps.every((step, index) => other.steps[index] === step);
}

/** What columns are compiled against. */
export interface ColumnScope {
  readonly shape: ReportShape;
  /** The whole org, in which names are found. */
  readonly schema: Schema;
  readonly select: SelectScope;
  /** One for each table of the shape. */
  readonly nodes: readonly TableNode[];
  readonly rowFormulas: RowFormulas;
}

/** The columns of one report as SQL, each compiled once. */
export class ColumnExpressions {
  readonly #scope: ColumnScope;
  readonly #definition: Pick<ReportDefinition, 'buckets' | 'rowFormulas'>;
  readonly #known = new Map<string, ColumnExpression>();
  readonly #open = new Set<string>();

  constructor(scope: ColumnScope, definition: Pick<ReportDefinition, 'buckets' | 'rowFormulas'>) {
    this.#scope = scope;
    this.#definition = definition;
  }

  /**
   * @param element where the column is named, for problems
   * @throws ReportPartError when there is no such column; HiddenPartError when the user may not see it
   */
  of(name: string, element: string): ColumnExpression {
    const key = name.toLowerCase();
    let column = this.#known.get(key);
    if (column === undefined) {
      if (this.#open.has(key)) throw new ReportPartError(element, `${name} refers to itself.`);
      this.#open.add(key);
      try {
        column = this.#compile(name, element);
      } finally {
        this.#open.delete(key);
      }
      this.#known.set(key, column);
    }
    return column;
  }

  #compile(name: string, element: string): ColumnExpression {
    const key = name.toLowerCase();
    const bucket = this.#definition.buckets.find((candidate) => candidate.name.toLowerCase() === key);
    if (bucket !== undefined) return this.#bucket(bucket);
    const formula = this.#definition.rowFormulas.find((candidate) => candidate.name.toLowerCase() === key);
    if (formula !== undefined) return this.#formula(formula);
    const column = findColumn(this.#scope.schema, this.#scope.shape, name);
    if (column === undefined)
      throw new ReportPartError(element, `there is no column ${name} in the report type ${this.#scope.shape.name}.`);
    return this.#field(column, name);
  }

  #bucket(bucket: BucketField): ColumnExpression {
    const element = `buckets ${bucket.name}`;
    const { value, sharedId, place } = this.of(bucket.column, element);
    const mismatch = bucketMismatch(bucket, value);
    if (mismatch !== undefined) throw new ReportPartError(element, mismatch);
    const expression = bucketExpression(bucket, value, this.#scope.select.tables.builder);
    return { value: expression, source: bucket, place, ...(sharedId === undefined ? {} : { sharedId }) };
  }

  #formula(formula: RowFormula): ColumnExpression {
    const element = `customDetailFormulas ${formula.name}`;
    const columnOf = (path: readonly string[]): Expression => this.of(path.join('.'), element).value;
    try {
      const { tables } = this.#scope.select;
      const value = this.#scope.rowFormulas.expression(formula, columnOf, tables.builder);
      return { value, source: formula, place: { table: this.#scope.nodes.length - 1, steps: [] } };
    } catch (error) {
      if (error instanceof FormulaError) throw new ReportPartError(element, error.message);
      throw error;
    }
  }

  #field(column: FieldColumn, name: string): ColumnExpression {
    try {
      return this.#visibleField(column);
    } catch (error) {
      if (error instanceof SalesforceError && error.errorCode === 'INVALID_FIELD') throw new HiddenPartError(name);
      throw error;
    }
  }

  #visibleField(column: FieldColumn): ColumnExpression {
    const { select, shape, nodes } = this.#scope;
    const node = nodes[column.table];
    if (node === undefined) throw new Error(`${shape.name} has no table ${String(column.table)}`);
    const path =
      column.lookup === undefined ? [...column.steps, column.field.name] : [...column.steps, column.lookup, this.#nameField(column)];
    const value = fieldExpression(select, path, node);
    const table = tableAt(node, column.steps);
    const link = this.#link(column, table);
    const isRow = column.table === nodes.length - 1 && column.steps.length === 0;
    const place = { table: column.table, steps: column.steps };
    return { value, source: column, place, ...link, ...(isRow ? {} : { sharedId: recordKey(table) }) };
  }

  /** The name field of what a lookup points at. */
  #nameField({ field }: FieldColumn): string {
    const targets = field.reference?.targets ?? [];
    const [only] = targets;
    return (targets.length === 1 && only !== undefined ? this.#scope.schema.object(only)?.nameField : undefined) ?? 'Name';
  }

  /** The record that a name or lookup is a link to. */
  #link({ field, lookup }: FieldColumn, table: TableNode): Pick<ColumnExpression, 'idSql' | 'keyPrefixes' | 'recordSql'> {
    const { tables } = this.#scope.select;
    if (lookup === undefined) {
      if (field.name !== table.object.nameField) return {};
      return { idSql: table.column('Id'), keyPrefixes: [table.object.keyPrefix], recordSql: recordKey(table) };
    }
    const step = table.step(lookup);
    if (step === undefined) return {};
    const keyPrefixes = step.targets.map(({ keyPrefix }) => keyPrefix);
    const [target] = step.targets;
    // The id as it is stored needs no join, unless it may be of a record that the user does not reach.
    if (!step.targets.some((candidate) => tables.hides(candidate))) return { idSql: table.column(field.name), keyPrefixes };
    const idSql =
      step.targets.length === 1 && target !== undefined ? table.parent(step.field, target).column('Id') : table.visibleKey(step);
    return { idSql, keyPrefixes };
  }
}

/** Tells one record of a table from another: by its place in the table, which takes no text to be compared. */
function recordKey(table: TableNode): string {
  return table.object.kind === 'share' ? table.column('Id') : `${table.alias}.rowid`;
}

function tableAt(node: TableNode, steps: readonly string[]): TableNode {
  let table = node;
  for (const name of steps) {
    const step = table.step(name);
    const [target] = step?.targets ?? [];
    if (step === undefined || target === undefined) throw new HiddenPartError(name);
    table = table.parent(step.field, target);
  }
  return table;
}
