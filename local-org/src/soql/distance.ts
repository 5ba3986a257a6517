import { distanceBetween, distanceUnit } from '../formula/runtime/geography.ts';
import type { OrgDatabase } from '../storage/database.ts';
import type { Argument, FunctionCall } from './ast.ts';
import { errorAt } from './errors.ts';
import { fieldExpression, type Expression, type SelectScope } from './expressions.ts';
import { isCall, isLiteral } from './parseExpression.ts';

interface Point {
  readonly latitude: string;
  readonly longitude: string;
}

/**
 * `DISTANCE(Location__c, GEOLOCATION(55.7, 12.6), 'km')`: null where a coordinate is missing.
 * @throws SalesforceError MALFORMED_QUERY for other arguments
 */
export function distanceExpression(scope: SelectScope, call: FunctionCall): Expression {
  const [from, to, unit] = call.args;
  const word = unit !== undefined && isLiteral(unit) && unit.literal.kind === 'string' ? distanceUnit(unit.literal.value) : undefined;
  if (from === undefined || to === undefined || call.args.length !== 3) {
    throw errorAt('MALFORMED_QUERY', "DISTANCE takes two locations and 'mi' or 'km'", scope.query, call);
  }
  if (word === undefined) throw errorAt('MALFORMED_QUERY', "The unit of DISTANCE must be 'mi' or 'km'", scope.query, call);
  const { builder } = scope.tables;
  const points = [pointOf(scope, call, from), pointOf(scope, call, to)];
  const degrees = points.flatMap(({ latitude, longitude }) => [latitude, longitude]);
  return { sql: `soql_distance(${degrees.join(', ')}, ${builder.bind(word)})`, type: 'double', name: 'DISTANCE', chain: [] };
}

function pointOf(scope: SelectScope, call: FunctionCall, argument: Argument): Point {
  if (isLiteral(argument)) throw errorAt('MALFORMED_QUERY', 'DISTANCE takes a location field or GEOLOCATION', scope.query, call);
  if (!isCall(argument)) return fieldPoint(scope, argument);
  if (argument.name !== 'GEOLOCATION' || argument.args.length !== 2) {
    throw errorAt('MALFORMED_QUERY', 'GEOLOCATION takes a latitude and a longitude', scope.query, argument);
  }
  const [latitude, longitude] = argument.args.map((arg) => degreesOf(scope, argument, arg));
  return { latitude: latitude ?? 'NULL', longitude: longitude ?? 'NULL' };
}

function fieldPoint(scope: SelectScope, path: readonly string[]): Point {
  const { parts, name } = fieldExpression(scope, path);
  const latitude = parts?.get('latitude');
  const longitude = parts?.get('longitude');
  if (latitude === undefined || longitude === undefined) {
    throw errorAt('INVALID_FIELD', `field '${name}' is not a location and cannot be used in DISTANCE`, scope.query, path);
  }
  return { latitude, longitude };
}

function degreesOf(scope: SelectScope, call: FunctionCall, argument: Argument): string {
  if (isLiteral(argument) && argument.literal.kind === 'number') return scope.tables.builder.bind(argument.literal.value);
  if (isLiteral(argument) || isCall(argument)) throw errorAt('MALFORMED_QUERY', 'GEOLOCATION takes numbers', scope.query, call);
  return fieldExpression(scope, argument).sql;
}

/** Makes `soql_distance(latitude, longitude, latitude, longitude, unit)` known to SQL. */
export function registerDistance(database: OrgDatabase): void {
  database.connection.function('soql_distance', { deterministic: true }, (north1, east1, north2, east2, unit) => {
    if (typeof north1 !== 'number' || typeof east1 !== 'number' || typeof north2 !== 'number' || typeof east2 !== 'number') return null;
    return distanceBetween(north1, east1, north2, east2, unit === 'mi' ? 'mi' : 'km');
  });
}
