import { keepProfileAssignments } from '../access/profileAssignments.ts';
import { keepHistory } from './fieldHistory.ts';
import { checkLookupFilters } from './lookupFilters.ts';
import { applyRollups } from './rollups.ts';
import { checkValidationRules } from './validationRules.ts';
import { formulaEnvironment, healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import type { SaveRow } from './saveRow.ts';
import { lookupsOf, validateFields, validateRequest } from './systemValidation.ts';
import { writeRows } from './writeRows.ts';
import type { TriggerBatch } from './types.ts';

/** Batches under way, innermost last: a flow's own saves run inside the batch that started it. */
export type RunningBatches = SaveBatch[];

/**
 * The platform's order for one batch that is being created or updated: system
 * validation, before-save flows, field rules, validation rules, write,
 * after-save flows, roll-ups of the parents. Runs inside the caller's
 * transaction. Rows that fail before the write are left out; when one fails
 * after it, the caller must undo the batch and run it again without that row.
 * @returns the rows that were written, some of which may have failed since
 */
export function executeSave(
  context: SaveContext,
  batch: SaveBatch,
  running: RunningBatches,
  origin: 'request' | 'rollup',
): readonly SaveRow[] {
  if (origin === 'request') validateRequest(context, batch);
  const lookups = lookupsOf(batch);
  runTriggers(batch, running, () => context.triggers().beforeSave(triggerBatch(batch)));
  validateFields(context, batch, lookups);
  const environment = formulaEnvironment(context, batch.user);
  checkLookupFilters(batch, environment);
  checkValidationRules(batch, environment);
  writeRows(context, batch);
  keepHistory(context, batch);
  if (batch.plan.object.name === 'User') keepProfileAssignments(context, batch.now);
  markSavedAgain(batch, running);
  const written = healthy(batch.rows);
  runTriggers(batch, running, () => context.triggers().afterSave(triggerBatch(batch)));
  applyRollups(context, batch, written, (parents) => executeSave(context, parents, running, 'rollup'));
  return written;
}

/** What flows see: the rows that are still to be saved. Nothing runs for an empty batch. */
export function runTriggers(batch: SaveBatch, running: RunningBatches, run: () => void): void {
  if (healthy(batch.rows).length === 0) return;
  running.push(batch);
  try {
    run();
  } finally {
    running.pop();
  }
}

export function triggerBatch(batch: SaveBatch): TriggerBatch {
  const rows: readonly SaveRow[] = healthy(batch.rows);
  return { object: batch.plan.object, operation: batch.operation, rows, user: batch.user };
}

/** Tells the batches around this one which of their records were written again. */
export function markSavedAgain(batch: SaveBatch, running: RunningBatches): void {
  for (const outer of running) {
    if (outer === batch || outer.plan !== batch.plan) continue;
    for (const row of healthy(batch.rows)) outer.savedAgain.add(row.id);
  }
}
