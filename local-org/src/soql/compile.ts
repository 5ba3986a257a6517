import type { UserAccess } from '../access/types.ts';
import type { ChildRelationship, Schema, SObjectType } from '../schema/types.ts';
import type { Condition, SelectStatement } from './ast.ts';
import { isAggregateQuery, selectAggregates } from './compileAggregate.ts';
import { ChildCompiler } from './compileChildren.ts';
import { selectFields } from './compileFields.ts';
import { expressionOf } from './calls.ts';
import { ConditionCompiler, type CompileLeft, type CompileSemiJoin } from './conditions.ts';
import { errorAt, queryError, type QueryText } from './errors.ts';
import type { SelectScope } from './expressions.ts';
import type { FormulaFields } from './formulaFields.ts';
import { groupedSql } from './groupingSets.ts';
import { noSuchObject } from './messages.ts';
import { orderKeys, orderSql } from './ordering.ts';
import { OutputBuilder, type Output } from './output.ts';
import { checkSemiJoin, compileSemiJoin } from './semiJoins.ts';
import { readableSql } from './recordFilters.ts';
import { scopeConditions } from './scopes.ts';
import { SqlBuilder, type Parameter } from './sqlBuilder.ts';
import { userRecordAccessSource } from './userRecordAccess.ts';
import { Tables, type TableNode } from './tables.ts';
import type { Collation } from './textOrder.ts';

/** What compiling needs to know of the org and of who asks. */
export interface CompileEnvironment {
  /** What the query may name: what the user who asks sees of the org. */
  readonly schema: Schema;
  /** The whole of it, for formula fields. */
  readonly formulaSchema: Schema;
  /** Which records the user reaches; absent in system mode. */
  readonly access?: Pick<UserAccess, 'records'>;
  readonly formulas: FormulaFields;
  readonly query: QueryText;
  /** Also records in the recycle bin. */
  readonly allRows: boolean;
  /** How the user's locale sorts texts. */
  readonly collation: Collation;
}

/** A select as SQL statements, and how its rows become records. */
export interface CompiledSelect {
  /** All records in their order. */
  readonly sql: string;
  /** The ids of the same records in the same order; absent for aggregates and child subqueries. */
  readonly idsSql?: string;
  /** The records of the ids in the parameter `recordIds`, in no order; absent for aggregates and child subqueries. */
  readonly byIds?: { readonly sql: string; readonly parameters: readonly Parameter[] };
  /** What `sql` and `idsSql` bind. */
  readonly parameters: readonly Parameter[];
  /** API name of the object of FROM. */
  readonly from: SObjectType;
  readonly object: string;
  /** `count`: the one column is the number of records, and there are no records. */
  readonly kind: 'records' | 'aggregate' | 'count';
  readonly grouped: boolean;
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
  const object = queriedObject(environment, statement);
  const allRows = environment.allRows || statement.allRows === true;
  const inner: CompileEnvironment = { ...environment, allRows };
  const children: ChildCompiler = new ChildCompiler(inner, (query, child, relationship, level) =>
    compileSelect(inner, query, child, children.at(child, level), relationship),
  );
  return compileSelect(inner, statement, object, children.at(object, 0), undefined);
}

function compileSelect(
  environment: CompileEnvironment,
  statement: SelectStatement,
  object: SObjectType,
  compileChildren: ReturnType<ChildCompiler['at']>,
  parent: ChildRelationship | undefined,
): CompiledSelect {
  const builder = new SqlBuilder();
  const tables = new Tables(environment.schema, builder, object, environment.formulaSchema, environment.access);
  if (object.name === 'UserRecordAccess') tables.readFrom(userRecordAccessSource(statement, environment.query, builder));
  const scope = selectScope(environment, tables, statement, object);
  checkOffset(environment.query, statement);
  const output = new OutputBuilder();
  if (isAggregateQuery(statement)) {
    if (parent !== undefined)
      throw errorAt('MALFORMED_QUERY', 'Only root queries support aggregate expressions', environment.query, statement);
    return aggregateSelect(environment, scope, statement, output);
  }
  output.column(tables.root.column('Id'));
  if (parent !== undefined) output.columns.push(tables.root.column(parent.field));
  const children = selectFields(scope, statement, output, compileChildren);
  const where = whereSql(environment, scope, statement, parent);
  const order = orderSql(scope, statement, environment.collation);
  tables.checkJoins(environment.query, statement);
  const common = { from: object, object: object.name, kind: 'records', grouped: false, fields: output.fields, children } as const;
  if (parent !== undefined) {
    return { ...common, sql: childSql(output, tables, where, order, statement), parameters: builder.parameters };
  }
  const limit = limitSql(builder, statement);
  const id = tables.root.column('Id');
  const parameters = [...builder.parameters];
  // The ids of a part of the result are bound when the part is fetched.
  const wanted = `${id} IN (SELECT value FROM json_each(${builder.bind((context) => context.recordIds ?? '[]')}))`;
  return {
    ...common,
    sql: plainSql(output.columns, tables, where, order, limit),
    idsSql: plainSql([id], tables, where, order, limit),
    byIds: { sql: plainSql(output.columns, tables, ` WHERE ${wanted}`, '', ''), parameters: builder.parameters },
    parameters,
  };
}

function selectScope(environment: CompileEnvironment, tables: Tables, statement: SelectStatement, object: SObjectType): SelectScope {
  const { from, alias, parents = [] } = statement;
  const rootNames = [object.name, from, ...(alias === undefined ? [] : [alias])];
  return { tables, formulas: environment.formulas, query: environment.query, rootNames, parents };
}

function plainSql(columns: readonly string[], tables: Tables, where: string, order: string, limit: string): string {
  return `SELECT ${columns.join(', ')} FROM ${tables.sql()}${where}${order}${limit}`;
}

/** LIMIT and OFFSET of a child subquery count within each parent. */
function childSql(output: OutputBuilder, tables: Tables, where: string, order: string, statement: SelectStatement): string {
  const { builder } = tables;
  if (statement.limit === undefined && statement.offset === undefined) return plainSql(output.columns, tables, where, order, '');
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
  const order = isCount ? [] : orderKeys(scope, statement, environment.collation);
  scope.tables.checkJoins(environment.query, statement);
  // After all expressions, because they join the tables that they need.
  const from = `${scope.tables.sql()}${where}`;
  const limit = limitSql(builder, statement);
  const kind = statement.groupBy?.kind ?? 'plain';
  const sql = isCount ? countSql(from, limit) : `${groupedSql({ columns: output.columns, groups, from, having, order }, kind)}${limit}`;
  return {
    sql,
    parameters: builder.parameters,
    from: scope.tables.root.object,
    object: 'AggregateResult',
    kind: isCount ? 'count' : 'aggregate',
    grouped: statement.groupBy !== undefined,
    fields: output.fields,
    children: [],
  };
}

/** COUNT() tells how many records the query would give, LIMIT included. */
function countSql(from: string, limit: string): string {
  return limit === '' ? `SELECT count(*) FROM ${from}` : `SELECT count(*) FROM (SELECT 1 FROM ${from}${limit})`;
}

function whereSql(
  environment: CompileEnvironment,
  scope: SelectScope,
  statement: SelectStatement,
  parent: ChildRelationship | undefined,
): string {
  const { root, builder } = scope.tables;
  const conditions = environment.allRows ? [] : [`${root.column('IsDeleted')} = 0`];
  if (parent !== undefined) {
    // The ids of the parents are bound when the query runs.
    conditions.push(
      `${root.column(parent.field)} IN (SELECT value FROM json_each(${builder.bind((context) => context.parentIds ?? '[]')}))`,
    );
  }
  conditions.push(...reachedRecords(environment, root, builder));
  conditions.push(...scopeConditions(scope, statement));
  if (statement.where !== undefined) {
    const compiler = conditionCompiler(environment, scope, recordValue(scope), parent === undefined);
    conditions.push(compiler.compile(statement.where));
  }
  return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
}

/** The condition that sharing puts on the records of FROM. */
function reachedRecords({ access }: CompileEnvironment, { object, alias }: TableNode, builder: SqlBuilder): readonly string[] {
  const readable = readableSql(access, object, builder, alias);
  return readable === undefined ? [] : [readable];
}

function recordValue(scope: SelectScope): CompileLeft {
  return (left) => expressionOf(scope, left);
}

/** @param semiJoins whether `IN (SELECT ...)` may stand there: in the WHERE clause of a whole query only */
function conditionCompiler(environment: CompileEnvironment, scope: SelectScope, left: CompileLeft, semiJoins = false): ConditionCompiler {
  const semiJoin: CompileSemiJoin = (outer, target, inner, condition) => {
    const object = queriedObject(environment, inner);
    checkSemiJoin(outer, target, object, condition);
    const tables = new Tables(environment.schema, outer.tables.builder, object, environment.formulaSchema, environment.access);
    const innerScope = selectScope(environment, tables, inner, object);
    const innerWhere = (): string => {
      const conditions = environment.allRows ? [] : [`${tables.root.column('IsDeleted')} = 0`];
      conditions.push(...reachedRecords(environment, tables.root, tables.builder));
      if (inner.where !== undefined) {
        conditions.push(conditionCompiler(environment, innerScope, recordValue(innerScope), false).compile(inner.where, 'nested'));
      }
      return conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
    };
    return compileSemiJoin(innerScope, target, inner, condition, innerWhere);
  };
  return new ConditionCompiler(scope, semiJoin, left, semiJoins);
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

function queriedObject({ schema, query }: CompileEnvironment, statement: SelectStatement): SObjectType {
  const object = schema.object(statement.from);
  if (object === undefined) throw errorAt('INVALID_TYPE', noSuchObject(statement.from), query, statement);
  if (!object.queryable) throw errorAt('INVALID_TYPE_FOR_OPERATION', `entity type ${object.name} does not support query`, query, statement);
  return object;
}
