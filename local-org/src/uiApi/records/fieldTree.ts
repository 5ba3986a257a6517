import { SalesforceError } from '../../errors.ts';
import { parentStep, type ParentStep } from '../../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../../schema/types.ts';

/** The fields of a record that somebody asked for, and of the records behind its lookups. */
export interface FieldTree {
  readonly object: SObjectType;
  /** By canonical name. */
  readonly fields: Map<string, Field>;
  /** By relationship name. */
  readonly parents: Map<string, ParentTree>;
}

export interface ParentTree {
  readonly step: ParentStep;
  readonly tree: FieldTree;
}

/** A tree that asks for nothing yet. */
export function emptyTree(object: SObjectType): FieldTree {
  return { object, fields: new Map(), parents: new Map() };
}

/** Every field of an object. */
export function wholeRecord(object: SObjectType): FieldTree {
  return { object, fields: new Map([...object.fields.values()].map((field) => [field.name, field])), parents: new Map() };
}

/**
 * Adds `Account.Owner.Name` to the tree of accounts.
 * @throws SalesforceError INVALID_FIELD when there is no such field
 */
export function addField(schema: Schema, tree: FieldTree, qualifiedName: string): void {
  const [objectName = '', ...path] = qualifiedName.split('.');
  if (objectName.toLowerCase() !== tree.object.name.toLowerCase() || path.length === 0) throw noSuchField(qualifiedName, tree.object);
  addPath(schema, tree, path, qualifiedName);
}

/** As `addField`, and says whether there was such a field. */
export function addOptionalField(schema: Schema, tree: FieldTree, qualifiedName: string): boolean {
  try {
    addField(schema, tree, qualifiedName);
    return true;
  } catch (error) {
    if (error instanceof SalesforceError) return false;
    throw error;
  }
}

function addPath(schema: Schema, tree: FieldTree, [name = '', ...rest]: readonly string[], whole: string): void {
  if (rest.length === 0) {
    const field = tree.object.fields.get(name.toLowerCase());
    if (field === undefined) throw noSuchField(whole, tree.object);
    tree.fields.set(field.name, field);
    return;
  }
  const step = parentStep(schema, tree.object, name);
  const relationship = step?.field.reference?.relationshipName;
  // A lookup to several objects shows the fields that users and the like have in common.
  const targets = step?.targets ?? [];
  const target = targets.length > 1 ? targets.find((one) => one.fields.has((rest[0] ?? '').toLowerCase())) : targets[0];
  if (step === undefined || relationship === undefined || target === undefined) throw noSuchField(whole, tree.object);
  const known = tree.parents.get(relationship);
  const parent = known ?? { step, tree: emptyTree(target) };
  addPath(schema, parent.tree, rest, whole);
  if (known === undefined) tree.parents.set(relationship, parent);
}

function noSuchField(name: string, object: SObjectType): SalesforceError {
  return new SalesforceError('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`);
}
