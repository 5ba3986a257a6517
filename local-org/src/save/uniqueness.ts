import type { Field } from '../schema/types.ts';
import { normalisedKey } from '../storage/recordStore.ts';
import { healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveRow } from './saveRow.ts';
import type { SaveError } from './types.ts';
import { duplicateOfUser } from './userRules.ts';

/** Unique fields: against what is stored, and within the batch, where the first one wins. */
export function checkUniqueness(context: SaveContext, batch: SaveBatch): void {
  for (const field of batch.plan.unique) {
    const rows = healthy(batch.rows).filter((row) => row.values[field.name] !== null && row.changes(field.name));
    if (rows.length > 0) checkField(context, batch, field, rows);
  }
}

function checkField(context: SaveContext, batch: SaveBatch, field: Field, rows: readonly SaveRow[]): void {
  const stored = context.store.findBy(
    batch.plan.object,
    field,
    rows.map((row) => row.values[field.name] ?? null),
  );
  const givenUp = givenUpValues(field, batch);
  const taken = new Map<string, string>();
  for (const row of rows) {
    const key = normalisedKey(field, row.values[field.name] ?? null);
    const others = (stored.get(key) ?? []).filter((id) => id !== row.id && !givenUp.has(`${id} ${key}`));
    const other = others[0] ?? taken.get(key);
    if (other === undefined) taken.set(key, row.id);
    else row.fail(duplicateError(batch, field, other));
  }
}

function duplicateError({ plan }: SaveBatch, { name }: Field, otherId: string): SaveError {
  const ofUser = plan.object.name === 'User' ? duplicateOfUser(name) : undefined;
  return ofUser ?? saveErrors.duplicateValue(name, otherId);
}

/** Values that rows of this batch let go, so that two records can swap theirs in one request. */
function givenUpValues(field: Field, batch: SaveBatch): Set<string> {
  return new Set(
    healthy(batch.rows)
      .filter((row) => row.prior !== undefined && row.changes(field.name))
      .map((row) => `${row.id} ${normalisedKey(field, row.prior?.[field.name] ?? null)}`),
  );
}
