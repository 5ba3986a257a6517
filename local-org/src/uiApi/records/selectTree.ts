import type { FieldPath, SelectItem } from '../../soql/ast.ts';
import type { FieldTree } from './fieldTree.ts';

/** Fields that every representation tells beside those asked for, where the object has them. */
const SYSTEM_FIELDS = ['Id', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp', 'RecordTypeId'];

/** What a query must select to show a tree. */
export function selectTree(tree: FieldTree, prefix: FieldPath = []): readonly SelectItem[] {
  return paths(tree, prefix, false).map((path) => ({ kind: 'field', path }));
}

/** Of a parent that may be of several objects only what was asked for can be told, and its id. */
function paths(tree: FieldTree, prefix: FieldPath, isAmbiguous: boolean): readonly FieldPath[] {
  const system = isAmbiguous ? ['Id'] : SYSTEM_FIELDS.filter((name) => tree.object.fields.has(name.toLowerCase()));
  const own = [...new Set([...system, ...tree.fields.keys(), ...(isAmbiguous ? [] : nameOf(tree))])].map((name) => [...prefix, name]);
  const parents = [...tree.parents].flatMap(([relationship, parent]) =>
    paths(parent.tree, [...prefix, relationship], parent.step.targets.length > 1),
  );
  return [...own, ...parents];
}

/** The name is what a lookup shows of its parent. */
function nameOf({ object }: FieldTree): readonly string[] {
  return object.nameField === undefined ? [] : [object.nameField];
}
