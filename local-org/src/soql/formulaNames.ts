import type { FormulaScope, ReferencedField } from '../formula/types.ts';
import { resolvePath, type ResolvedPath } from '../schema/paths.ts';
import type { Field, Schema, SObjectType } from '../schema/types.ts';
import { globalValue } from './globalValues.ts';
import { globalObject } from './tables.ts';

/** How a formula of this object (field, validation rule) finds its names. */
export function objectFormulaScope(schema: Schema, object: SObjectType): FormulaScope {
  return { resolve: (path) => named(schema, object, path) };
}

/** How a default value finds its names: there is no record yet, so only globals are there. */
export function defaultValueScope(schema: Schema, object: SObjectType): FormulaScope {
  return { resolve: (path) => (path[0]?.startsWith('$') === true ? named(schema, object, path) : undefined) };
}

function named(schema: Schema, object: SObjectType, path: readonly string[]): ReferencedField | undefined {
  const global = globalValue(schema, path);
  if (global !== undefined) return global.scale === undefined ? { type: global.type } : { type: global.type, scale: global.scale };
  const token = fieldToken(schema, path);
  if (token !== undefined) return { type: token.type };
  const found = referencedField(schema, object, path);
  return found === undefined ? undefined : described(found.field, path);
}

function described(field: Field, path: readonly string[]): ReferencedField {
  const latitude = field.compound?.parts.get('latitude');
  const longitude = field.compound?.parts.get('longitude');
  if (field.type === 'location' && latitude !== undefined && longitude !== undefined) {
    const parent = path.slice(0, -1);
    return { type: field.type, location: { latitude: [...parent, latitude], longitude: [...parent, longitude] } };
  }
  return field.scale === undefined ? { type: field.type } : { type: field.type, scale: field.scale };
}

/** The field that a name in a formula means, global variables that name one record included. */
export function referencedField(schema: Schema, object: SObjectType, path: readonly string[]): ResolvedPath | undefined {
  const { global, rest } = startOf(path);
  if (global === undefined) return resolvePath(schema, object, rest);
  const target = globalObject(schema, global);
  return target === undefined ? undefined : resolvePath(schema, target, rest);
}

/** `$User.Name` starts at the user, `$RecordType.Name` at the record's own record type, any other name at the record. */
export function startOf(path: readonly string[]): { readonly global?: string; readonly rest: readonly string[] } {
  const [first = '', ...rest] = path;
  if (!first.startsWith('$')) return { rest: path };
  return first.toLowerCase() === '$recordtype' ? { rest: ['RecordType', ...rest] } : { global: first, rest };
}

/** The field behind `$ObjectType.Zip__c.Fields.City__c`. */
function fieldToken(schema: Schema, path: readonly string[]): Field | undefined {
  const [first = '', objectName = '', fields = '', name = ''] = path;
  if (first.toLowerCase() !== '$objecttype' || fields.toLowerCase() !== 'fields' || path.length !== 4) return undefined;
  return schema.object(objectName)?.fields.get(name.toLowerCase());
}
