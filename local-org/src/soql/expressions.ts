import type { ParentStep } from '../schema/paths.ts';
import type { Field, FieldType, SObjectType } from '../schema/types.ts';
import { storageKind } from '../storage/columns.ts';
import type { FieldPath } from './ast.ts';
import { errorAt, type QueryText } from './errors.ts';
import type { FormulaFields } from './formulaFields.ts';
import { noSuchColumn, noSuchParent } from './messages.ts';
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
  /** Parents on the way to the field. */
  readonly chain: readonly ChainStep[];
}

/** What one select's expressions are compiled against. */
export interface SelectScope {
  readonly tables: Tables;
  readonly formulas: FormulaFields;
  readonly query: QueryText;
  /** Names by which the FROM object may be called: its own, and its alias. */
  readonly rootNames: readonly string[];
}

/** Most parents that a path may climb. */
const MAX_LEVELS = 5;

/** What a lookup to several objects shows of its parent, whatever it is. */
const NAME_FIELDS = [
  'Alias',
  'Email',
  'FirstName',
  'Id',
  'IsActive',
  'LastName',
  'Name',
  'Phone',
  'ProfileId',
  'Title',
  'Type',
  'UserRoleId',
  'Username',
];

/**
 * The field behind a path of a query.
 * @throws SalesforceError INVALID_FIELD when there is none
 */
export function fieldExpression(scope: SelectScope, path: FieldPath): Expression {
  const names = withoutRootName(scope, path);
  const chain: ChainStep[] = [];
  let table = scope.tables.root;
  if (names.length - 1 > MAX_LEVELS) {
    throw errorAt('INVALID_FIELD', `A relationship path climbs at most ${MAX_LEVELS} levels.`, scope.query, path);
  }
  for (const [index, name] of names.slice(0, -1).entries()) {
    const step = table.step(name);
    if (step === undefined) throw errorAt('INVALID_FIELD', noSuchParent(name), scope.query, path);
    if (step.targets.length > 1) return nameExpression(scope, path, { table, step, chain, rest: names.slice(index + 1) });
    const [target] = step.targets;
    if (target === undefined) throw errorAt('INVALID_FIELD', noSuchParent(name), scope.query, path);
    table = table.parent(step.field, target);
    chain.push({ name: relationshipName(step), idSql: table.column('Id'), targets: step.targets });
  }
  const field = table.object.fields.get((names.at(-1) ?? '').toLowerCase());
  if (field === undefined) throw errorAt('INVALID_FIELD', noSuchColumn(names.at(-1) ?? '', table.object.name), scope.query, path);
  return { sql: fieldSql(scope, table, field), type: field.type, name: field.name, field, chain };
}

/** The SQL of a field of the record in `table`. */
export function fieldSql(scope: SelectScope, table: TableNode, field: Field): string {
  return field.formula === undefined ? table.column(field.name) : scope.formulas.expression(table, field);
}

/** Drops the object's name or alias in front of a path: `a.Name` of `FROM Account a`. */
function withoutRootName(scope: SelectScope, path: FieldPath): FieldPath {
  const [first = '', ...rest] = path;
  const isRoot = rest.length > 0 && scope.rootNames.some((name) => name.toLowerCase() === first.toLowerCase());
  return isRoot && scope.tables.root.step(first) === undefined ? rest : path;
}

function relationshipName(step: ParentStep): string {
  return step.field.reference?.relationshipName ?? step.field.name;
}

interface NamePath {
  readonly table: TableNode;
  readonly step: ParentStep;
  readonly chain: readonly ChainStep[];
  readonly rest: FieldPath;
}

/** A field of a parent that may be of several objects, which all look like the object `Name`. */
function nameExpression(scope: SelectScope, path: FieldPath, { table, step, chain, rest }: NamePath): Expression {
  const [wanted = ''] = rest;
  const name = NAME_FIELDS.find((candidate) => candidate.toLowerCase() === wanted.toLowerCase());
  if (rest.length > 1) throw errorAt('INVALID_FIELD', noSuchParent(wanted), scope.query, path);
  if (name === undefined) throw errorAt('INVALID_FIELD', noSuchColumn(wanted, 'Name'), scope.query, path);
  const key = table.column(step.field.name);
  const parents = [...chain, { name: relationshipName(step), idSql: key, targets: step.targets }];
  if (name === 'Id') return { sql: key, type: 'id', name, chain: parents };
  if (name === 'Type') return { sql: typeSql(key, step.targets), type: 'string', name, chain: parents };
  const values = step.targets.flatMap((target) => {
    const field = target.fields.get((name === 'Name' ? (target.nameField ?? name) : name).toLowerCase());
    return field === undefined ? [] : [{ field, sql: fieldSql(scope, table.parent(step.field, target), field) }];
  });
  const [first] = values;
  if (first === undefined) throw errorAt('INVALID_FIELD', noSuchColumn(wanted, 'Name'), scope.query, path);
  const sql = values.length === 1 ? first.sql : `coalesce(${values.map((value) => value.sql).join(', ')})`;
  return { sql, type: first.field.type, name, chain: parents };
}

/** The object's name by the first characters of an id. */
function typeSql(idSql: string, targets: readonly SObjectType[]): string {
  const cases = targets.map((target) => `WHEN ${sqlText(target.keyPrefix)} THEN ${sqlText(target.name)}`);
  return `CASE substr(${idSql}, 1, 3) ${cases.join(' ')} END`;
}

/** A name or key prefix of the schema as an SQL text; never text of a query. */
function sqlText(name: string): string {
  if (!/^[A-Za-z0-9_]+$/u.test(name)) throw new Error(`"${name}" cannot stand in SQL`);
  return `'${name}'`;
}

/** The form in which texts are compared and sorted: case ignored, unless the field tells case apart. */
export function comparable(expression: Expression): string {
  return isFoldedText(expression) ? `fold(${expression.sql})` : expression.sql;
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
