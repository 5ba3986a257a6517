import type { FieldValues } from '../schema/types.ts';
import { isStored } from '../storage/columns.ts';
import { storedForm } from './fieldValues.ts';
import { blankValues, fieldNamed, type ObjectPlan } from './objectPlan.ts';
import { formulaEnvironment, type SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import { SaveRow } from './saveRow.ts';
import type { RequestUser } from '../requestUser.ts';
import type { SaveError } from './types.ts';

/** One record of a request, with its place and with what was already found wrong. */
export interface SaveInput {
  readonly index: number;
  readonly values: FieldValues;
  readonly errors?: readonly SaveError[];
}

/** New rows: defaults, then what the request gives, then what the org itself keeps. */
export function newRows(context: SaveContext, plan: ObjectPlan, inputs: readonly SaveInput[], user: RequestUser, now: number): SaveRow[] {
  const { object } = plan;
  const blank = blankValues(plan);
  const environment = formulaEnvironment(context, user);
  return inputs.map((input) => {
    const id = context.store.newId(object);
    const values: FieldValues = { ...blank };
    for (const { field, value, formula } of plan.defaults) {
      values[field.name] = formula === undefined ? (value ?? null) : formula.evaluate({ values, prior: undefined }, environment);
    }
    const given = giveValues(plan, values, input.values);
    stampCreation(plan, values, { id, now, user });
    const row = new SaveRow({ index: input.index, id, values, prior: undefined, given });
    for (const error of input.errors ?? []) row.fail(error);
    if (input.values['Id'] !== undefined && input.values['Id'] !== null) row.fail(saveErrors.idOnInsert());
    return row;
  });
}

function stampCreation(plan: ObjectPlan, values: FieldValues, stamp: { id: string; now: number; user: RequestUser }): void {
  values['Id'] = stamp.id;
  if ('IsDeleted' in values) values['IsDeleted'] = false;
  for (const name of ['CreatedDate', 'LastModifiedDate', 'SystemModstamp']) if (name in values) values[name] = stamp.now;
  for (const name of ['CreatedById', 'LastModifiedById']) if (name in values) values[name] = stamp.user.id;
  if (plan.object.hasOwner && values['OwnerId'] === null) values['OwnerId'] = stamp.user.id;
}

/** Rows of stored records with the request's changes; records that are not there fail. */
export function changedRows(
  context: SaveContext,
  plan: ObjectPlan,
  inputs: readonly SaveInput[],
  user: RequestUser,
  now: number,
): SaveRow[] {
  const stored = context.store.read(
    plan.object,
    inputs.map((input) => idOf(input)),
  );
  const deleted = context.store.deletedIds(plan.object, missing(inputs, stored));
  const seen = new Set<string>();
  return inputs.map((input) => {
    const id = idOf(input);
    const prior = stored.get(id);
    const values: FieldValues = { ...prior };
    const given = prior === undefined ? new Set<string>() : giveValues(plan, values, input.values);
    if (prior !== undefined) stampChange(values, now, user);
    const row = new SaveRow({ index: input.index, id, values, prior, given });
    for (const error of input.errors ?? []) row.fail(error);
    if (id === '') row.fail(saveErrors.idMissing());
    else if (deleted.has(id)) row.fail(saveErrors.entityIsDeleted());
    else if (prior === undefined) row.fail(saveErrors.invalidCrossReference());
    else if (seen.has(id)) row.fail(saveErrors.duplicateId(id));
    seen.add(id);
    return row;
  });
}

function missing(inputs: readonly SaveInput[], stored: ReadonlyMap<string, FieldValues>): string[] {
  return inputs.map(idOf).filter((id) => !stored.has(id));
}

function stampChange(values: FieldValues, now: number, user: RequestUser): void {
  for (const name of ['LastModifiedDate', 'SystemModstamp']) if (name in values) values[name] = now;
  if ('LastModifiedById' in values) values['LastModifiedById'] = user.id;
}

function idOf(input: SaveInput): string {
  const id = input.values['Id'];
  return typeof id === 'string' ? id : '';
}

function giveValues(plan: ObjectPlan, values: FieldValues, given: FieldValues): Set<string> {
  const names = new Set<string>();
  for (const name of Object.keys(given)) {
    if (name === 'Id') continue;
    names.add(name);
    const field = fieldNamed(plan, name);
    if (field !== undefined && isStored(field)) values[field.name] = storedForm(field, given[name] ?? null);
  }
  return names;
}
