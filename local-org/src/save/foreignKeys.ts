import type { FieldValues, SObjectType } from '../schema/types.ts';
import { normalisedKey } from '../storage/recordStore.ts';
import { normaliseId } from '../storage/ids.ts';
import type { SaveInput } from './prepareRows.ts';
import type { SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { ForeignKeyByExternalId, SaveError, SaveOptions } from './types.ts';

/** The records of a request in order, ids in 18 characters, and lookups told by an external id turned into ids. */
export function requestInputs(
  context: SaveContext,
  object: SObjectType,
  records: readonly FieldValues[],
  { foreignKeys }: SaveOptions,
): SaveInput[] {
  const found =
    foreignKeys === undefined
      ? undefined
      : findParents(
          context,
          records.flatMap((record) => foreignKeys.get(record) ?? []),
        );
  return records.map((record, index) => {
    const values = withFullId(record);
    const keys = foreignKeys?.get(record);
    if (keys === undefined || found === undefined) return { index, values };
    const errors: SaveError[] = [];
    const resolved: FieldValues = { ...values };
    for (const key of keys) resolve(object, key, found, resolved, errors);
    return { index, values: resolved, errors };
  });
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
function findParents(context: SaveContext, keys: readonly ForeignKeyByExternalId[]): Map<string, readonly string[]> {
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
    for (const key of group) found.set(parentKey(key), ids.get(normalisedKey(field, key.value)) ?? []);
  }
  return found;
}

function parentKey(key: ForeignKeyByExternalId): string {
  return `${key.targetObject}.${key.externalIdField}=${String(key.value)}`;
}
