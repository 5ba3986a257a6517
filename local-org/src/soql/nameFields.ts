import type { ParentStep } from '../schema/paths.ts';
import type { SObjectType } from '../schema/types.ts';
import type { FieldPath } from './ast.ts';
import { errorAt } from './errors.ts';
import { fieldSql, relationshipName, type ChainStep, type Expression, type SelectScope } from './expressions.ts';
import { noSuchColumn, noSuchParent } from './messages.ts';
import type { TableNode } from './tables.ts';

/** What a lookup to several objects shows of its parent, whatever it is: the fields of the object `Name`. */
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
/** The relationships of the object `Name`; those of users. */
const NAME_PARENTS = ['profile', 'userrole'];

interface NamePath {
  readonly table: TableNode;
  readonly step: ParentStep;
  readonly chain: readonly ChainStep[];
  readonly rest: FieldPath;
}

/** The one of several targets that a path goes on through (`Owner.Profile.Name`); undefined when it ends there. */
export function nameTarget(step: ParentStep, rest: FieldPath): SObjectType | undefined {
  const [next = ''] = rest;
  if (rest.length < 2 || !NAME_PARENTS.includes(next.toLowerCase())) return undefined;
  return step.targets.find((target) => target.name === 'User');
}

/** A field of a parent that may be of several objects, which all look like the object `Name`. */
export function nameExpression(scope: SelectScope, path: FieldPath, { table, step, chain, rest }: NamePath): Expression {
  const [wanted = ''] = rest;
  const name = NAME_FIELDS.find((candidate) => candidate.toLowerCase() === wanted.toLowerCase());
  if (rest.length > 1) throw errorAt('INVALID_FIELD', noSuchParent(wanted), scope.query, path);
  if (name === undefined) throw errorAt('INVALID_FIELD', noSuchColumn(wanted, 'Name'), scope.query, path);
  const key = table.visibleKey(step);
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
