import type { FieldValues, SObjectType } from '../schema/types.ts';
import { normalisedKey } from '../storage/recordStore.ts';
import { storedForm } from './fieldValues.ts';
import { normaliseId } from '../storage/ids.ts';
import type { RequestUser } from '../requestUser.ts';
import type { SaveInput } from './prepareRows.ts';
import type { SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { ForeignKeyByExternalId, SaveError, SaveOptions } from './types.ts';

/** The records of a request in order, ids in 18 characters, and lookups told by an external id turned into ids. */
export function requestInputs(
  context: SaveContext,
  object: SObjectType,
  records: readonly FieldValues[],
  { foreignKeys, user }: SaveOptions,
): SaveInput[] {
  if (foreignKeys === undefined) return records.map((record, index) => ({ index, values: withFullId(record) }));
  const keysOf = records.map((record) => (foreignKeys.get(record) ?? []).map((key) => asStored(context, key)));
  const found = findParents(context, object, keysOf.flat(), user);
  return records.map((record, index) => {
    const values = withFullId(record);
    const keys = keysOf[index] ?? [];
    if (keys.length === 0) return { index, values };
    const errors: SaveError[] = [];
    const resolved: FieldValues = { ...values };
    for (const key of keys) resolve(object, key, found, resolved, errors);
    return { index, values: resolved, errors };
  });
}

/** The key as its record has it: without white space around it. */
function asStored(context: SaveContext, key: ForeignKeyByExternalId): ForeignKeyByExternalId {
  const field = context.schema.object(key.targetObject)?.fields.get(key.externalIdField.toLowerCase());
  const value = field === undefined ? key.value : storedForm(field, key.value);
  return value === key.value ? key : { ...key, value };
}

function withFullId(record: FieldValues): FieldValues {
  const id = record['Id'];
  if (typeof id !== 'string' || id.length === 18) return record;
  return { ...record, Id: normaliseId(id) ?? id };
}

function resolve(
  object: SObjectType,
  key: ForeignKeyByExternalId,
  found: ReadonlyMap<string, readonly string[]>,
  values: FieldValues,
  errors: SaveError[],
): void {
  const ids = key.value === null ? [] : (found.get(parentKey(key)) ?? []);
  const [id] = ids;
  if (key.value === null) values[key.field] = null;
  else if (id === undefined) errors.push(saveErrors.foreignKeyNotFound(String(key.value), key.externalIdField, key.targetObject));
  else if (ids.length > 1) errors.push(saveErrors.ambiguousExternalId(key.externalIdField, String(key.value), ids.length));
  else values[object.fields.get(key.field.toLowerCase())?.name ?? key.field] = id;
}

/** Every parent that the request names, with one query for each object and external id field. */
function findParents(
  context: SaveContext,
  object: SObjectType,
  keys: readonly ForeignKeyByExternalId[],
  { access }: RequestUser,
): Map<string, readonly string[]> {
  const groups = Map.groupBy(
    keys.filter((key) => key.value !== null),
    (key) => `${key.targetObject}.${key.externalIdField}`,
  );
  const found = new Map<string, readonly string[]>();
  for (const group of groups.values()) {
    const [first] = group;
    const target = first === undefined ? undefined : context.schema.object(first.targetObject);
    const field = first === undefined ? undefined : target?.fields.get(first.externalIdField.toLowerCase());
    if (target === undefined || field === undefined) continue;
    const ids = context.store.findBy(
      target,
      field,
      group.map((key) => key.value),
    );
    // To somebody who may not see the parent it is not there.
    const reached = access?.reached(target.name, [...ids.values()].flat(), 'read');
    for (const key of group) {
      const named = (ids.get(normalisedKey(field, key.value)) ?? []).filter((id) => reached?.has(id) !== false);
      found.set(parentKey(key), target.name === 'RecordType' ? ofObject(context, target, object, named) : named);
    }
  }
  return found;
}

/** Record types of several objects may have one name. */
function ofObject(context: SaveContext, recordType: SObjectType, object: SObjectType, ids: readonly string[]): string[] {
  const rows = context.store.read(recordType, ids);
  return ids.filter((id) => rows.get(id)?.['SobjectType'] === object.name);
}

function parentKey(key: ForeignKeyByExternalId): string {
  return `${key.targetObject}.${key.externalIdField}=${String(key.value)}`;
}
