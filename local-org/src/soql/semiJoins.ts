import type { SObjectType } from '../schema/types.ts';
import type { SelectStatement } from './ast.ts';
import { errorAt } from './errors.ts';
import { fieldExpression, kindOf, type Expression, type SelectScope } from './expressions.ts';

/** Objects that the reference excludes from sub-selects. */
const EXCLUDED = new Set([
  'activityhistory',
  'attachment',
  'event',
  'eventattendee',
  'eventrelation',
  'note',
  'openactivity',
  'task',
  'tag',
  'accounttag',
  'contacttag',
]);

/** The rules for `left IN (SELECT ...)` that need both selects. @throws SalesforceError MALFORMED_QUERY */
export function checkSemiJoin(scope: SelectScope, target: Expression, object: SObjectType, condition: object): void {
  const refuse = (message: string): never => {
    throw errorAt('MALFORMED_QUERY', message, scope.query, condition);
  };
  if (kindOf(target.type) !== 'id') refuse(`semi join sub-selects can only be compared with id fields, cannot use: '${target.name}'`);
  if (EXCLUDED.has(object.name.toLowerCase())) refuse(`Entity '${object.name}' is not supported for semi join inner selects`);
  if (object === scope.tables.root.object) refuse('The inner and outer selects should not be on the same object type');
}

/** The select of `IN (SELECT ...)` as SQL. It gives ids; rows without one are left out. */
export function compileSemiJoin(
  scope: SelectScope,
  target: Expression,
  inner: SelectStatement,
  condition: object,
  where: () => string,
): string {
  const refuse = (message: string): never => {
    throw errorAt('MALFORMED_QUERY', message, scope.query, condition);
  };
  const [item] = inner.select;
  if (item?.kind !== 'field' || inner.select.length > 1) return refuse('A semi join sub-select must select exactly one field');
  if (inner.limit !== undefined || inner.offset !== undefined || inner.orderBy !== undefined || inner.groupBy !== undefined) {
    refuse('A semi join sub-select takes no ORDER BY, LIMIT, OFFSET or GROUP BY');
  }
  const expression = fieldExpression(scope, item.path);
  if (kindOf(expression.type) !== 'id') refuse(`semi join sub-selects can only query id fields, cannot use: '${item.path.join('.')}'`);
  if (expression.chain.length > 0)
    refuse(`The selected field '${item.path.join('.')}' of a semi join sub-select cannot follow a relationship`);
  if (!sameObjects(expression, target)) {
    const left = target.name;
    refuse(
      `The selected field '${expression.name}' in the subquery and the left operand field in the where expression in the outer query '${left}' should point to the same object type`,
    );
  }
  const filters = where();
  const glue = filters === '' ? ' WHERE ' : ' AND ';
  return `SELECT ${expression.sql} FROM ${scope.tables.sql()}${filters}${glue}${expression.sql} IS NOT NULL`;
}

/** Whether two id fields can hold the id of the same record. */
function sameObjects(one: Expression, other: Expression): boolean {
  const left = objectsOf(one);
  const right = objectsOf(other);
  return left === undefined || right === undefined || left.some((name) => right.includes(name));
}

/** The objects that an id field may point at; undefined where the schema does not tell. */
function objectsOf({ field, owner }: Expression): readonly string[] | undefined {
  if (field?.type === 'id') return owner === undefined ? undefined : [owner];
  return field?.reference?.targets;
}
