import type { FieldValues } from '../schema/types.ts';
import type { ObjectPlan } from './objectPlan.ts';
import { healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import type { SaveRow } from './saveRow.ts';
import { deriveFields } from './derivedFields.ts';
import { endManualShares } from './shareRules.ts';

/** Writes the batch: names and numbers are given only to what is really saved. */
export function writeRows(context: SaveContext, batch: SaveBatch): void {
  const rows = healthy(batch.rows);
  if (rows.length === 0) return;
  for (const row of rows) complete(context, batch, row);
  const { object } = batch.plan;
  if (batch.operation === 'insert') {
    context.store.insert(
      object,
      rows.map((row) => row.values),
    );
    return;
  }
  for (const row of rows) context.store.update(object, row.id, changesOf(batch.plan, row));
  endManualShares(context, batch);
}

function complete(context: SaveContext, batch: SaveBatch, row: SaveRow): void {
  const { plan } = batch;
  if (batch.operation === 'insert') {
    for (const field of plan.autoNumbers) row.values[field.name] = context.store.nextAutoNumber(plan.object, field, batch.now);
  }
  deriveFields(context, batch, row);
  if (plan.composedName) row.values['Name'] = fullName(row.values);
  else if (plan.object.fields.get('name')?.required === false && row.values['Name'] === null) row.values['Name'] = row.id;
}

/** First, middle and last name and suffix, as the platform puts a person's name together. */
function fullName(values: FieldValues): string | null {
  const parts = ['FirstName', 'MiddleName', 'LastName', 'Suffix'].flatMap((name) => values[name] ?? []);
  return parts.length === 0 ? null : parts.join(' ');
}

function changesOf(plan: ObjectPlan, row: SaveRow): FieldValues {
  const changes: FieldValues = {};
  const { prior, values } = row;
  for (const { name } of plan.stored) {
    if (prior === undefined || prior[name] !== values[name]) changes[name] = values[name] ?? null;
  }
  return changes;
}
