import type { ChildRelationship, Schema, SObjectType } from '../schema/types.ts';
import type { Condition, SelectStatement } from './ast.ts';
import { isAggregateQuery, selectAggregates } from './compileAggregate.ts';
import { selectFields } from './compileFields.ts';
import { expressionOf } from './calls.ts';
import { ConditionCompiler, type CompileLeft, type CompileSemiJoin } from './conditions.ts';
import { errorAt, queryError, type QueryText } from './errors.ts';
import type { SelectScope } from './expressions.ts';
import type { FormulaFields } from './formulaFields.ts';
import { groupedSql } from './groupingSets.ts';
import { noSuchChildren, noSuchObject } from './messages.ts';
import { orderKeys, orderSql } from './ordering.ts';
import { OutputBuilder, type Output } from './output.ts';
import { checkScope, compileSemiJoin } from './semiJoins.ts';
import { SqlBuilder, type Parameter } from './sqlBuilder.ts';
import { Tables } from './tables.ts';

/** What compiling needs to know of the org. */
export interface CompileEnvironment {
  readonly schema: Schema;
  readonly formulas: FormulaFields;
  readonly query: QueryText;
  /** Also records in the recycle bin. */
  readonly allRows: boolean;
}

/** A select as one SQL statement, and how its rows become records. */
export interface CompiledSelect {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  readonly object: string;
  /** `count`: the one column is the number of records, and there are no records. */
  readonly kind: 'records' | 'aggregate' | 'count';
  readonly fields: readonly Output[];
  readonly children: readonly CompiledChildren[];
}

/** A child subquery: one more statement for the children of all parents at once. */
export interface CompiledChildren {
  readonly select: CompiledSelect;
}

/** Column 0 of records is their id; of child subqueries column 1 is the parent's. */
export const ID_COLUMN = 0;
export const PARENT_COLUMN = 1;

const MAX_OFFSET = 2000;

/**
 * Compiles a query.
 * @throws SalesforceError INVALID_TYPE, INVALID_FIELD, MALFORMED_QUERY, INVALID_QUERY_FILTER_OPERATOR, ...
 */
export function compileQuery(environment: CompileEnvironment, statement: SelectStatement): CompiledSelect {
  const object = environment.schema.object(statement.from);
  if (object === undefined) throw unknownObject(environment.query, statement);
  const allRows = environment.allRows || statement.allRows === true;
  return compileSelect({ ...environment, allRows }, statement, object);
}

function compileSelect(
  environment: CompileEnvironment,
  statement: SelectStatement,
  object: SObjectType,
  parent?: ChildRelationship,
): CompiledSelect {
  const builder = new SqlBuilder();
  const tables = new Tables(environment.schema, builder, object);
  const rootNames = [object.name, statement.from, ...(statement.alias === undefined ? [] : [statement.alias])];
  const scope: SelectScope = { tables, formulas: environment.formulas, query: environment.query, rootNames };
  checkOffset(environment.query, statement);
  const output = new OutputBuilder();
  if (isAggregateQuery(statement)) {
    if (parent !== undefined)
      throw errorAt('MALFORMED_QUERY', 'Aggregate functions are not allowed in a subquery', environment.query, statement);
    return aggregateSelect(environment, scope, statement, output);
  }
  output.column(tables.root.column('Id'));
  if (parent !== undefined) output.columns.push(tables.root.column(parent.field));
  const children = selectFields(scope, statement, output, (query) => compileChildren(environment, object, query));
  const where = whereSql(environment, scope, statement, parent);
  const order = orderSql(scope, statement);
  const sql =
    parent === undefined
      ? plainSql(output, tables, where, order, limitSql(builder, statement))
      : childSql(output, tables, where, order, statement);
  return { sql, parameters: builder.parameters, object: object.name, kind: 'records', fields: output.fields, children };
}

function plainSql(output: OutputBuilder, tables: Tables, where: string, order: string, limit: string): string {
  return `SELECT ${output.columns.join(', ')} FROM ${tables.sql()}${where}${order}${limit}`;
}

/** LIMIT and OFFSET of a child subquery count within each parent. */
function childSql(output: OutputBuilder, tables: Tables, where: string, order: string, statement: SelectStatement): string {
  const { builder } = tables;
  if (statement.limit === undefined && statement.offset === undefined) return plainSql(output, tables, where, order, '');
  const parent = output.columns[PARENT_COLUMN] ?? '';
  const named = output.columns.map((column, index) => `${column} AS c${index}`);
  const number = `row_number() OVER (PARTITION BY ${parent}${order === '' ? ` ORDER BY ${tables.root.column('Id')}` : order}) AS position`;
  const offset = statement.offset ?? 0;
  const from = builder.bind(offset);
  const to = statement.limit === undefined ? '' : ` AND position <= ${builder.bind(offset + statement.limit)}`;
  const columns = output.columns.map((_, index) => `c${index}`).join(', ');
  return `SELECT ${columns} FROM (SELECT ${named.join(', ')}, ${number} FROM ${tables.sql()}${where}) WHERE position > ${from}${to} ORDER BY position`;
}

function aggregateSelect(
  environment: CompileEnvironment,
  scope: SelectScope,
  statement: SelectStatement,
  output: OutputBuilder,
): CompiledSelect {
  const { builder } = scope.tables;
  const compileHaving = (condition: Condition, left: CompileLeft): string => conditionCompiler(environment, scope, left).compile(condition);
  const { groups, having, isCount } = selectAggregates(scope, statement, output, compileHaving);
  const where = whereSql(environment, scope, statement, undefined);
  const order = isCount ? [] : orderKeys(scope, statement);
  // After all expressions, because they join the tables that they need.
  const from = `${scope.tables.sql()}${where}`;
  const limit = limitSql(builder, statement);
  const kind = statement.groupBy?.kind ?? 'plain';
  const sql = isCount ? countSql(from, limit) : `${groupedSql({ columns: output.columns, groups, from, having, order }, kind)}${limit}`;
  return {
    sql,
    parameters: builder.parameters,
    object: 'AggregateResult',
    kind: isCount ? 'count' : 'aggregate',
    fields: output.fields,
    children: [],
  };
}

/** COUNT() tells how many records the query would give, LIMIT included. */
function countSql(from: string, limit: string): string {
  return limit === '' ? `SELECT count(*) FROM ${from}` : `SELECT count(*) FROM (SELECT 1 FROM ${from}${limit})`;
}

function compileChildren(
  environment: CompileEnvironment,
  object: SObjectType,
  query: SelectStatement,
): { name: string; children: CompiledChildren } {
  const wanted = query.from.toLowerCase();
  const relationship = object.childRelationships.find((child) => child.relationshipName?.toLowerCase() === wanted);
  const child = relationship === undefined ? undefined : environment.schema.object(relationship.childObject);
  if (relationship === undefined || child === undefined) {
    throw errorAt('INVALID_TYPE', noSuchChildren(query.from), environment.query, query);
  }
  return {
    name: relationship.relationshipName ?? query.from,
    children: { select: compileSelect(environment, query, child, relationship) },
  };
}

function whereSql(
  environment: CompileEnvironment,
  scope: SelectScope,
  statement: SelectStatement,
  parent: ChildRelationship | undefined,
): string {
  const { root } = scope.tables;
  const { builder } = scope.tables;
  const conditions = environment.allRows ? [] : [`${root.column('IsDeleted')} = 0`];
  if (parent !== undefined) {
    // The ids of the parents are bound when the query runs.
    conditions.push(
      `${root.column(parent.field)} IN (SELECT value FROM json_each(${builder.bind((context) => context.parentIds ?? '[]')}))`,
    );
  }
  conditions.push(...checkScope(scope, statement));
  if (statement.where !== undefined) conditions.push(conditionCompiler(environment, scope, recordValue(scope)).compile(statement.where));
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

function recordValue(scope: SelectScope): CompileLeft {
  return (left) => expressionOf(scope, left);
}

function conditionCompiler(environment: CompileEnvironment, scope: SelectScope, left: CompileLeft): ConditionCompiler {
  const semiJoin: CompileSemiJoin = (outer, inner, condition) => {
    const object = environment.schema.object(inner.from);
    if (object === undefined) throw unknownObject(environment.query, inner);
    const tables = new Tables(environment.schema, outer.tables.builder, object);
    const innerScope: SelectScope = { ...outer, tables, rootNames: [object.name, ...(inner.alias === undefined ? [] : [inner.alias])] };
    const where = (): string => whereSql(environment, innerScope, inner, undefined);
    return compileSemiJoin(innerScope, inner, condition, where);
  };
  return new ConditionCompiler(scope, semiJoin, left);
}

function limitSql(builder: SqlBuilder, { limit, offset }: SelectStatement): string {
  if (limit === undefined && offset === undefined) return '';
  const count = ` LIMIT ${builder.bind(limit ?? -1)}`;
  return offset === undefined ? count : `${count} OFFSET ${builder.bind(offset)}`;
}

function checkOffset(query: QueryText, { offset }: SelectStatement): void {
  if (offset !== undefined && offset > MAX_OFFSET) {
    throw queryError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAX_OFFSET}`, query, undefined);
  }
}

function unknownObject(query: QueryText, statement: SelectStatement): Error {
  return errorAt('INVALID_TYPE', noSuchObject(statement.from), query, statement);
}
