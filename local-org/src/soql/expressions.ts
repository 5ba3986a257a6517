import type { ParentStep } from '../schema/paths.ts';
import type { Field, FieldType, SObjectType } from '../schema/types.ts';
import { storageKind } from '../storage/columns.ts';
import { foldSql } from '../storage/fold.ts';
import type { FieldPath, ParentAlias } from './ast.ts';
import { errorAt, type QueryText } from './errors.ts';
import { visibleField } from './fieldAbilities.ts';
import type { FormulaFields } from './formulaFields.ts';
import { maskedSql } from './maskedText.ts';
import { noSuchColumn, noSuchParent, tooManyLevels } from './messages.ts';
import { nameExpression, nameTarget } from './nameFields.ts';
import type { TableNode, Tables } from './tables.ts';

/** A step to a parent as the result shows it. */
export interface ChainStep {
  /** Relationship name in its canonical case. */
  readonly name: string;
  /** SQL of the parent's id. */
  readonly idSql: string;
  readonly targets: readonly SObjectType[];
}

/** A value inside a statement: its SQL and what it is. */
export interface Expression {
  readonly sql: string;
  readonly type: FieldType;
  /** Name under which a result shows it. */
  readonly name: string;
  /** The field itself, where the expression is nothing but one. */
  readonly field?: Field;
  /** API name of the object that the field belongs to. */
  readonly owner?: string;
  /** Parents on the way to the field. */
  readonly chain: readonly ChainStep[];
  /** The table whose column the value is; where the value is not null, that table has a row. */
  readonly table?: TableNode;
  /** Of an aggregate: how columns are told about it, as in `avg(Amount)`. */
  readonly label?: string;
  /** Decimals of a number that is no field. */
  readonly scale?: number;
  /** Of a compound field: the SQL of each part, by its name in JSON. It has no SQL of its own. */
  readonly parts?: ReadonlyMap<string, string>;
}

/** What one select's expressions are compiled against. */
export interface SelectScope {
  readonly tables: Tables;
  readonly formulas: FormulaFields;
  readonly query: QueryText;
  /** Names by which the FROM object may be called: its own, and its alias. */
  readonly rootNames: readonly string[];
  /** Parents named in FROM. */
  readonly parents: readonly ParentAlias[];
}

/** Most parents that a path may climb. */
const MAX_LEVELS = 5;

/** Where a path ends: the record that its last name belongs to. */
interface Reached {
  readonly table: TableNode;
  readonly chain: readonly ChainStep[];
  /** The last name, or what is left of the path at a parent that may be of several objects. */
  readonly rest: FieldPath;
  readonly step?: ParentStep;
}

/**
 * The field behind a path of a query.
 * @param from where the path starts, when that is not the object of FROM
 * @throws SalesforceError INVALID_FIELD when there is none
 */
export function fieldExpression(scope: SelectScope, path: FieldPath, from?: TableNode): Expression {
  const { table, chain, rest, step } = follow(scope, path, from);
  if (step !== undefined) return nameExpression(scope, path, { table, step, chain, rest });
  const name = rest[0] ?? '';
  const field = visibleField(table.object, name);
  if (field === undefined) throw errorAt('INVALID_FIELD', noSuchColumn(name, table.object.name), scope.query, path);
  if (field.compound !== undefined) {
    const parts = [...field.compound.parts].map(([part, column]) => [part, partSql(table, column)] as const);
    return { sql: 'NULL', type: field.type, name: field.name, field, chain, parts: new Map(parts) };
  }
  const home = field.formula === undefined ? table : scope.formulas.columnTable(table, field);
  return {
    sql: fieldSql(scope, table, field),
    type: field.type,
    name: field.name,
    field,
    owner: table.object.name,
    chain,
    ...(home === undefined ? {} : { table: home }),
  };
}

/** A relationship as the last name of a path, for TYPEOF. @throws SalesforceError INVALID_FIELD when there is none */
export function relationshipAt(scope: SelectScope, path: FieldPath): Omit<Reached, 'rest'> & { readonly step: ParentStep } {
  const { table, chain, rest, step } = follow(scope, path);
  const name = rest[0] ?? '';
  const found = step === undefined ? table.step(name) : undefined;
  if (found === undefined) throw errorAt('INVALID_FIELD', noSuchParent(name), scope.query, path);
  return { table, chain, step: found };
}

function follow(scope: SelectScope, path: FieldPath, from?: TableNode): Reached {
  const names = from === undefined ? withoutRootName(scope, path) : path;
  if (names.length - 1 > MAX_LEVELS) throw errorAt('MALFORMED_QUERY', tooManyLevels('parent', MAX_LEVELS), scope.query, path);
  const chain: ChainStep[] = [];
  let table = from ?? scope.tables.root;
  for (const [index, name] of names.slice(0, -1).entries()) {
    const step = table.step(name);
    if (step === undefined) throw errorAt('INVALID_FIELD', noSuchParent(name), scope.query, path);
    const rest = names.slice(index + 1);
    const target = step.targets.length > 1 ? nameTarget(step, rest) : step.targets[0];
    if (target === undefined) return { table, chain, rest, step };
    const shown = { name: relationshipName(step), idSql: table.visibleKey(step), targets: step.targets };
    table = table.parent(step.field, target);
    // The record behind a plain lookup, not the id that is kept in it: a deleted parent is none.
    chain.push(step.targets.length > 1 ? shown : { ...shown, idSql: table.column('Id') });
  }
  return { table, chain, rest: names.slice(-1) };
}

/** The SQL of a field of the record in `table`. */
export function fieldSql(scope: SelectScope, table: TableNode, field: Field): string {
  if (field.encryption !== undefined) return maskedSql(table.column(field.name), field.encryption);
  if (field.formula === undefined) return table.column(field.name);
  const sql = scope.formulas.expression(table, field);
  const isThere = table === scope.tables.root || table.required || scope.formulas.columnTable(table, field) !== undefined;
  // A record that is not there has no value, whatever its formula makes of blanks.
  return isThere ? sql : `CASE WHEN ${table.column('Id')} IS NOT NULL THEN ${sql} END`;
}

function partSql(table: TableNode, name: string): string {
  const part = table.object.fields.get(name.toLowerCase());
  return part === undefined || part.formula !== undefined ? 'NULL' : table.column(part.name);
}

/** The path from the object of FROM: without its name or alias in front, and with named parents written out. */
function withoutRootName(scope: SelectScope, path: FieldPath): FieldPath {
  const [first = '', ...rest] = path;
  if (rest.length === 0) return path;
  const wanted = first.toLowerCase();
  const parent = scope.parents.find(({ alias }) => alias.toLowerCase() === wanted);
  if (parent !== undefined) return [...parent.path, ...rest];
  const isRoot = scope.rootNames.some((name) => name.toLowerCase() === wanted);
  return isRoot && scope.tables.root.step(first) === undefined ? rest : path;
}

export function relationshipName(step: ParentStep): string {
  return step.field.reference?.relationshipName ?? step.field.name;
}

/** The form in which texts are compared and sorted: case ignored, unless the field tells case apart. */
export function comparable(expression: Expression): string {
  return isFoldedText(expression) ? foldSql(expression.sql) : expression.sql;
}

/** Whether an expression is text that ignores case. */
export function isFoldedText(expression: Expression): boolean {
  const { field, type } = expression;
  if (field?.caseSensitive === true) return false;
  return kindOf(type) === 'text';
}

/** The storage kind of a type. */
export function kindOf(type: FieldType): ReturnType<typeof storageKind> {
  return storageKind({ type });
}
