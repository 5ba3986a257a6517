import type { Field, SObjectType } from '../schema/types.ts';
import type { FunctionCall, SelectItem, SelectStatement } from './ast.ts';
import { expressionOf, onlyArgument } from './calls.ts';
import type { CompiledChildren } from './compile.ts';
import { errorAt, queryError } from './errors.ts';
import { fieldExpression, type SelectScope } from './expressions.ts';
import { formatValue } from './format.ts';
import type { OutputBuilder } from './output.ts';

/** Compiles the subquery of a child relationship. */
export type CompileChildren = (query: SelectStatement) => { readonly name: string; readonly children: CompiledChildren };

const MAX_ROWS_WITH_FIELDS = 200;

/** The SELECT list of a query for records: adds to `output`, returns the child subqueries. */
export function selectFields(
  scope: SelectScope,
  statement: SelectStatement,
  output: OutputBuilder,
  compileChildren: CompileChildren,
): readonly CompiledChildren[] {
  const children: CompiledChildren[] = [];
  for (const item of statement.select) {
    switch (item.kind) {
      case 'field':
        selectField(scope, item, output);
        break;
      case 'call':
        selectCall(scope, statement, item, output);
        break;
      case 'subquery': {
        const compiled = compileChildren(item.query);
        output.children(compiled.name, children.length);
        children.push(compiled.children);
      }
    }
  }
  return children;
}

function selectField(scope: SelectScope, item: Extract<SelectItem, { kind: 'field' }>, output: OutputBuilder): void {
  if (item.alias !== undefined) throw errorAt('MALFORMED_QUERY', 'only aggregate expressions use field aliasing', scope.query, item);
  const expression = fieldExpression(scope, item.path);
  if (!output.value(expression, expression.name)) throw duplicate(scope, item, item.path.join('.'));
}

function selectCall(
  scope: SelectScope,
  statement: SelectStatement,
  item: Extract<SelectItem, { kind: 'call' }>,
  output: OutputBuilder,
): void {
  const { call, alias } = item;
  if (call.name === 'FIELDS') {
    selectAllFields(scope, statement, call, output);
    return;
  }
  const formatted = call.name === 'FORMAT';
  const expression = expressionOf(scope, formatted ? onlyArgument(scope, call) : call);
  const added = formatted
    ? output.value(expression, alias ?? expression.name, formatValue(expression))
    : output.value(expression, alias ?? expression.name);
  if (!added) throw duplicate(scope, item, alias ?? expression.name);
}

function selectAllFields(scope: SelectScope, statement: SelectStatement, call: FunctionCall, output: OutputBuilder): void {
  const group = fieldGroup(scope, call);
  if (group !== 'STANDARD' && !(statement.limit !== undefined && statement.limit <= MAX_ROWS_WITH_FIELDS)) {
    throw queryError(
      'MALFORMED_QUERY',
      `The SOQL FIELDS function must have a LIMIT of at most ${MAX_ROWS_WITH_FIELDS}`,
      scope.query,
      undefined,
    );
  }
  const { object } = scope.tables.root;
  for (const field of fieldsOf(object, group)) {
    const expression = fieldExpression(scope, [field.name]);
    output.value(expression, expression.name);
  }
}

function fieldGroup(scope: SelectScope, call: FunctionCall): 'ALL' | 'STANDARD' | 'CUSTOM' {
  const argument = onlyArgument(scope, call);
  const word = 'kind' in argument ? '' : argument.join('.').toUpperCase();
  if (word === 'ALL' || word === 'STANDARD' || word === 'CUSTOM') return word;
  throw errorAt('MALFORMED_QUERY', 'FIELDS takes ALL, STANDARD or CUSTOM', scope.query, call);
}

function fieldsOf(object: SObjectType, group: 'ALL' | 'STANDARD' | 'CUSTOM'): readonly Field[] {
  return [...object.fields.values()].filter((field) => group === 'ALL' || field.custom === (group === 'CUSTOM'));
}

function duplicate(scope: SelectScope, item: SelectItem, name: string): Error {
  return errorAt('INVALID_FIELD', `duplicate field selected: ${name}`, scope.query, item);
}
