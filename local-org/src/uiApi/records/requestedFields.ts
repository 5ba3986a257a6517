import { SalesforceError } from '../../errors.ts';
import type { Schema, SObjectType } from '../../schema/types.ts';
import { addField, addOptionalField, emptyTree, wholeRecord, type FieldTree } from './fieldTree.ts';

/** Names of fields of a request: `?fields=Account.Name,Account.Phone`, or a list in a body. */
export interface RequestedFields {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  /** `Full`, `Compact`: answered with every field of the object. */
  readonly layoutTypes: readonly string[];
}

/** @throws SalesforceError when nothing is asked for, or a required field does not exist */
export function treeOf(schema: Schema, object: SObjectType, requested: RequestedFields): FieldTree {
  const { fields, optionalFields, layoutTypes } = requested;
  if (fields.length + optionalFields.length + layoutTypes.length === 0) {
    throw new SalesforceError('ILLEGAL_QUERY_PARAMETER_VALUE', 'Specify fields, optionalFields or layoutTypes');
  }
  const tree = layoutTypes.length > 0 ? wholeRecord(object) : emptyTree(object);
  for (const name of fields) addField(schema, tree, name);
  for (const name of optionalFields) addOptionalField(schema, tree, name);
  return tree;
}

export function fromQuery(query: unknown): RequestedFields {
  return { fields: listOf(query, 'fields'), optionalFields: listOf(query, 'optionalFields'), layoutTypes: listOf(query, 'layoutTypes') };
}

/** A list parameter: once with commas, several times, or as a JSON array. */
export function listOf(source: unknown, name: string): readonly string[] {
  const value: unknown = typeof source === 'object' && source !== null ? Reflect.get(source, name) : undefined;
  const parts: readonly unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return parts
    .filter((part) => typeof part === 'string')
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
