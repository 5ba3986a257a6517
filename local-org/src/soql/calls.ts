import type { FieldType } from '../schema/types.ts';
import type { FieldPath, FunctionCall, SelectStatement } from './ast.ts';
import { dateFunctionType, isDateFunction, plainDateSql, takesType } from './dateFunctions.ts';
import { distanceExpression } from './distance.ts';
import { errorAt } from './errors.ts';
import { comparable, fieldExpression, isFoldedText, kindOf, type Expression, type SelectScope } from './expressions.ts';
import { isAggregatable } from './fieldAbilities.ts';
import { isCall, isLiteral } from './parseExpression.ts';
import { picklistLabels } from './picklistLabels.ts';
import { FISCAL_NAMED, FISCAL_START, USER_ZONE } from './sqlBuilder.ts';

const AGGREGATES = ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'];

/** Whether a call is an aggregate. */
export function isAggregate(call: FunctionCall): boolean {
  return AGGREGATES.includes(call.name);
}

/**
 * A path or a call where one record's value is wanted: WHERE, GROUP BY, arguments.
 * @throws SalesforceError MALFORMED_QUERY for an aggregate
 */
export function expressionOf(scope: SelectScope, source: FieldPath | FunctionCall): Expression {
  if (!isCall(source)) return fieldExpression(scope, source);
  if (isAggregate(source) || source.name === 'GROUPING') {
    throw errorAt('MALFORMED_QUERY', `${source.name} is not allowed here`, scope.query, source);
  }
  return callExpression(scope, source);
}

/** A path or a call of an aggregate query's SELECT, HAVING or ORDER BY, where aggregates may stand. */
export function resultExpression(scope: SelectScope, { groupBy }: SelectStatement, source: FieldPath | FunctionCall): Expression {
  if (!isCall(source)) return fieldExpression(scope, source);
  if (isAggregate(source)) return aggregateExpression(scope, source);
  if (source.name !== 'GROUPING') return callExpression(scope, source);
  if (groupBy === undefined || groupBy.kind === 'plain') {
    throw errorAt('MALFORMED_QUERY', 'GROUPING needs GROUP BY ROLLUP or GROUP BY CUBE', scope.query, source);
  }
  return groupingExpression(scope, source);
}

function callExpression(scope: SelectScope, call: FunctionCall): Expression {
  if (isDateFunction(call.name)) return dateExpression(scope, call);
  switch (call.name) {
    case 'TOLABEL':
      return labelExpression(scope, call);
    case 'DISTANCE':
      return distanceExpression(scope, call);
    case 'CONVERTCURRENCY':
      throw errorAt('INVALID_FIELD', 'convertCurrency needs multiple currencies, which this org has not', scope.query, call);
    case 'CONVERTTIMEZONE':
      throw errorAt('MALFORMED_QUERY', 'convertTimezone can only be used within a date function', scope.query, call);
    default:
      throw errorAt('MALFORMED_QUERY', `unknown function: ${call.name}`, scope.query, call);
  }
}

function aggregateExpression(scope: SelectScope, call: FunctionCall): Expression {
  const expression = aggregate(scope, call);
  return { ...expression, label: `${call.name.toLowerCase()}(${call.args.length === 0 ? '' : expression.name})` };
}

function aggregate(scope: SelectScope, call: FunctionCall): Expression {
  if (call.args.length === 0 && call.name === 'COUNT') return { sql: 'count(*)', type: 'int', name: 'count', chain: [] };
  const argument = expressionOf(scope, onlyArgument(scope, call));
  const { sql, type, name } = argument;
  const scale = argument.field?.scale;
  const measured = scale === undefined ? {} : { scale };
  if (!isAggregatable(argument)) throw unsupported(scope, call, name);
  switch (call.name) {
    case 'COUNT':
      return { sql: `count(${sql})`, type: 'int', name, chain: [] };
    case 'COUNT_DISTINCT':
      return { sql: `count(DISTINCT ${comparable(argument)})`, type: 'int', name, chain: [] };
    case 'SUM':
    case 'AVG': {
      if (kindOf(type) !== 'number') throw unsupported(scope, call, name);
      const total = `${call.name.toLowerCase()}(${sql})`;
      // Sums of decimals in binary: digits far behind the platform's are noise.
      return {
        sql: call.name === 'SUM' ? `round(${total}, 9)` : total,
        type: sumType(type),
        name,
        chain: [],
        ...(call.name === 'SUM' ? measured : {}),
      };
    }
    default: {
      if (kindOf(type) === 'time') throw unsupported(scope, call, name);
      const least = call.name.toLowerCase();
      return { sql: isFoldedText(argument) ? `${least}_text(${sql})` : `${least}(${sql})`, type, name, chain: [], ...measured };
    }
  }
}

function sumType(type: FieldType): FieldType {
  return type === 'int' || type === 'percent' ? 'double' : type;
}

function unsupported(scope: SelectScope, call: FunctionCall, name: string): Error {
  return errorAt('MALFORMED_QUERY', `field ${name} does not support aggregate operator ${call.name}`, scope.query, call);
}

function dateExpression(scope: SelectScope, call: FunctionCall): Expression {
  const argument = onlyArgument(scope, call);
  const converted = isCall(argument) && argument.name === 'CONVERTTIMEZONE';
  const value = expressionOf(scope, converted ? onlyArgument(scope, argument) : argument);
  const fits = takesType(call.name, value.type) && !(converted && value.type !== 'datetime');
  if (!fits) throw errorAt('MALFORMED_QUERY', `field ${value.name} does not support date function ${call.name}`, scope.query, call);
  const { builder } = scope.tables;
  const plain = converted ? undefined : plainDateSql(call.name, value.sql, value.type);
  if (plain !== undefined) return { sql: plain, type: dateFunctionType(call.name), name: value.name, chain: [] };
  const zone = converted ? builder.bind(USER_ZONE) : "'utc'";
  const fiscal = call.name.startsWith('FISCAL_') ? `${builder.bind(FISCAL_START)}, ${builder.bind(FISCAL_NAMED)}` : '1, 0';
  const sql = `soql_date(${builder.bind(call.name)}, ${value.sql}, ${zone}, ${fiscal})`;
  return { sql, type: dateFunctionType(call.name), name: value.name, chain: [] };
}

/** Text that `GROUPING(field)` leaves for the grouped statement to fill: 1 where the field is summed up, else 0. */
export function groupingMark(sql: string): string {
  return `grouping ${sql}`;
}

function groupingExpression(scope: SelectScope, call: FunctionCall): Expression {
  const { sql, name } = expressionOf(scope, onlyArgument(scope, call));
  return { sql: groupingMark(sql), type: 'int', name, chain: [] };
}

/** The label of a picklist's value, in the language of whoever asks; other fields as they are. */
function labelExpression(scope: SelectScope, call: FunctionCall): Expression {
  const value = expressionOf(scope, onlyArgument(scope, call));
  const { builder } = scope.tables;
  const { field, ...rest } = value;
  const labels = field?.picklist === undefined ? undefined : picklistLabels(field.picklist);
  if (labels === undefined) return value;
  if (value.type === 'multipicklist') return { ...rest, sql: `soql_labels(${value.sql}, ${builder.bind(labels.all)})`, type: 'string' };
  const cases = [...labels.each].map(([choice, label]) => `WHEN ${builder.bind(choice)} THEN ${builder.bind(label)}`);
  return { ...rest, sql: `CASE ${value.sql} ${cases.join(' ')} ELSE ${value.sql} END`, type: 'string' };
}

/** The one field or call that a function takes. */
export function onlyArgument(scope: SelectScope, call: FunctionCall): FieldPath | FunctionCall {
  const [argument] = call.args;
  if (argument === undefined || call.args.length > 1 || isLiteral(argument)) {
    throw errorAt('MALFORMED_QUERY', `${call.name} takes one argument`, scope.query, call);
  }
  return argument;
}
