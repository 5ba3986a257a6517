import type { Field } from '../schema/types.ts';
import { picklistError, storedForm, valueError } from './fieldValues.ts';
import type { ObjectPlan } from './objectPlan.ts';
import { checkReferences } from './referenceValidation.ts';
import { healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveRow } from './saveRow.ts';
import { MASTER_RECORD_TYPE_ID, recordTypeId } from '../storage/metadataRecords/recordTypeId.ts';
import { checkUniqueness } from './uniqueness.ts';

/**
 * Before the flows: what the request may write, its ids and its restricted
 * picklists. The platform leaves lengths, ranges and required fields of an API
 * request to the second round, so that a flow can put them right.
 */
export function validateRequest(context: SaveContext, batch: SaveBatch): void {
  for (const row of healthy(batch.rows)) {
    refuseReadOnly(batch.plan, row);
    refuseForeignRecordType(batch.plan, row);
    for (const field of batch.plan.restrictedPicklists) {
      if (!row.changes(field.name) || field.type !== 'picklist') continue;
      failWith(row, picklistError(field, row.values[field.name] ?? null));
    }
  }
  checkReferences(context, batch, (row, field) => row.changes(field.name));
}

function refuseReadOnly(plan: ObjectPlan, row: SaveRow): void {
  const isNew = row.prior === undefined;
  const refused = [...row.given].filter((name) => {
    const field = plan.object.fields.get(name.toLowerCase());
    return field === undefined || !(isNew ? field.createable : field.updateable);
  });
  if (refused.length > 0) row.fail(saveErrors.notWritable(refused));
}

/** A record type is one of the object's own that is in use; the master is told by its id or by none. */
function refuseForeignRecordType({ object }: ObjectPlan, row: SaveRow): void {
  const id = row.values['RecordTypeId'];
  if (typeof id !== 'string' || !row.changes('RecordTypeId')) return;
  if (id === MASTER_RECORD_TYPE_ID) row.values['RecordTypeId'] = null;
  else if (!object.recordTypes.some((type) => type.active && recordTypeId(object.name, type.name) === id)) {
    row.fail(saveErrors.recordTypeInvalid(id));
  }
}

/** After the before-save flows: every rule of the fields, on the values as they will be written. */
export function validateFields(
  context: SaveContext,
  batch: SaveBatch,
  beforeFlows: ReadonlyMap<SaveRow, ReadonlyMap<Field, unknown>>,
): void {
  const { plan } = batch;
  for (const row of healthy(batch.rows)) {
    for (const field of plan.checked) {
      const value = storedForm(field, row.values[field.name] ?? null);
      row.values[field.name] = value;
      if (row.changes(field.name)) failWith(row, valueError(field, value));
    }
    const missing = plan.required.filter((field) => row.values[field.name] === null).map((field) => field.name);
    if (missing.length > 0) row.fail(saveErrors.requiredMissing(missing));
  }
  checkReferences(context, batch, (row, field) => beforeFlows.get(row)?.get(field) !== row.values[field.name]);
  checkUniqueness(context, batch);
}

/** The lookups of each row, to see afterwards which of them a flow changed. */
export function lookupsOf(batch: SaveBatch): Map<SaveRow, Map<Field, unknown>> {
  return new Map(
    healthy(batch.rows).map((row) => [row, new Map(batch.plan.references.map((field) => [field, row.values[field.name]]))] as const),
  );
}

function failWith(row: SaveRow, error: ReturnType<typeof valueError>): void {
  if (error !== undefined) row.fail(error);
}
