import type { SObjectType } from '../schema/types.ts';
import { normalisedKey } from '../storage/recordStore.ts';
import { executeSave, type RunningBatches } from './orderOfExecution.ts';
import { RecycleBin, type Recycled } from './recycleBin.ts';
import { applyRollups } from './rollups.ts';
import { healthy, planOf, type SaveBatch, type SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import { SaveRow } from './saveRow.ts';
import type { SaveInput } from './prepareRows.ts';

/**
 * Brings records back from the recycle bin, with what their deletion took
 * along and the lookups that it cleared. As on the platform no flow runs for
 * them; the roll-ups of the masters that stayed are put right. Runs inside the
 * caller's transaction, which is undone when a row failed.
 */
export function executeUndelete(
  context: SaveContext,
  batch: Omit<SaveBatch, 'rows'>,
  inputs: readonly SaveInput[],
  running: RunningBatches,
): readonly SaveRow[] {
  const { object } = batch.plan;
  const bin = new RecycleBin(context.database);
  const ids = inputs.map(({ values }) => String(values['Id'] ?? ''));
  const deleted = context.store.deletedIds(object, ids);
  const rows = inputs.map(({ index, errors = [] }, place) => {
    const row = new SaveRow({ index, id: ids[place] ?? '', values: {}, prior: undefined, given: new Set() });
    for (const error of errors) row.fail(error);
    if (!deleted.has(row.id)) row.fail(saveErrors.notInRecycleBin());
    return row;
  });
  for (const row of healthy(rows)) restore(context, batch, bin, row, running);
  return rows;
}

function restore(context: SaveContext, batch: Omit<SaveBatch, 'rows'>, bin: RecycleBin, row: SaveRow, running: RunningBatches): void {
  const known = bin.deletedWith(row.id);
  // A record that went with its master comes back alone when it is named itself.
  const tree: readonly Recycled[] = known.length > 0 ? known : [{ id: row.id, object: batch.plan.object.name, root: row.id }];
  const groups = byObject(context, tree);
  for (const { object, ids } of groups) checkRestorable(context, object, ids, new Set(tree.map(({ id }) => id)), row);
  if (row.failed) return;
  for (const { object, ids } of groups) context.store.undelete(object, ids, { SystemModstamp: batch.now });
  restoreLookups(context, bin, tree);
  bin.forget(tree.map(({ id }) => id));
  putRollupsRight(context, batch, tree, row, running);
}

function byObject({ schema }: SaveContext, tree: readonly Recycled[]): { readonly object: SObjectType; readonly ids: readonly string[] }[] {
  return [...Map.groupBy(tree, (one) => one.object)].flatMap(([name, group]) => {
    const object = schema.object(name);
    return object === undefined ? [] : [{ object, ids: group.map(({ id }) => id) }];
  });
}

/** A unique value may have been given to another record since, and a master may still be deleted. */
function checkRestorable(context: SaveContext, object: SObjectType, ids: readonly string[], back: ReadonlySet<string>, row: SaveRow): void {
  const plan = planOf(context, object.name);
  for (const values of context.store.readDeleted(object, ids).values()) {
    for (const field of plan.unique) {
      const value = values[field.name] ?? null;
      const [other] = value === null ? [] : (context.store.findBy(object, field, [value]).get(normalisedKey(field, value)) ?? []);
      if (other !== undefined) row.fail(saveErrors.duplicateValue(field.name, other));
    }
    for (const field of plan.references.filter(({ reference }) => reference?.masterDetail !== undefined)) {
      if (!hasMaster(context, values[field.name], back)) row.fail(saveErrors.masterDeleted());
    }
  }
}

function hasMaster({ schema, store }: SaveContext, id: unknown, back: ReadonlySet<string>): boolean {
  if (typeof id !== 'string' || back.has(id)) return true;
  const master = schema.objectOfId(id);
  return master === undefined || store.read(master, [id]).has(id);
}

/** Lookups that were cleared point here again, unless they were given another record since. */
function restoreLookups(context: SaveContext, bin: RecycleBin, tree: readonly Recycled[]): void {
  for (const cleared of tree.flatMap(({ id }) => bin.clearedBy(id))) {
    const object = context.schema.object(cleared.object);
    const field = object?.fields.get(cleared.field.toLowerCase());
    if (object === undefined || field === undefined) continue;
    const current = context.store.read(object, [cleared.id]).get(cleared.id);
    if (current?.[field.name] === null) context.store.update(object, cleared.id, { [field.name]: cleared.value });
  }
}

/** Roll-ups of masters that were not deleted; those of the tree itself were kept with it. */
function putRollupsRight(
  context: SaveContext,
  batch: Omit<SaveBatch, 'rows'>,
  tree: readonly Recycled[],
  root: SaveRow,
  running: RunningBatches,
): void {
  const back = new Set(tree.map(({ id }) => id));
  for (const [name, group] of Map.groupBy(tree, (one) => one.object)) {
    const plan = planOf(context, name);
    const stored = context.store.read(
      plan.object,
      group.map(({ id }) => id),
    );
    const rows = [...stored].map(([id, values], index) => new SaveRow({ index, id, values, prior: undefined, given: new Set() }));
    const part: SaveBatch = { ...batch, plan, operation: 'insert', rows, savedAgain: new Set() };
    applyRollups(context, part, rows, (parents) => executeSave(context, parents, running, 'rollup'), back);
    for (const error of rows.flatMap((one) => one.errors)) root.fail(error);
  }
}
