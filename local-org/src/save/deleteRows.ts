import type { ChildRelationship, SObjectType } from '../schema/types.ts';
import { executeSave, markSavedAgain, runTriggers, triggerBatch, type RunningBatches } from './orderOfExecution.ts';
import { changedRows } from './prepareRows.ts';
import { applyRollups } from './rollups.ts';
import { healthy, planOf, type SaveBatch, type SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveRow } from './saveRow.ts';

/**
 * Deletes a batch: details go with their master (without flows, as on the
 * platform), lookups that pointed here become blank, and the roll-ups of the
 * masters that stay are put right. Runs inside the caller's transaction.
 * @returns the rows that were deleted, some of which may have failed since
 */
export function executeDelete(context: SaveContext, batch: SaveBatch, running: RunningBatches): readonly SaveRow[] {
  refuseUndeletable(context, batch);
  runTriggers(batch, running, () => context.triggers().beforeSave(triggerBatch(batch)));
  const deleted = healthy(batch.rows);
  const gone = deleteWithDetails(context, batch, deleted);
  markSavedAgain(batch, running);
  runTriggers(batch, running, () => context.triggers().afterSave(triggerBatch(batch)));
  for (const part of [...gone.toReversed(), batch]) {
    applyRollups(context, part, healthy(part.rows), (parents) => {
      executeSave(context, parents, running, 'rollup');
    });
  }
  return deleted;
}

function refuseUndeletable(context: SaveContext, batch: SaveBatch): void {
  const { object } = batch.plan;
  for (const relationship of object.childRelationships.filter(({ onDelete, masterDetail }) => onDelete === 'Restrict' && !masterDetail)) {
    for (const row of healthy(batch.rows)) {
      if (childIds(context, relationship, [row.id]).length > 0) row.fail(saveErrors.deleteRestricted(relationship.childObject));
    }
  }
  if (object.deletable) return;
  for (const row of healthy(batch.rows)) row.fail(saveErrors.notDeletable(object.name));
}

/** Deletes rows and, before them, their details at every level. @returns a batch for each kind of detail */
function deleteWithDetails(context: SaveContext, batch: SaveBatch, rows: readonly SaveRow[]): SaveBatch[] {
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const { object } = batch.plan;
  const gone: SaveBatch[] = [];
  for (const relationship of object.childRelationships) {
    const children = childIds(context, relationship, ids);
    if (children.length === 0) continue;
    if (relationship.masterDetail || relationship.onDelete === 'Cascade')
      gone.push(...deleteDetails(context, batch, relationship, children));
    else if (relationship.onDelete === 'SetNull') clearLookup(context, relationship, children);
  }
  context.store.delete(object, ids);
  return gone;
}

function deleteDetails(context: SaveContext, batch: SaveBatch, relationship: ChildRelationship, ids: readonly string[]): SaveBatch[] {
  const plan = planOf(context, relationship.childObject);
  const inputs = ids.map((id, index) => ({ index, values: { Id: id } }));
  const rows = healthy(changedRows(context, plan, inputs, batch.user, batch.now));
  const details: SaveBatch = { ...batch, plan, operation: 'delete', rows, savedAgain: new Set() };
  return [details, ...deleteWithDetails(context, details, rows)];
}

function clearLookup(context: SaveContext, { childObject, field }: ChildRelationship, ids: readonly string[]): void {
  const object = context.schema.object(childObject);
  if (object === undefined) return;
  for (const id of ids) context.store.update(object, id, { [field]: null });
}

function childIds(context: SaveContext, { childObject, field: name }: ChildRelationship, ids: readonly string[]): string[] {
  const object: SObjectType | undefined = context.schema.object(childObject);
  const field = object?.fields.get(name.toLowerCase());
  return object === undefined || field === undefined || field.formula !== undefined ? [] : context.store.idsWhere(object, field, ids);
}
