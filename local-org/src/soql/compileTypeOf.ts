import type { SObjectType } from '../schema/types.ts';
import type { FieldPath, TypeOf } from './ast.ts';
import { errorAt } from './errors.ts';
import { fieldExpression, relationshipAt, relationshipName, type SelectScope } from './expressions.ts';
import { noSuchObject } from './messages.ts';
import { nameExpression } from './nameFields.ts';
import { OutputBuilder, type Output } from './output.ts';

/** Adds `TYPEOF What WHEN Account THEN Phone ELSE Name END` to the output. */
export function selectTypeOf(scope: SelectScope, item: TypeOf, output: OutputBuilder): void {
  const { table, chain, step } = relationshipAt(scope, item.relationship);
  const name = relationshipName(step);
  if (step.targets.length < 2) {
    throw errorAt('MALFORMED_QUERY', `TYPEOF needs a polymorphic relationship, which ${name} is not`, scope.query, item.relationship);
  }
  const branches = new Map<string, readonly Output[]>();
  for (const branch of item.branches) {
    const target = targetNamed(step.targets, branch.object);
    if (target === undefined) throw errorAt('INVALID_TYPE', noSuchObject(branch.object), scope.query, branch);
    if (branches.has(target.name.toLowerCase())) {
      throw errorAt('MALFORMED_QUERY', `TYPEOF names ${target.name} twice`, scope.query, branch);
    }
    const parent = table.parent(step.field, target);
    branches.set(
      target.name.toLowerCase(),
      fieldsOf(output, branch.fields, (path, builder) => builder.value(...named(fieldExpression(scope, path, parent))), scope),
    );
  }
  const otherwise =
    item.otherwise === undefined
      ? undefined
      : fieldsOf(
          output,
          item.otherwise,
          (path, builder) => {
            const { chain: _chain, ...rest } = nameExpression(scope, path, { table, step, chain: [], rest: path });
            return builder.value({ ...rest, chain: [] }, rest.name);
          },
          scope,
        );
  const idColumn = output.column(table.visibleKey(step));
  const added = output.typeOf(chain, { kind: 'typeof', name, idColumn, targets: step.targets, branches, otherwise });
  if (!added) throw errorAt('INVALID_FIELD', `duplicate field selected: ${name}`, scope.query, item);
}

function fieldsOf(
  output: OutputBuilder,
  paths: readonly FieldPath[],
  add: (path: FieldPath, builder: OutputBuilder) => boolean,
  scope: SelectScope,
): readonly Output[] {
  const builder = new OutputBuilder(output.columns);
  for (const path of paths) {
    if (!add(path, builder)) throw errorAt('INVALID_FIELD', `duplicate field selected: ${path.join('.')}`, scope.query, path);
  }
  return builder.fields;
}

function named<Value extends { readonly name: string }>(expression: Value): [Value, string] {
  return [expression, expression.name];
}

function targetNamed(targets: readonly SObjectType[], name: string): SObjectType | undefined {
  return targets.find((target) => target.name.toLowerCase() === name.toLowerCase());
}
