import type { Field, SObjectType } from '../schema/types.ts';
import type { FunctionCall, SelectItem, SelectStatement } from './ast.ts';
import { expressionOf, onlyArgument } from './calls.ts';
import type { CompiledChildren } from './compile.ts';
import { selectTypeOf } from './compileTypeOf.ts';
import { isDateFunction } from './dateFunctions.ts';
import { errorAt, queryError } from './errors.ts';
import { fieldExpression, type SelectScope } from './expressions.ts';
import { visibleFields } from './fieldAbilities.ts';
import { formatValue } from './format.ts';
import type { OutputBuilder } from './output.ts';
import { isCall } from './parseExpression.ts';

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
  let unnamed = 0;
  for (const item of statement.select) {
    switch (item.kind) {
      case 'field':
        selectField(scope, item, output);
        break;
      case 'call':
        if (selectCall(scope, statement, item, output, `expr${unnamed}`)) unnamed += 1;
        break;
      case 'subquery': {
        const compiled = compileChildren(item.query);
        if (!output.children(compiled.name, children.length)) throw duplicateChildren(scope, item, compiled.name);
        children.push(compiled.children);
        break;
      }
      case 'typeof':
        selectTypeOf(scope, item, output);
    }
  }
  return children;
}

function selectField(scope: SelectScope, item: Extract<SelectItem, { kind: 'field' }>, output: OutputBuilder): void {
  if (item.alias !== undefined) throw errorAt('MALFORMED_QUERY', 'only aggregate expressions use field aliasing', scope.query, item);
  const expression = fieldExpression(scope, item.path);
  if (!output.value(expression, expression.name)) throw duplicate(scope, item, item.path.join('.'));
}

/** @returns whether the call was given the name `unnamed`, because it has no other */
function selectCall(
  scope: SelectScope,
  statement: SelectStatement,
  item: Extract<SelectItem, { kind: 'call' }>,
  output: OutputBuilder,
  unnamed: string,
): boolean {
  const { call, alias } = item;
  if (call.name === 'FIELDS') {
    selectAllFields(scope, statement, call, output);
    return false;
  }
  const formatted = call.name === 'FORMAT';
  const inner = formatted ? onlyArgument(scope, call) : call;
  const expression = expressionOf(scope, inner);
  if (isCall(inner) && isDateFunction(inner.name)) {
    throw errorAt('MALFORMED_QUERY', `Field must be grouped or aggregated: ${expression.name}`, scope.query, item);
  }
  const isDistance = isCall(inner) && inner.name === 'DISTANCE';
  const name = alias ?? (isDistance ? unnamed : expression.name);
  // An alias stands beside the object's own fields, whatever parents it was found behind.
  const shown = alias === undefined ? expression : { ...expression, chain: [] };
  if (!output.value(shown, name, formatted ? formatValue(expression) : undefined)) throw duplicate(scope, item, name);
  return isDistance && alias === undefined;
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
    if (!output.value(expression, expression.name)) throw duplicate(scope, call, expression.name);
  }
}

function fieldGroup(scope: SelectScope, call: FunctionCall): 'ALL' | 'STANDARD' | 'CUSTOM' {
  const argument = onlyArgument(scope, call);
  const word = isCall(argument) ? '' : argument.join('.').toUpperCase();
  if (word === 'ALL' || word === 'STANDARD' || word === 'CUSTOM') return word;
  throw errorAt('MALFORMED_QUERY', 'FIELDS takes ALL, STANDARD or CUSTOM', scope.query, call);
}

function fieldsOf(object: SObjectType, group: 'ALL' | 'STANDARD' | 'CUSTOM'): readonly Field[] {
  return visibleFields(object).filter((field) => group === 'ALL' || field.custom === (group === 'CUSTOM'));
}

function duplicate(scope: SelectScope, part: object, name: string): Error {
  return errorAt('INVALID_FIELD', `duplicate field selected: ${name}`, scope.query, part);
}

function duplicateChildren(scope: SelectScope, part: object, name: string): Error {
  return errorAt('INVALID_FIELD', `Cannot use the same relationship '${name}' in more than one subquery`, scope.query, part);
}
