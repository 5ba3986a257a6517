import type { ChildRelationship, SObjectType } from '../schema/types.ts';
import { executeSave, markSavedAgain, runTriggers, triggerBatch, type RunningBatches } from './orderOfExecution.ts';
import { changedRows } from './prepareRows.ts';
import { RecycleBin } from './recycleBin.ts';
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
  const gone = deleteTrees(context, batch, deleted);
  markSavedAgain(batch, running);
  runTriggers(batch, running, () => context.triggers().afterSave(triggerBatch(batch)));
  for (const part of [...gone.toReversed(), batch]) {
    applyRollups(context, part, healthy(part.rows), (parents) => {
      executeSave(context, parents, running, 'rollup');
    });
  }
  return deleted;
}

/** Takes deleted records and what went with them out of the recycle bin, for good. */
export function purgeDeleted(context: SaveContext, rows: readonly SaveRow[]): void {
  const bin = new RecycleBin(context.database);
  const gone = rows.flatMap((row) => bin.deletedWith(row.id));
  for (const [name, group] of Map.groupBy(gone, (one) => one.object)) {
    const object = context.schema.object(name);
    const ids = group.map(({ id }) => id);
    if (object !== undefined) bin.purge(object, ids);
    bin.forget(ids);
  }
}

function refuseUndeletable(context: SaveContext, batch: SaveBatch): void {
  const { object } = batch.plan;
  for (const relationship of object.childRelationships.filter(({ onDelete, masterDetail }) => onDelete === 'Restrict' && !masterDetail)) {
    const rows = healthy(batch.rows);
    const held = new Set(
      childrenOf(
        context,
        relationship,
        rows.map((row) => row.id),
      ).map(({ parentId }) => parentId),
    );
    for (const row of rows) if (held.has(row.id)) row.fail(saveErrors.deleteRestricted(relationship.childObject));
  }
  if (object.deletable) return;
  for (const row of healthy(batch.rows)) row.fail(saveErrors.notDeletable(object.name));
}

/** What a deletion takes along, as it goes down from the records that were named. */
interface Deletion {
  readonly context: SaveContext;
  /** Of the records that were named. */
  readonly batch: SaveBatch;
  readonly bin: RecycleBin;
  /** Every record that was reached -> the named one that it goes with. */
  readonly rootOf: Map<string, string>;
}

/** Deletes rows and all below them. @returns a batch for each kind of detail */
function deleteTrees(context: SaveContext, batch: SaveBatch, rows: readonly SaveRow[]): SaveBatch[] {
  const deletion: Deletion = {
    context,
    batch,
    bin: new RecycleBin(context.database),
    rootOf: new Map(rows.map((row) => [row.id, row.id] as const)),
  };
  return deleteWithDetails(deletion, batch.plan.object, rows);
}

function deleteWithDetails(deletion: Deletion, object: SObjectType, rows: readonly SaveRow[]): SaveBatch[] {
  if (rows.length === 0) return [];
  const { context, batch, bin, rootOf } = deletion;
  const ids = rows.map((row) => row.id);
  const gone: SaveBatch[] = [];
  for (const relationship of object.childRelationships) {
    const children = childrenOf(context, relationship, ids);
    if (children.length === 0) continue;
    if (relationship.masterDetail || relationship.onDelete === 'Cascade') gone.push(...deleteDetails(deletion, relationship, children));
    else if (relationship.onDelete === 'SetNull') clearLookups(deletion, relationship, children);
  }
  context.store.delete(object, ids, { SystemModstamp: batch.now, LastModifiedDate: batch.now, LastModifiedById: batch.user.id });
  if (object.fields.has('isdeleted')) for (const id of ids) bin.add({ id, object: object.name, root: rootOf.get(id) ?? id });
  else bin.purge(object, ids);
  return gone;
}

function deleteDetails(deletion: Deletion, relationship: ChildRelationship, children: readonly Child[]): SaveBatch[] {
  const { context, batch, rootOf } = deletion;
  const plan = planOf(context, relationship.childObject);
  const fresh = children.filter(({ id }) => !rootOf.has(id));
  for (const { id, parentId } of fresh) rootOf.set(id, rootOf.get(parentId) ?? parentId);
  const inputs = fresh.map(({ id }, index) => ({ index, values: { Id: id } }));
  const rows = healthy(changedRows(context, plan, inputs, batch.user, batch.now));
  const details: SaveBatch = { ...batch, plan, operation: 'delete', rows, savedAgain: new Set() };
  return [details, ...deleteWithDetails(deletion, plan.object, rows)];
}

function clearLookups({ context, bin }: Deletion, { childObject, field }: ChildRelationship, children: readonly Child[]): void {
  const object = context.schema.object(childObject);
  if (object === undefined) return;
  for (const { id, parentId } of children) {
    bin.addCleared({ object: object.name, id, field, value: parentId });
    context.store.update(object, id, { [field]: null });
  }
}

interface Child {
  readonly id: string;
  readonly parentId: string;
}

function childrenOf(context: SaveContext, { childObject, field: name }: ChildRelationship, ids: readonly string[]): Child[] {
  const object: SObjectType | undefined = context.schema.object(childObject);
  const field = object?.fields.get(name.toLowerCase());
  if (object === undefined || field === undefined || field.formula !== undefined) return [];
  return context.store.referencesTo(object, field, ids);
}
