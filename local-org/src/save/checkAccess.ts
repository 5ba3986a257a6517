import { ALL_ACCESS } from '../access/accessDirectory.ts';
import type { RecordLevel, UserAccess } from '../access/types.ts';
import type { RequestUser } from '../requestUser.ts';
import type { Field, SObjectType } from '../schema/types.ts';
import { accessErrors } from './accessErrors.ts';
import { fieldNamed, type ObjectPlan } from './objectPlan.ts';
import { healthy, type SaveContext } from './saveContext.ts';
import { saveErrors } from './saveErrors.ts';
import type { SaveRow } from './saveRow.ts';
import { checkSharedRecords, checkTransfers } from './sharingAccess.ts';
import { userRefusal } from './ownUser.ts';

/** What a request does with records. */
export type Operation = 'insert' | 'update' | 'delete' | 'hardDelete' | 'undelete';

/** A request of somebody who comes in by a door. */
interface Asked {
  readonly context: SaveContext;
  readonly plan: ObjectPlan;
  readonly access: UserAccess;
}

/**
 * Refuses the rows of a request that the user may not save: by permissions on
 * the object and its fields, by sharing, and by the records that they point at.
 * In system mode there is nothing to refuse.
 */
export function checkAccess(
  context: SaveContext,
  plan: ObjectPlan,
  operation: Operation,
  rows: readonly SaveRow[],
  user: RequestUser,
): void {
  const { access } = user;
  // Somebody who may change everything costs one look.
  if (access === undefined || access.key === ALL_ACCESS) return;
  const asked: Asked = { context, plan, access };
  if (!objectIsOpen(asked, operation, rows)) return;
  if (operation === 'insert' || operation === 'update') {
    checkFields(asked, operation, rows);
    if (plan.object.name === 'User') for (const row of healthy(rows)) failWith(row, userRefusal(row, access));
  }
  if (operation !== 'insert') checkRecords(asked, operation, rows);
  if (operation === 'update') checkTransfers(access, plan, rows);
  if (operation === 'insert') checkSharedRecords(context, access, plan, rows);
  if (operation === 'insert' || operation === 'update') {
    checkMasters(asked, rows);
    checkLookups(asked, rows);
  }
}

function objectIsOpen({ plan, access }: Asked, operation: Operation, rows: readonly SaveRow[]): boolean {
  const { object } = plan;
  const { create, edit, delete: mayDelete } = access.object(object.name);
  const refusal = {
    insert: create ? undefined : accessErrors.objectRefused('inserted', object.label),
    update: edit ? undefined : accessErrors.objectRefused('updated', object.label),
    delete: mayDelete ? undefined : accessErrors.recordRefused(),
    hardDelete: !mayDelete
      ? accessErrors.recordRefused()
      : access.system('BulkApiHardDelete')
        ? undefined
        : accessErrors.hardDeleteRefused(),
    undelete: mayDelete ? undefined : accessErrors.recordRefused(),
  }[operation];
  if (refusal === undefined) return true;
  for (const row of healthy(rows)) row.fail(refusal);
  return false;
}

/** Every field that the request names and the user may not write, in one error a row. */
function checkFields({ plan, access }: Asked, operation: 'insert' | 'update', rows: readonly SaveRow[]): void {
  const fields = access.schema.object(plan.object.name)?.fields;
  const known = new Map<string, boolean>();
  const isWritable = (name: string): boolean => {
    let writable = known.get(name);
    if (writable === undefined) {
      const field = fields?.get((fieldNamed(plan, name)?.name ?? name).toLowerCase());
      writable = (operation === 'insert' ? field?.createable : field?.updateable) === true;
      known.set(name, writable);
    }
    return writable;
  };
  for (const row of healthy(rows)) {
    const refused = [...row.given].filter((name) => !isWritable(name));
    if (refused.length > 0) row.fail(saveErrors.notWritable(refused));
  }
}

/** A record that the user does not see is a wrong reference; one that is seen and may not be changed says so. */
function checkRecords({ plan, access }: Asked, operation: Operation, rows: readonly SaveRow[]): void {
  const level: RecordLevel = operation === 'update' ? 'edit' : 'full';
  const asked = healthy(rows);
  const ids = asked.map(({ id }) => id);
  const reached = access.reached(plan.object.name, ids, level);
  if (reached.size === new Set(ids).size) return;
  const seen = access.reached(plan.object.name, ids, 'read');
  for (const row of asked) {
    if (!reached.has(row.id)) row.fail(seen.has(row.id) ? accessErrors.recordRefused() : accessErrors.crossReference());
  }
}

/** A detail is made, or moved, under a master that its maker may edit, or at least read where the relationship says so. */
function checkMasters(asked: Asked, rows: readonly SaveRow[]): void {
  for (const field of asked.plan.references) {
    const { masterDetail } = field.reference ?? {};
    if (masterDetail === undefined) continue;
    const level: RecordLevel = masterDetail.writeRequiresMasterRead === true ? 'read' : 'edit';
    const touched = healthy(rows).filter((row) => row.prior === undefined || row.given.size > 0);
    checkTargets(asked, field, touched, level, (object) =>
      level === 'read' ? asked.access.object(object.name).read : asked.access.object(object.name).edit,
    );
  }
}

/** Other lookups that the request changes point at records that its maker sees. */
function checkLookups(asked: Asked, rows: readonly SaveRow[]): void {
  for (const field of asked.plan.references) {
    if (field.reference?.masterDetail !== undefined) continue;
    const changed = healthy(rows).filter((row) => row.given.has(field.name) && row.changes(field.name));
    checkTargets(asked, field, changed, 'read', (object) => asked.access.object(object.name).read);
  }
}

function checkTargets(
  { context, access }: Asked,
  field: Field,
  rows: readonly SaveRow[],
  level: RecordLevel,
  isOpen: (object: SObjectType) => boolean,
): void {
  const pointing = rows.filter((row) => typeof row.values[field.name] === 'string');
  for (const [object, group] of Map.groupBy(pointing, (row) => context.schema.objectOfId(String(row.values[field.name])))) {
    // What is no id, or of an object that the field cannot point at, is for the field's own rules.
    if (object === undefined || field.reference?.targets.includes(object.name) !== true) continue;
    const ids = [...new Set(group.map((row) => String(row.values[field.name])))];
    const reached = isOpen(object) ? access.reached(object.name, ids, level) : new Set<string>();
    for (const row of group) {
      const id = String(row.values[field.name]);
      if (!reached.has(id) && exists(context, object, id)) row.fail(accessErrors.crossReference());
    }
  }
}

/** A reference to nothing is an error of its own. */
function exists({ store }: SaveContext, object: SObjectType, id: string): boolean {
  return store.read(object, [id]).has(id);
}

function failWith(row: SaveRow, error: ReturnType<typeof userRefusal>): void {
  if (error !== undefined) row.fail(error);
}
