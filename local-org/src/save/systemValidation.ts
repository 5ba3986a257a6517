import { checkGroups } from './groupRules.ts';
import { checkShares } from './shareRules.ts';
import { picklistError, storedForm, valueError } from './fieldValues.ts';
import { fieldNamed, type ObjectPlan } from './objectPlan.ts';
import { checkReferences } from './referenceValidation.ts';
import { healthy, type SaveBatch, type SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveRow } from './saveRow.ts';
import { MASTER_RECORD_TYPE_ID, recordTypeId } from '../storage/metadataRecords/recordTypeId.ts';
import { checkUniqueness } from './uniqueness.ts';
import { checkUsers } from './userRules.ts';

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
  const isWritable = (name: string): boolean => {
    const field = fieldNamed(plan, name);
    return field !== undefined && (isNew ? field.createable : field.updateable);
  };
  for (const name of row.given) {
    if (isWritable(name)) continue;
    row.fail(saveErrors.notWritable([...row.given].filter((one) => !isWritable(one))));
    return;
  }
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
export function validateFields(context: SaveContext, batch: SaveBatch, beforeFlows: ReadonlyMap<SaveRow, readonly unknown[]>): void {
  const { plan } = batch;
  for (const row of healthy(batch.rows)) {
    for (const field of plan.checked) {
      const { name } = field;
      const given = row.values[name] ?? null;
      // What is stored already is in its stored form.
      if (row.prior === undefined ? given === null && field.type !== 'boolean' : row.prior[name] === given) continue;
      const value = storedForm(field, given);
      row.values[name] = value;
      if (row.changes(name)) failWith(row, valueError(field, value));
    }
    if (plan.required.some((field) => row.values[field.name] === null)) {
      row.fail(saveErrors.requiredMissing(plan.required.filter(({ name }) => row.values[name] === null).map(({ name }) => name)));
    }
  }
  checkReferences(context, batch, (row, field, place) => beforeFlows.get(row)?.[place] !== row.values[field.name]);
  checkUniqueness(context, batch);
  checkUsers(context, batch);
  checkGroups(context, batch);
  checkShares(context, batch);
}

/** The lookups of each row, to see afterwards which of them a flow changed. */
export function lookupsOf(batch: SaveBatch): Map<SaveRow, readonly unknown[]> {
  const { references } = batch.plan;
  const lookups = new Map<SaveRow, readonly unknown[]>();
  for (const row of batch.rows) {
    if (!row.failed)
      lookups.set(
        row,
        references.map(({ name }) => row.values[name]),
      );
  }
  return lookups;
}

function failWith(row: SaveRow, error: ReturnType<typeof valueError>): void {
  if (error !== undefined) row.fail(error);
}
