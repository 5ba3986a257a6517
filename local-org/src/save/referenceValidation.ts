import type { Field, SObjectType } from '../schema/types.ts';
import { normaliseId } from '../storage/ids.ts';
import { healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveRow } from './saveRow.ts';

interface PointedAt {
  readonly row: SaveRow;
  readonly field: Field;
  readonly id: string;
}

/**
 * Every id of the batch: well formed, of an object that the field may point at,
 * and there. One query for each target object, however many rows.
 */
export function checkReferences(
  context: SaveContext,
  batch: SaveBatch,
  wanted: (row: SaveRow, field: Field, place: number) => boolean,
): void {
  const { references } = batch.plan;
  if (references.length === 0) return;
  const byTarget = new Map<SObjectType, PointedAt[]>();
  for (const row of healthy(batch.rows)) {
    for (const [place, field] of references.entries()) {
      if ((row.values[field.name] ?? null) === null || !wanted(row, field, place)) continue;
      const target = targetOf(context, row, field);
      if (target === undefined) continue;
      const pointer = { row, field, id: target.id };
      const group = byTarget.get(target.object);
      if (group === undefined) byTarget.set(target.object, [pointer]);
      else group.push(pointer);
    }
  }
  for (const [object, pointers] of byTarget) failMissing(context, batch, object, pointers);
}

function targetOf(context: SaveContext, row: SaveRow, field: Field): { object: SObjectType; id: string } | undefined {
  const value = row.values[field.name] ?? null;
  if (value === null) return undefined;
  const id = typeof value === 'string' ? normaliseId(value) : undefined;
  if (id === undefined) {
    row.fail(saveErrors.malformedId(field, String(value)));
    return undefined;
  }
  row.values[field.name] = id;
  const object = context.schema.objectOfId(id);
  if (object === undefined || !(field.reference?.targets ?? []).includes(object.name)) {
    row.fail(saveErrors.wrongObject(field, id));
    return undefined;
  }
  return { object, id };
}

function failMissing(context: SaveContext, batch: SaveBatch, object: SObjectType, pointers: readonly PointedAt[]): void {
  const there = existing(context, object, new Set(pointers.map((pointer) => pointer.id)));
  for (const { row, field, id } of pointers) {
    const found = there.get(id);
    if (found === undefined) row.fail(saveErrors.invalidCrossReference([field.name]));
    else if (found === 'deleted') row.fail(saveErrors.entityIsDeleted());
    else if (found === 'inactive' && field.name === 'OwnerId') row.fail(saveErrors.inactiveOwner(id, batch.plan.object.name));
  }
}

type Presence = 'there' | 'deleted' | 'inactive';

function existing(context: SaveContext, object: SObjectType, ids: ReadonlySet<string>): Map<string, Presence> {
  const presence = new Map<string, Presence>();
  const unknown: string[] = [];
  for (const id of ids) {
    const record = context.store.cached(object, id);
    if (record === undefined) unknown.push(id);
    else presence.set(id, object.name === 'User' && record['IsActive'] === false ? 'inactive' : 'there');
  }
  if (unknown.length === 0) return presence;
  const active = object.name === 'User' ? '"IsActive"' : '1';
  const rows = context.database
    .prepareArrays(`SELECT "Id", "IsDeleted", ${active} FROM "${object.name}" WHERE "Id" IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(unknown));
  for (const [id, deleted, isActive] of rows) {
    presence.set(String(id), deleted === 1 ? 'deleted' : isActive === 0 ? 'inactive' : 'there');
  }
  return presence;
}
